/** Finds people by what is typed into a picker: a few at once, however many there are. */
import { blind } from '../../core/access/policy.ts'
import type { PersonChoice, PersonSearch } from '../../usecases/ports/people.ts'
import type { Database } from './database.ts'

/** Behind every text that begins with a given one. */
const behindAll = '\u{10ffff}'

const columns = `person.person_id as id, person.name, person.title,
  case when unit.unit_id is not null then json_build_object('id', unit.unit_id, 'name', unit.name) end as unit`
const withUnit = 'left join unit on unit.tenant_id = $1 and unit.unit_id = person.unit_id'

/**
 * Up to three ways, one after the other, each in an order of its own; the next is walked only while there are too few: who has a role
 * in the inspection, whose name begins with the words (an index), who has them anywhere in name, title or unit (a walk).
 */
export async function searchPeople(
  database: Database,
  tenantId: number,
  { q, unitId, inspectionId, limit, on }: PersonSearch,
): Promise<PersonChoice[]> {
  const here = `person.tenant_id = $1 and (person.left_on is null or person.left_on > $5::date)
    and ($3::bigint is null or person.unit_id = $3)`
  const anywhere = `concat_ws(' ', person.name, person.title, unit.name, unit.short_name) like $6`
  const beginning = `person.name collate "C" >= $2 and person.name collate "C" < $2 || '${behindAll}'`
  const inInspection = `person.person_id in (select held.person_id from assignment held where held.tenant_id = $1
    and held.inspection_id = $7::bigint and held.from_on <= $5 and (held.to_on is null or held.to_on >= $5))`
  const ways = [
    `${anywhere} and ${inInspection}`,
    `${beginning} and not ${inInspection} order by person.name collate "C", person.person_id`,
    `${anywhere} and not (${beginning}) and not ${inInspection}`,
  ]
  return database.readOne<PersonChoice>(
    { tenantId, sight: blind },
    {
      name: 'search-people',
      text: `select * from (${ways
        .map((way) => `(select ${columns} from person ${withUnit} where ${here} and ${way} limit $4)`)
        .join(' union all ')}) found limit $4`,
      values: [tenantId, q, unitId, limit, on, `%${q.replace(/[\\%_]/g, '\\$&')}%`, inspectionId],
    },
  )
}
