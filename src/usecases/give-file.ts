/** The bytes of a kept file: to be shown in the page, scaled, or taken away with the reader's name across it. */
import type { Actor } from '../core/access/policy.ts'
import { kindOf } from '../core/evidence/file-type.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import type { Chunks, Mark, PictureSize } from './ports/evidence.ts'
import type { Outside, Visitor } from './ports.ts'

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

export type FileWish = {
  size?: PictureSize | undefined
  download?: 'marked' | 'original' | undefined
  /** Only its beginning counts as one reading: a video comes in many parts. */
  fromStart: boolean
  language: Language
}

/** A file as it is on record. */
export type KeptFile = { sha256: string; name: string; mediaType: string; size: number }

/**
 * Whether the visitor may have it was judged before.
 * @param log is told how it is given, when that counts as a reading; scaled pictures belong to the page
 * @throws Refusal `evidence.noPicture`, `file.…`
 */
export async function giveFile(
  outside: Outside,
  visitor: Visitor | null,
  actor: Actor,
  file: KeptFile,
  wish: FileWish,
  log: (given: 'shown' | 'original' | 'marked', at: Date) => Promise<void>,
): Promise<GivenFile> {
  if (wish.size !== undefined) return scaled(outside, actor.tenantId, file, wish.size)
  const isMarked = wish.download === 'marked' && kindOf(file.mediaType) === 'image'
  const at = outside.now()
  const marked = isMarked ? await markedCopy(outside, file, markFor(visitor, at, wish.language)) : null
  const isShown = wish.download === undefined && shownInPlace.has(file.mediaType)
  if (wish.fromStart) await log(isShown ? 'shown' : marked === null ? 'original' : 'marked', at)
  if (marked !== null)
    return inMemory(marked, `${file.name.replace(/\.[^.]+$/, '')}.jpg`, 'attachment', `${file.sha256}-${at.getTime()}`)
  return {
    name: file.name,
    mediaType: file.mediaType,
    disposition: isShown ? 'inline' : 'attachment',
    tag: file.sha256,
    size: file.size,
    open: (part) => outside.files.open(file.sha256, part),
  }
}

/** A scaled picture, made when it is first asked for. Where none can be made, the original if a browser shows it. */
async function scaled(outside: Outside, tenantId: number, piece: KeptFile, size: PictureSize): Promise<GivenFile> {
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

async function markedCopy({ files, pictures }: Outside, piece: KeptFile, mark: Mark): Promise<Uint8Array | null> {
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
