/** Escalation papers and the register of accountability: reading, through the wall. */
import type { AccountabilityPage, PaperPage, PaperRow } from '../../usecases/ports/deadlines.ts'
import type { Database, Scope } from './database.ts'

const named = (id: string, table: string): string =>
  `(select json_build_object('id', ${table}_id, 'name', name) from ${table} where tenant_id = $1 and ${table}_id = ${id})`
const instant = (column: string): string => `to_json(${column}) #>> '{}'`

const columns = `paper_id as id, kind, state, number, ${named('paper.unit_id', 'unit')} as unit, title,
  last_day as "lastDay", ${instant('drafted_at')} as "draftedAt", ${named('paper.drafted_by', 'person')} as "draftedBy",
  ${instant('sent_at')} as "sentAt", ${instant('received_at')} as "receivedAt"`

/** Newest first. */
export function paperRows(database: Database, scope: Scope, inspectionId: number): Promise<PaperRow[]> {
  return database.readOne<PaperRow>(scope, {
    name: 'papers',
    text: `select ${columns}, (select count(*) from paper_measure held where held.tenant_id = $1
        and held.paper_id = paper.paper_id) as measures
      from paper where tenant_id = $1 and inspection_id = $2 order by paper_id desc limit 1000`,
    values: [scope.tenantId, inspectionId],
  })
}

export async function paperPage(
  database: Database,
  scope: Scope,
  paperId: number,
): Promise<(PaperPage & { unitId: number }) | null> {
  const [row] = await database.readOne<PaperPage & { unitId: number }>(scope, {
    name: 'paper',
    text: `select ${columns}, version, body, unit_id as "unitId", ${named('paper.inspection_id', 'inspection')} as inspection,
      coalesce((select json_agg(json_build_object('id', measure_id, 'number', number, 'text', text, 'dueOn', due_on,
          'missedWeeks', missed_weeks) order by number_key, measure_id)
        from paper_measure held join measure using (tenant_id, measure_id)
        where held.tenant_id = $1 and held.paper_id = paper.paper_id), '[]') as measures,
      coalesce((select json_agg(json_build_object('act', act, 'person', ${named('step.person_id', 'person')},
          'onBehalfOf', ${named('step.on_behalf_of', 'person')}, 'at', at, 'words', words) order by step)
        from paper_step step where step.tenant_id = $1 and step.paper_id = paper.paper_id), '[]') as steps
      from paper where tenant_id = $1 and paper_id = $2`,
    values: [scope.tenantId, paperId],
  })
  return row ?? null
}

export async function accountabilityOf(
  database: Database,
  scope: Scope,
  inspectionId: number,
): Promise<AccountabilityPage> {
  const entries = await database.readOne<AccountabilityPage['entries'][number]>(scope, {
    name: 'accountability',
    text: `select accountability_id as id, kind, people, recovered, on_day as "onDay", words,
        coalesce((select name from person where tenant_id = $1 and person_id = entered_by), '') as "enteredBy"
      from accountability where tenant_id = $1 and inspection_id = $2 order by on_day desc, accountability_id desc`,
    values: [scope.tenantId, inspectionId],
  })
  return { entries }
}
