/** Who a session's token belongs to. */
import { blind } from '../../core/access/policy.ts'
import type { Role } from '../../core/access/role.ts'
import { chinaDay } from '../../core/deadline/china-day.ts'
import type { Preferences, Visitor } from '../../usecases/ports.ts'
import type { Database } from './database.ts'

type Row = {
  personId: number
  name: string
  loginName: string
  preferences: Preferences
  csrfToken: string
  idleMinutes: number
  lastSeenAt: Date
  pending: Visitor['pending']
  roles: {
    role: Role
    unitId: number | null
    unitName: string | null
    inspectionId: number | null
    principalId: number | null
    principalName: string | null
    below: number[] | null
  }[]
}

const text = `
  select person.person_id as "personId", person.name, account.login_name as "loginName", account.preferences,
    session.csrf_token as "csrfToken", session.idle_minutes as "idleMinutes",
    session.last_seen_at as "lastSeenAt",
    case when account.must_change_password and session.method <> 'singleSignOn' then 'password'
      when session.must_enrol then 'secondFactor' end as pending,
    coalesce((
      select json_agg(json_build_object('role', held.role, 'unitId', held.unit_id, 'unitName', unit.name,
        'inspectionId', held.inspection_id, 'principalId', principal.person_id, 'principalName', principal.name, 'below', case when held.role = 'unitHead' then array(
          select lower.unit_id from unit lower where lower.tenant_id = $1 and lower.path like unit.path || '%') end
        ) order by holder.principal_id nulls first, held.assignment_id)
      from (
          select session.person_id as person_id, null::bigint as principal_id
          -- Handed over for a time; what somebody holds as a deputy is not handed on.
          union all select principal_id, principal_id from deputation
            where tenant_id = $1 and deputy_id = session.person_id and ended_at is null and $4 between from_on and to_on
        ) holder
        join assignment held on held.tenant_id = $1 and held.person_id = holder.person_id
        left join person principal on principal.tenant_id = $1 and principal.person_id = holder.principal_id
        left join unit on unit.tenant_id = $1 and unit.unit_id = held.unit_id
      where (holder.principal_id is null or held.role not in ('systemAdmin', 'securityAdmin', 'auditAdmin'))
        and held.from_on <= $4 and (held.to_on is null or held.to_on >= $4)
    ), '[]') as roles
  from session
    join account on account.tenant_id = $1 and account.person_id = session.person_id
    join person on person.tenant_id = $1 and person.person_id = session.person_id
  where session.tenant_id = $1 and session.token_hash = $2 and session.idle_until > $3 and session.ends_at > $3
    and account.disabled_at is null`

/** Writing at each request that somebody is still there would cost more than the request. */
const touchEveryMs = 60_000

/** Null when the token is unknown or its time is over; otherwise its idle time starts anew. */
export async function visitor(
  database: Database,
  tenantId: number,
  tokenHash: Buffer,
  now: Date,
): Promise<Visitor | null> {
  const scope = { tenantId, sight: blind }
  const values = [tenantId, tokenHash, now, chinaDay(now)]
  const [row] = await database.readOne<Row>(scope, { name: 'visitor', text, values })
  if (row === undefined) return null
  if (now.getTime() - row.lastSeenAt.getTime() > touchEveryMs) {
    const idleUntil = new Date(now.getTime() + row.idleMinutes * 60_000)
    await database.inTenant(scope, (transaction) =>
      transaction
        .updateTable('session')
        .set({ idle_until: idleUntil, last_seen_at: now })
        .where('tenant_id', '=', tenantId)
        .where('token_hash', '=', tokenHash)
        .execute(),
    )
  }
  const roles = row.pending === null ? row.roles : []
  return {
    tenantId,
    personId: row.personId,
    name: row.name,
    loginName: row.loginName,
    preferences: row.preferences,
    csrfToken: row.csrfToken,
    pending: row.pending,
    roles: roles.map(({ role, unitId, unitName, inspectionId, principalId, principalName }) => ({
      role,
      unit: unitId === null ? null : { id: unitId, name: unitName ?? '' },
      inspectionId,
      onBehalfOf: principalId === null ? null : { id: principalId, name: principalName ?? '' },
    })),
    subordinateIds: new Map(
      roles.flatMap(({ unitId, below }) => (unitId === null || below === null ? [] : [[unitId, below]])),
    ),
  }
}
