/** Imported documents: drafts and those written to a ledger. */
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Edit } from '../../core/ledger/edit.ts'
import type { ImportRow, Imports, Reading, StoredImport } from '../../usecases/ports.ts'
import type { Transaction } from './database.ts'
import type { Tables } from './tables.ts'

/** Changes when the parser or proofreader would read a text differently. */
export const parserVersion = '1'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

export function imports(transaction: Transaction, tenantId: number): Imports {
  const ofTenant = transaction.selectFrom('import').where('tenant_id', '=', tenantId)

  return {
    async create(draft) {
      await transaction
        .insertInto('stored_file')
        .values({
          tenant_id: tenantId,
          sha256: draft.sha256,
          name: draft.sourceName,
          size: draft.size,
          media_type: draft.mediaType,
          stored_at: draft.at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const { import_id: id } = await transaction
        .insertInto('import')
        .values({
          tenant_id: tenantId,
          source_name: draft.sourceName,
          format: draft.format,
          encoding: draft.encoding,
          sha256: draft.sha256,
          lines: draft.lines,
          reading: await pack(JSON.stringify(draft.reading)),
          parser_version: parserVersion,
          edits: '[]',
          created_by: draft.createdBy,
          created_at: draft.at,
          applied_at: null,
          inspection_id: null,
        })
        .returning('import_id')
        .executeTakeFirstOrThrow()
      return id
    },
    async list() {
      const rows = await ofTenant
        .select(['import_id', 'source_name', 'format', 'created_at', 'applied_at', 'inspection_id'])
        .orderBy('import_id', 'desc')
        .limit(200)
        .execute()
      return rows.map(rowOf)
    },
    async find(importId) {
      const row = await ofTenant.selectAll().where('import_id', '=', importId).executeTakeFirst()
      return row === undefined ? null : storedOf(row)
    },
    async lock(importId) {
      const row = await ofTenant.selectAll().where('import_id', '=', importId).forUpdate().executeTakeFirst()
      return row === undefined ? null : storedOf(row)
    },
    async findSame(importId, sha256) {
      const row = await ofTenant
        .select(['import_id', 'applied_at', 'inspection_id'])
        .where('sha256', '=', sha256)
        .where('import_id', '<>', importId)
        .orderBy(sql`applied_at is null`)
        .orderBy('import_id', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (row === undefined) return null
      return { id: row.import_id, appliedAt: row.applied_at?.toISOString() ?? null, inspectionId: row.inspection_id }
    },
    async storeEdits(importId, edits) {
      await change(importId, { edits: JSON.stringify(edits), edits_version: sql<number>`edits_version + 1` })
    },
    async markApplied(importId, inspectionId, edits, at) {
      await change(importId, { inspection_id: inspectionId, edits: JSON.stringify(edits), applied_at: at })
    },
    async remove(importId) {
      await transaction
        .deleteFrom('import')
        .where('tenant_id', '=', tenantId)
        .where('import_id', '=', importId)
        .execute()
    },
  }

  async function change(
    importId: number,
    fields: { edits: string; edits_version?: RawBuilder<number>; inspection_id?: number; applied_at?: Date },
  ): Promise<void> {
    await transaction
      .updateTable('import')
      .set(fields)
      .where('tenant_id', '=', tenantId)
      .where('import_id', '=', importId)
      .execute()
  }
}

type Row = Selectable<Tables['import']>

const rowOf = (
  row: Pick<Row, 'import_id' | 'source_name' | 'format' | 'created_at' | 'applied_at' | 'inspection_id'>,
): ImportRow => ({
  id: row.import_id,
  sourceName: row.source_name,
  format: row.format as StoredImport['format'],
  createdAt: row.created_at.toISOString(),
  appliedAt: row.applied_at?.toISOString() ?? null,
  inspectionId: row.inspection_id,
})

async function storedOf(row: Row): Promise<StoredImport> {
  const unpacked = await unpack(row.reading)
  return {
    ...rowOf(row),
    encoding: row.encoding,
    sha256: row.sha256,
    lines: row.lines,
    reading: JSON.parse(unpacked.toString('utf8')) as Reading,
    edits: row.edits as Edit[],
    editsVersion: row.edits_version,
  }
}
