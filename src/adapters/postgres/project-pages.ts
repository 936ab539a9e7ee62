/** What the pages of projects read: entries, with their values, of one project or of a page of them. */
import { marks } from '../../core/registers/entry-search.ts'
import type { CitingOfProject, ProjectEntry, ProjectReads } from '../../usecases/ports/projects.ts'
import type { Database } from './database.ts'
import { namesFrom, namesStatement } from './entry-names.ts'
import { latestStatement } from './registers.ts'

const columns = `entry.entry_id as id, register, kind, entry.unit_id as "unitId", unit.name as unit, title,
  on_day as "on", fields as values, counts, project_ids as "projectIds",
  case when aggregate_from is not null then
    json_build_object('from', aggregate_from, 'to', aggregate_to, 'totals', counts) end as aggregate`
const from = 'entry join unit on unit.tenant_id = $1 and unit.unit_id = entry.unit_id'
const held = `entry.tenant_id = $1 and withdrawn_at is null and readers <> 'restricted'`
/** Entries that refer to one are found among so many at most. */
const mostReferring = 20_000

export function projectReads(database: Database): ProjectReads {
  return {
    projects: (scope, after, limit) =>
      database.readOne<ProjectEntry>(scope, {
        name: 'projects',
        text: `select ${columns} from ${from} where ${held} and register = 'project' and entry_id > $2
          order by entry_id limit $3`,
        values: [scope.tenantId, after ?? 0, limit],
      }),
    async project(scope, id) {
      const [row] = await database.readOne<ProjectEntry>(scope, {
        name: 'project',
        text: `select ${columns} from ${from} where ${held} and register = 'project' and entry_id = $2`,
        values: [scope.tenantId, id],
      })
      return row ?? null
    },
    entriesOf: (scope, projectIds, registers) =>
      database.readOne<ProjectEntry>(scope, {
        name: 'entries-of-projects',
        text: `select ${columns} from ${from}
          where ${held} and ($3::text[] is null or register = any ($3::text[])) and entry_id = any (array(
            select unnest(entries_of_project(project)) from unnest($2::bigint[]) project))
          order by on_day, entry_id`,
        values: [scope.tenantId, projectIds, registers],
      }),
    citing: (scope, entryIds) =>
      database.readOne<CitingOfProject>(scope, {
        name: 'citing-projects',
        text: `select record_kind as "recordKind", record_id as "recordId",
            coalesce(measure.number, finding.number, '') as number, coalesce(measure.text, finding.heading, '') as text,
            count(distinct entry_id) as entries
          from citation
            left join measure on record_kind = 'measure' and measure.tenant_id = $1 and measure.measure_id = record_id
            left join finding on record_kind = 'finding' and finding.tenant_id = $1 and finding.finding_id = record_id
          where citation.tenant_id = $1 and entry_id = any ($2::bigint[]) and withdrawn_at is null
            and record_kind in ('measure', 'finding')
          group by record_kind, record_id, measure.number, finding.number, measure.text, finding.heading
          order by record_kind, coalesce(measure.number, finding.number)`,
        values: [scope.tenantId, entryIds],
      }),
    ofRegister: (scope, register, limit) =>
      database.readOne<ProjectEntry>(scope, {
        name: 'entries-of-register',
        text: `select ${columns} from ${from} where ${held} and register = $2
          order by on_key desc, entry_id desc limit $3`,
        values: [scope.tenantId, register, limit],
      }),
    async names(scope, of) {
      return namesFrom(await database.readOne(scope, namesStatement(scope.tenantId, { ...of, entries: [] })))
    },
    async ownRegisters(scope) {
      return (await database.readOne(scope, latestStatement(scope.tenantId))).map(({ definition }) => definition)
    },
    referringTo: (scope, register, entryIds) =>
      entryIds.length === 0
        ? Promise.resolve([])
        : database.readOne<ProjectEntry>(scope, {
            name: 'entries-referring',
            text: `select ${columns} from ${from}
              where ${held} and register = $2 and entry_id = any (search_entries($3::tsquery, ${mostReferring}))
              order by on_key, entry_id`,
            values: [
              scope.tenantId,
              register,
              `'${marks.register(register)}' & (${entryIds.map((entryId) => `'${marks.entry(entryId)}'`).join(' | ')})`,
            ],
          }),
  }
}
