/** One inspection with its local rules, and what its text claims of itself. */
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { sql } from 'kysely'
import type { Day } from '../../core/deadline/day.ts'
import type { InspectionStore, StoredInspection } from '../../usecases/ports/plan.ts'
import type { Reading } from '../../usecases/ports.ts'
import type { Transaction } from './database.ts'

const unpack = promisify(gunzip)

export function inspectionStore(transaction: Transaction, tenantId: number): InspectionStore {
  return {
    find: (inspectionId) => read(inspectionId, false),
    lock: (inspectionId) => read(inspectionId, true),
    async change(inspectionId, fields) {
      const { from, to, feedbackOn, assessedOn, publishedOn, settings, ...plain } = fields
      await transaction
        .updateTable('inspection')
        .set({
          ...plain,
          ...(from !== undefined && { on_site_from: from }),
          ...(to !== undefined && { on_site_to: to }),
          ...(feedbackOn !== undefined && { feedback_on: feedbackOn }),
          ...(assessedOn !== undefined && { assessed_on: sql<string>`${assessedOn}::date` }),
          ...(publishedOn !== undefined && { published_on: sql<string>`${publishedOn}::date` }),
          ...(settings !== undefined && { settings: sql<string>`${JSON.stringify(settings)}::jsonb` }),
          version: sql`version + 1`,
        })
        .where('tenant_id', '=', tenantId)
        .where('inspection_id', '=', inspectionId)
        .execute()
    },
    async declared(inspectionId) {
      const row = await transaction
        .selectFrom('import')
        .select('reading')
        .where('tenant_id', '=', tenantId)
        .where('inspection_id', '=', inspectionId)
        .where('applied_at', 'is not', null)
        .orderBy('import_id', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (row === undefined) return { findings: null, causes: null, measures: null }
      const { notice } = JSON.parse((await unpack(row.reading)).toString('utf8')) as Reading
      const claimed = (what: 'finding' | 'cause' | 'measure'): number | null =>
        notice.declared.find((each) => each.what === what)?.value ?? null
      return { findings: claimed('finding'), causes: claimed('cause'), measures: claimed('measure') }
    },
  }

  async function read(inspectionId: number, lock: boolean): Promise<StoredInspection | null> {
    const { rows } = await sql<StoredInspection & { planApprovedOn: Day | null }>`
      select inspection_id as id, name, body, team, kind, theme, on_site_from as "from", on_site_to as "to",
        feedback_on as "feedbackOn", basis, assessed_on as "assessedOn", published_on as "publishedOn",
        plan_approved_on as "planApprovedOn", settings, version
      from inspection where tenant_id = ${tenantId} and inspection_id = ${inspectionId}
      ${lock ? sql`for update` : sql``}`.execute(transaction)
    return rows[0] ?? null
  }
}
