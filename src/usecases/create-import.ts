/**
 * A document comes in: its bytes are kept, its text is read, parsed and proofread, and a draft is stored. Nothing of the
 * ledger changes. What is refused leaves nothing behind but, at most, bytes that no draft names.
 */
import { wholeSight } from '../core/access/policy.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, ReadDocument, StoredImport, Visitor } from './ports.ts'

/** Some twenty notices in one. What is read in them is ten times as large, and every reader of the draft gets it whole. */
export const longestText = 500_000

export type Upload = { name: string; bytes: Uint8Array }

/** @throws Refusal `document.…`, `import.tooLong` */
export async function createImport(outside: Outside, visitor: Visitor | null, upload: Upload): Promise<{ id: number }> {
  permit(visitor, 'import.create')
  return store(outside, visitor, upload, await outside.documents.readLines(upload.bytes, upload.name))
}

/** The same for text that was pasted. */
export async function createImportFromText(
  outside: Outside,
  visitor: Visitor | null,
  pasted: { name: string; text: string },
): Promise<{ id: number }> {
  permit(visitor, 'import.create')
  const lines = pasted.text.split(/\r\n|\r|\n/)
  if (lines.every((line) => line.trim() === '')) throw new Refusal('document.empty', { name: pasted.name })
  const bytes = new TextEncoder().encode(pasted.text)
  return store(outside, visitor, { name: pasted.name, bytes }, { format: 'pasted', encoding: null, lines })
}

type Read = Omit<ReadDocument, 'format'> & { format: StoredImport['format'] }

const mediaTypes: Readonly<Record<StoredImport['format'], string>> = {
  txt: 'text/plain',
  pasted: 'text/plain',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

async function store(outside: Outside, visitor: Visitor | null, upload: Upload, read: Read): Promise<{ id: number }> {
  const { data, files, documents } = outside
  const actor = permit(visitor, 'import.create')
  const length = read.lines.reduce((sum, line) => sum + line.length + 1, 0)
  if (length > longestText) throw new Refusal('import.tooLong', { name: upload.name, limit: longestText })
  // PostgreSQL keeps any text but this one character.
  if (read.lines.some((line) => line.includes('\0'))) throw new Refusal('request.controlCharacter')
  const reading = await documents.read(read.lines)
  const { sha256, size } = await files.keep(upload.bytes)
  const at = outside.now()
  const event = eventsOf(actor, 'import.create', at)
  const id = await data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async ({ imports, history }) => {
    const id = await imports.create({
      sourceName: upload.name,
      format: read.format,
      encoding: read.encoding,
      sha256,
      size,
      mediaType: mediaTypes[read.format],
      lines: read.lines,
      reading,
      createdBy: actor.personId,
      at,
    })
    await history.append([event('import.created', 'import', id, { after: { sourceName: upload.name, sha256 } })])
    return id
  })
  return { id }
}
