/** Evidence: its store within a transaction, and what its pages read. The wall of the measure is asked by the database. */
import { sql } from 'kysely'
import type { EvidencedMeasure, EvidenceReads, EvidenceStore, StoredEvidence } from '../../usecases/ports/evidence.ts'
import type { Database, Scope, Statement, Transaction } from './database.ts'

export function evidenceStore(transaction: Transaction, tenantId: number): EvidenceStore {
  const ofMeasure = (measureId: number) =>
    transaction.selectFrom('evidence').where('tenant_id', '=', tenantId).where('measure_id', '=', measureId)

  const change = (evidenceId: number) =>
    transaction.updateTable('evidence').where('tenant_id', '=', tenantId).where('evidence_id', '=', evidenceId)

  return {
    async lockMeasure(measureId) {
      const { rows } = await sql<EvidencedMeasure>`${sql.raw(measureColumns)}
        where measure.tenant_id = ${tenantId} and measure.measure_id = ${measureId} for update of measure`.execute(
        transaction,
      )
      return rows[0] ?? null
    },
    async hasTarget(measureId, targetId) {
      const { rows } = await sql`select from measure_target where tenant_id = ${tenantId}
        and measure_id = ${measureId} and target_id = ${targetId}`.execute(transaction)
      return rows.length > 0
    },
    async count(measureId, cycle) {
      const { held } = await ofMeasure(measureId)
        .select(({ fn }) => fn.countAll<number>().as('held'))
        .where('cycle', '=', cycle)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirstOrThrow()
      return held
    },
    async findSame(measureId, cycle, sha256) {
      const row = await ofMeasure(measureId)
        .select('evidence_id')
        .where('cycle', '=', cycle)
        .where('sha256', '=', sha256)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst()
      return row?.evidence_id ?? null
    },
    async add({ measureId, targetId, mediaType, photo, uploadedBy, onBehalfOf, unitId, at, ...same }) {
      await transaction
        .insertInto('stored_file')
        .values({
          tenant_id: tenantId,
          sha256: same.sha256,
          name: same.name,
          size: same.size,
          media_type: mediaType,
          stored_at: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const { evidence_id: id } = await transaction
        .insertInto('evidence')
        .values({
          tenant_id: tenantId,
          ...same,
          measure_id: measureId,
          target_id: targetId,
          media_type: mediaType,
          photo: photo === null ? null : JSON.stringify(photo),
          uploaded_by: uploadedBy,
          on_behalf_of: onBehalfOf,
          unit_id: unitId,
          uploaded_at: at,
        })
        .returning('evidence_id')
        .executeTakeFirstOrThrow()
      return id
    },
    async find(evidenceId) {
      const { rows } = await sql<Row>`${sql.raw(evidenceColumns(String(Number(tenantId))))}
        where evidence.tenant_id = ${tenantId} and evidence.evidence_id = ${evidenceId}`.execute(transaction)
      return rows[0] === undefined ? null : storedOf(rows[0])
    },
    async change(evidenceId, { caption, targetId, beforeId }) {
      await change(evidenceId)
        .set({
          ...(caption !== undefined && { caption }),
          ...(targetId !== undefined && { target_id: targetId }),
          ...(beforeId !== undefined && { before_id: beforeId }),
        })
        .execute()
    },
    async findAfter(evidenceId) {
      const row = await transaction
        .selectFrom('evidence')
        .select('evidence_id')
        .where('tenant_id', '=', tenantId)
        .where('before_id', '=', evidenceId)
        .executeTakeFirst()
      return row?.evidence_id ?? null
    },
    async withdraw(evidenceId, by, reason, at) {
      await change(evidenceId)
        .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason, before_id: null })
        .execute()
      await sql`update evidence set before_id = null
        where tenant_id = ${tenantId} and before_id = ${evidenceId}`.execute(transaction)
      await sql`update measure set version = version + 1 from evidence
        where measure.tenant_id = ${tenantId} and evidence.tenant_id = ${tenantId}
          and evidence.evidence_id = ${evidenceId} and measure.measure_id = evidence.measure_id`.execute(transaction)
    },
    async recount(measureId) {
      await sql`update measure set evidence_count = evidence_of(measure_id, cycle)
        where tenant_id = ${tenantId} and measure_id = ${measureId}`.execute(transaction)
    },
    async keepScaled(sha256, size, scaledSha256) {
      await transaction
        .insertInto('scaled_picture')
        .values({ tenant_id: tenantId, sha256, size_name: size, scaled_sha256: scaledSha256 })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
  }
}

const measureColumns = `select measure.measure_id as "measureId", measure.inspection_id as "inspectionId", measure.audiences,
    measure.status, measure.cycle, measure.version, inspection.feedback_on as "feedbackOn"
  from measure join inspection using (tenant_id, inspection_id)`

/**
 * A piece as it is kept. The unit's endorsement is looked up in the history of the measure: a later return does not undo that it
 * was shown. Other measures with the same bytes are those that the reader's wall lets through.
 */
const evidenceColumns = (
  tenant: string,
): string => `select evidence.evidence_id as id, evidence.measure_id as "measureId",
    evidence.cycle, evidence.target_id as "targetId", evidence.sha256, evidence.name, evidence.media_type as "mediaType",
    evidence.size, evidence.caption, evidence.photo, evidence.before_id as "beforeId",
    evidence.uploaded_at as "uploadedAt",
    json_build_object('id', uploader.person_id, 'name', uploader.name) as "uploadedBy",
    case when principal.person_id is not null then
      json_build_object('id', principal.person_id, 'name', principal.name) end as "onBehalfOf",
    case when unit.unit_id is not null then json_build_object('id', unit.unit_id, 'name', unit.name) end as unit,
    evidence.withdrawn_at as "withdrawnAt", evidence.withdrawn_reason as "withdrawnReason",
    json_build_object('id', withdrawer.person_id, 'name', withdrawer.name) as "withdrawnBy",
    coalesce((select json_agg(json_build_object('measureId', other.measure_id, 'number', other.number)
        order by other.number_key) from measure other
      where other.tenant_id = ${tenant} and other.measure_id <> evidence.measure_id
        and other.measure_id in (select twin.measure_id from evidence twin where twin.tenant_id = ${tenant}
          and twin.sha256 = evidence.sha256 and twin.withdrawn_at is null)), '[]') as "alsoProves",
    exists (select from history_event event where event.tenant_id = ${tenant} and event.record_kind = 'measure'
      and event.record_id = evidence.measure_id and event.act = 'measure.endorsed'
      and event.at >= evidence.uploaded_at) as endorsed
  from evidence
    join person uploader on uploader.tenant_id = ${tenant} and uploader.person_id = evidence.uploaded_by
    left join person principal on principal.tenant_id = ${tenant} and principal.person_id = evidence.on_behalf_of
    left join person withdrawer on withdrawer.tenant_id = ${tenant} and withdrawer.person_id = evidence.withdrawn_by
    left join unit on unit.tenant_id = ${tenant} and unit.unit_id = evidence.unit_id`

type Row = Omit<StoredEvidence, 'uploadedAt' | 'withdrawn'> & {
  uploadedAt: Date
  withdrawnAt: Date | null
  withdrawnBy: { id: number; name: string }
  withdrawnReason: string | null
}

const storedOf = ({ uploadedAt, withdrawnAt, withdrawnBy, withdrawnReason, ...row }: Row): StoredEvidence => ({
  ...row,
  uploadedAt: uploadedAt.toISOString(),
  withdrawn:
    withdrawnAt === null ? null : { by: withdrawnBy, at: withdrawnAt.toISOString(), reason: withdrawnReason ?? '' },
})

export function evidenceReads(database: Database): EvidenceReads {
  const measureStatement = (scope: Scope, measureId: number): Statement<EvidencedMeasure> => ({
    name: 'evidenced-measure',
    text: `${measureColumns} where measure.tenant_id = $1 and measure.measure_id = $2`,
    values: [scope.tenantId, measureId],
  })
  return {
    async measure(scope, measureId) {
      return (await database.readOne(scope, measureStatement(scope, measureId)))[0] ?? null
    },
    async ofMeasure(scope, measureId) {
      const rows = await database.readOne<Row>(scope, {
        name: 'evidence-of-measure',
        text: `${evidenceColumns('$1')} where evidence.tenant_id = $1 and evidence.measure_id = $2
          order by evidence.evidence_id`,
        values: [scope.tenantId, measureId],
      })
      return rows.map(storedOf)
    },
    async piece(scope, evidenceId) {
      const values = [scope.tenantId, evidenceId]
      const [[row], [measure]] = await database.readAll(scope, [
        {
          name: 'evidence-piece',
          text: `${evidenceColumns('$1')} where evidence.tenant_id = $1 and evidence.evidence_id = $2`,
          values,
        } as Statement<Row>,
        {
          name: 'evidence-measure',
          text: `${measureColumns} where measure.tenant_id = $1 and measure.measure_id =
            (select measure_id from evidence where tenant_id = $1 and evidence_id = $2)`,
          values,
        } as Statement<EvidencedMeasure>,
      ] as const)
      return row === undefined || measure === undefined ? null : { evidence: storedOf(row), measure }
    },
    async scaledPicture(scope, sha256, size) {
      const [row] = await database.readOne<{ sha256: string }>(scope, {
        name: 'scaled-picture',
        text: `select scaled_sha256 as sha256 from scaled_picture
          where tenant_id = $1 and sha256 = $2 and size_name = $3`,
        values: [scope.tenantId, sha256, size],
      })
      return row?.sha256 ?? null
    },
  }
}
