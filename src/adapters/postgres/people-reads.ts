/** Units, people and roles as pages and pickers read them. Nothing of any ledger is in it. */
import { blind } from '../../core/access/policy.ts'
import type { Day } from '../../core/deadline/day.ts'
import type {
  PeopleReads,
  PersonListQuery,
  PersonRow,
  StoredDeputation,
  StoredHolder,
  StoredPersonPage,
  UnitNode,
} from '../../usecases/ports/people.ts'
import type { Database, Statement } from './database.ts'
import { searchPeople } from './search-people.ts'

const named = (table: string): string =>
  `case when ${table}.${table}_id is not null then json_build_object('id', ${table}.${table}_id, 'name', ${table}.name) end`

/** Columns of a role, `held`, with its unit and inspection; `$2` is the day. */
const role = `held.assignment_id as id, held.role, ${named('unit')} as unit, ${named('inspection')} as inspection,
  held.from_on as "fromOn", held.to_on as "toOn",
  held.from_on <= $2 and (held.to_on is null or held.to_on >= $2) as now,
  coalesce(held.to_on < $2 or held.to_on < held.from_on, false) as over`
const withPlaces = `left join unit on unit.tenant_id = $1 and unit.unit_id = held.unit_id
  left join inspection on inspection.tenant_id = $1 and inspection.inspection_id = held.inspection_id`

export function peopleReads(database: Database): PeopleReads {
  const read = <Row extends object>(tenantId: number, statement: Statement<Row>): Promise<Row[]> =>
    database.readOne({ tenantId, sight: blind }, statement)

  return {
    search: ({ tenantId }, search) => searchPeople(database, tenantId, search),
    unitTree: ({ tenantId }) =>
      read<UnitNode>(tenantId, {
        name: 'unit-tree',
        text: `select unit.unit_id as id, unit.name, unit.short_name as "shortName", unit.parent_id as "parentId",
            unit.closed_on as "closedOn", coalesce(counted.people, 0) as people
          from unit left join (select unit_id, count(*) as people from person
            where tenant_id = $1 and left_on is null group by unit_id) counted using (unit_id)
          where unit.tenant_id = $1 order by unit.position, unit.unit_id`,
        values: [tenantId],
      }),
    list: ({ tenantId }, query) => read<PersonRow>(tenantId, listStatement(tenantId, query)),
    async page({ tenantId }, personId, on) {
      const [[found], roles, deputations] = await database.readAll({ tenantId, sight: blind }, [
        personStatement(tenantId, personId),
        rolesStatement(tenantId, personId, on),
        deputationsStatement(tenantId, personId, on),
      ] as const)
      return found === undefined ? null : { ...found, roles, deputations: deputations.map(withInstant) }
    },
    holders: ({ tenantId }, inspectionId, on) =>
      read<StoredHolder>(tenantId, holdersStatement(tenantId, inspectionId, on)),
    async deputations({ tenantId }, personId, on) {
      return (await read(tenantId, deputationsStatement(tenantId, personId, on))).map(withInstant)
    },
    async securityAdmins({ tenantId }, on) {
      const [row] = await read<{ count: number }>(tenantId, {
        text: `select count(distinct person_id) as count from assignment where tenant_id = $1
          and role = 'securityAdmin' and from_on <= $2 and (to_on is null or to_on >= $2)`,
        values: [tenantId, on],
      })
      return row?.count ?? 0
    },
  }
}

const listStatement = (tenantId: number, { unit, q, limit, on }: PersonListQuery): Statement<PersonRow> => ({
  name: 'people-list',
  text: `select person.person_id as id, person.name, person.title, ${named('unit')} as unit, person.left_on as "leftOn",
      account.login_name as "loginName", coalesce(now.roles, '[]') as roles
    from person
      left join unit on unit.tenant_id = $1 and unit.unit_id = person.unit_id
      left join account on account.tenant_id = $1 and account.person_id = person.person_id
      left join lateral (
        select json_agg(json_build_object('role', held.role, 'unit', ${named('unit')},
          'inspection', ${named('inspection')}) order by held.assignment_id) as roles
        from assignment held ${withPlaces}
        where held.tenant_id = $1 and held.person_id = person.person_id and held.from_on <= $2
          and (held.to_on is null or held.to_on >= $2)
      ) now on true
    where person.tenant_id = $1 and ($3::bigint is null or person.unit_id = $3) and (not $4 or person.unit_id is null)
      and ($5 = '%%' or concat_ws(' ', person.name, person.title, unit.name, unit.short_name, account.login_name) like $5)
    order by person.left_on nulls first, unit.position, person.person_id limit $6`,
  values: [
    tenantId,
    on,
    typeof unit === 'number' ? unit : null,
    unit === 'none',
    `%${q.replace(/[\\%_]/g, '\\$&')}%`,
    limit,
  ],
})

const personStatement = (
  tenantId: number,
  personId: number,
): Statement<Omit<StoredPersonPage, 'roles' | 'deputations'>> => ({
  name: 'person-page',
  text: `select person.person_id as id, person.name, person.title, ${named('unit')} as unit, person.left_on as "leftOn",
      account.login_name as "loginName"
    from person
      left join unit on unit.tenant_id = $1 and unit.unit_id = person.unit_id
      left join account on account.tenant_id = $1 and account.person_id = person.person_id
    where person.tenant_id = $1 and person.person_id = $2`,
  values: [tenantId, personId],
})

const rolesStatement = (tenantId: number, personId: number, on: Day): Statement<StoredPersonPage['roles'][number]> => ({
  name: 'roles-of-person',
  text: `select ${role} from assignment held ${withPlaces}
    where held.tenant_id = $1 and held.person_id = $3 order by 8, held.from_on desc, held.assignment_id desc`,
  values: [tenantId, on, personId],
})

const holdersStatement = (tenantId: number, inspectionId: number | null, on: Day): Statement<StoredHolder> => ({
  name: 'holders',
  text: `select ${role}, account.login_name as "loginName",
      json_build_object('id', person.person_id, 'name', person.name, 'title', person.title, 'unit',
        case when home.unit_id is not null then json_build_object('id', home.unit_id, 'name', home.name) end) as person,
      (select json_build_object('id', deputy.person_id, 'name', deputy.name) from deputation
        join person deputy on deputy.tenant_id = $1 and deputy.person_id = deputation.deputy_id
        where deputation.tenant_id = $1 and deputation.principal_id = person.person_id and ended_at is null
          and $2 between deputation.from_on and deputation.to_on limit 1) as deputy
    from assignment held ${withPlaces}
      join person on person.tenant_id = $1 and person.person_id = held.person_id
      left join unit home on home.tenant_id = $1 and home.unit_id = person.unit_id
      left join account on account.tenant_id = $1 and account.person_id = person.person_id
    where held.tenant_id = $1 and (held.to_on is null or (held.to_on >= $2 and held.to_on >= held.from_on))
      and ($3::bigint is null or held.inspection_id is null or held.inspection_id = $3)
    order by held.inspection_id nulls first, unit.position nulls first, held.assignment_id limit 2000`,
  values: [tenantId, on, inspectionId],
})

type DeputationRow = Omit<StoredDeputation, 'endedAt'> & { endedAt: Date | null }
const withInstant = (row: DeputationRow): StoredDeputation => ({
  ...row,
  endedAt: row.endedAt?.toISOString() ?? null,
})

const deputationsStatement = (tenantId: number, personId: number, on: Day): Statement<DeputationRow> => ({
  name: 'deputations',
  text: `select deputation_id as id, json_build_object('id', principal.person_id, 'name', principal.name) as principal,
      json_build_object('id', deputy.person_id, 'name', deputy.name) as deputy, from_on as "fromOn", to_on as "toOn",
      reason, ended_at as "endedAt", ended_at is null and $2 between from_on and to_on as now
    from deputation
      join person principal on principal.tenant_id = $1 and principal.person_id = principal_id
      join person deputy on deputy.tenant_id = $1 and deputy.person_id = deputy_id
    where deputation.tenant_id = $1 and $3 in (principal_id, deputy_id)
    order by from_on desc, deputation_id desc limit 200`,
  values: [tenantId, on, personId],
})
