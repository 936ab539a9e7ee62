/** The bytes of a piece of evidence, for those who see its measure: to be shown, or to be taken away, which is logged. */
import { sightOf } from '../core/access/policy.ts'
import { kindOf } from '../core/evidence/file-type.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type { Chunks, Mark, PictureSize, StoredEvidence } from './ports/evidence.ts'
import type { Outside, Visitor } from './ports.ts'
import { seen } from './read-evidence.ts'

export type GivenFile = {
  name: string
  mediaType: string
  /** `shown` in the page, or saved. */
  disposition: 'inline' | 'attachment'
  /** Tells one content from another. */
  tag: string
  size: number
  /** From byte `start` to `end`, both included. */
  open(part?: { start: number; end: number }): Promise<Chunks>
}

/** What browsers show by themselves without running anything in it. */
const shownInPlace = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'application/pdf',
  'video/mp4',
  'video/quicktime',
])
/** Larger pictures are not sent to be shrunk by the browser. */
const shownUnscaledMb = 20

type Wish = {
  size?: PictureSize | undefined
  download?: 'marked' | 'original' | undefined
  /** Only its beginning counts as one reading: a video comes in many parts. */
  fromStart: boolean
  language: Language
}

/** @throws Refusal `record.notFound` for what the visitor may not see, `evidence.noPicture`, `file.…` */
export async function giveEvidence(
  outside: Outside,
  visitor: Visitor | null,
  evidenceId: number,
  wish: Wish,
): Promise<GivenFile> {
  const { data, files } = outside
  const actor = permit(visitor, 'evidence.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const found = await data.read.evidence.piece(scope, evidenceId)
  if (found === null) throw new Refusal('record.notFound')
  const measure = seen(actor, found.measure)
  const piece = found.evidence
  if (wish.size !== undefined) return scaled(outside, actor.tenantId, piece, wish.size)

  const isMarked = wish.download === 'marked' && kindOf(piece.mediaType) === 'image'
  const at = outside.now()
  const marked = isMarked ? await markedCopy(outside, piece, markFor(visitor, at, wish.language)) : null
  const isShown = wish.download === undefined && shownInPlace.has(piece.mediaType)
  if (wish.fromStart) {
    const after = {
      measureId: measure.measureId,
      name: piece.name,
      sha256: piece.sha256,
      given: isShown ? 'shown' : marked === null ? 'original' : 'marked',
    }
    await data.inTenant(scope, ({ history }) =>
      history.append([eventsOf(actor, 'evidence.read', at)('evidence.downloaded', 'evidence', evidenceId, { after })]),
    )
  }
  if (marked !== null)
    return inMemory(
      marked,
      `${piece.name.replace(/\.[^.]+$/, '')}.jpg`,
      'attachment',
      `${piece.sha256}-${at.getTime()}`,
    )
  return {
    name: piece.name,
    mediaType: piece.mediaType,
    disposition: isShown ? 'inline' : 'attachment',
    tag: piece.sha256,
    size: piece.size,
    open: (part) => files.open(piece.sha256, part),
  }
}

/** A scaled picture, made when it is first asked for. Where none can be made, the original if a browser shows it. */
async function scaled(
  outside: Outside,
  tenantId: number,
  piece: StoredEvidence,
  size: PictureSize,
): Promise<GivenFile> {
  const { data, files, pictures } = outside
  if (kindOf(piece.mediaType) !== 'image') throw new Refusal('evidence.noPicture')
  const scope = { tenantId, sight: { whole: [], audiences: [] } }
  const name = `${piece.name}.jpg`
  const kept = await data.read.evidence.scaledPicture(scope, piece.sha256, size)
  if (kept !== null) return inMemory(await whole(await files.open(kept)), name, 'inline', kept)
  const made = await pictures.scaled(await files.open(piece.sha256), size)
  if (made !== null) {
    const { sha256 } = await files.keep(made)
    await data.inTenant(scope, ({ evidence }) => evidence.keepScaled(piece.sha256, size, sha256))
    return inMemory(made, name, 'inline', sha256)
  }
  const isFit = shownInPlace.has(piece.mediaType) && piece.size <= shownUnscaledMb * 1024 * 1024
  if (!isFit || (await pictures.ready())) throw new Refusal('evidence.noPicture')
  return {
    name: piece.name,
    mediaType: piece.mediaType,
    disposition: 'inline',
    tag: piece.sha256,
    size: piece.size,
    open: (part) => files.open(piece.sha256, part),
  }
}

async function markedCopy({ files, pictures }: Outside, piece: StoredEvidence, mark: Mark): Promise<Uint8Array | null> {
  return pictures.marked(await files.open(piece.sha256), mark)
}

/** Name, unit and minute of the reader; in digits: number of the person and the same minute. */
function markFor(visitor: Visitor | null, at: Date, language: Language): Mark {
  if (visitor === null) throw new Refusal('access.signInFirst')
  const minute = new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')
  const unit = visitor.roles.find((role) => role.unit !== null)?.unit?.name
  const who = unit === undefined ? visitor.name : `${visitor.name} ${unit}`
  const word = language === 'zh' ? '下载' : 'downloaded'
  return { text: `${who} ${minute} ${word}`, digits: `${visitor.personId} ${minute}` }
}

const inMemory = (bytes: Uint8Array, name: string, disposition: GivenFile['disposition'], tag: string): GivenFile => ({
  name,
  mediaType: 'image/jpeg',
  disposition,
  tag,
  size: bytes.length,
  open: async ({ start = 0, end = bytes.length - 1 } = { start: 0, end: bytes.length - 1 }) =>
    only(bytes.subarray(start, end + 1)),
})

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function whole(chunks: Chunks): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let place = 0
  for (const part of parts) {
    bytes.set(part, place)
    place += part.length
  }
  return bytes
}
