/** Units and people as pages and pickers read them. Nothing of any ledger is in it. */
import { blind } from '../../core/access/policy.ts'
import type { PeopleReads, PersonChoice, PersonSearch, UnitNode } from '../../usecases/ports/people.ts'
import type { Database } from './database.ts'

export const peopleReads = (database: Database): PeopleReads => ({
  search: ({ tenantId }, search) => searchPeople(database, tenantId, search),
  unitTree: ({ tenantId }) => unitTree(database, tenantId),
})

/** Behind every text that begins with a given one. */
const behindAll = '\u{10ffff}'

const choice = `person.person_id as id, person.name, person.title,
  case when unit.unit_id is not null then json_build_object('id', unit.unit_id, 'name', unit.name) end as unit`
const withUnit = 'left join unit on unit.tenant_id = $1 and unit.unit_id = person.unit_id'

/**
 * Up to three ways, one after the other, each in an order of its own; the next is walked only while there are too few: who has a role
 * in the inspection, whose name begins with the words (an index), who has them anywhere in name, title or unit (a walk).
 */
async function searchPeople(
  database: Database,
  tenantId: number,
  { q, unitId, inspectionId, limit, on }: PersonSearch,
): Promise<PersonChoice[]> {
  const here = `person.tenant_id = $1 and (person.left_on is null or person.left_on > $5)
    and ($3::bigint is null or person.unit_id = $3)`
  const anywhere = `concat_ws(' ', person.name, person.title, unit.name, unit.short_name) like $6`
  const ways = [
    ...(inspectionId === null
      ? []
      : [
          `select ${choice}, 0 as way from person ${withUnit} where ${here} and ${anywhere} and exists (select from assignment held
            where held.tenant_id = $1 and held.inspection_id = $7 and held.person_id = person.person_id
              and held.from_on <= $5 and (held.to_on is null or held.to_on >= $5))`,
        ]),
    `select ${choice}, 1 as way from person ${withUnit} where ${here}
      and person.name collate "C" >= $2 and person.name collate "C" < $2 || '${behindAll}'
      order by person.name collate "C", person.person_id`,
    ...(q === '' ? [] : [`select ${choice}, 2 as way from person ${withUnit} where ${here} and ${anywhere}`]),
  ]
  const rows = await database.readOne<PersonChoice & { way: number }>(
    { tenantId, sight: blind },
    {
      text: `select * from (${ways.map((way) => `(${way} limit $4)`).join(' union all ')}) found limit $4 * 2`,
      values: [
        tenantId,
        q,
        unitId,
        limit,
        on,
        `%${q.replace(/[\\%_]/g, '\\$&')}%`,
        ...(inspectionId === null ? [] : [inspectionId]),
      ],
    },
  )
  const found = new Map<number, PersonChoice>()
  for (const { way: _, ...person } of rows) if (!found.has(person.id)) found.set(person.id, person)
  return [...found.values()].slice(0, limit)
}

function unitTree(database: Database, tenantId: number): Promise<UnitNode[]> {
  return database.readOne<UnitNode>(
    { tenantId, sight: blind },
    {
      name: 'unit-tree',
      text: `select unit.unit_id as id, unit.name, unit.short_name as "shortName", unit.parent_id as "parentId",
          unit.closed_on as "closedOn", coalesce(counted.people, 0) as people
        from unit left join (select unit_id, count(*) as people from person
          where tenant_id = $1 and left_on is null group by unit_id) counted using (unit_id)
        where unit.tenant_id = $1 order by unit.position, unit.unit_id`,
      values: [tenantId],
    },
  )
}
