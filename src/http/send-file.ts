/**
 * Sends somebody's file so that it can do no harm in the browser: never as a page, under a policy that lets nothing run, with the
 * type that its bytes were found to have. Parts of it on request, for videos.
 */
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../core/refusal.ts'
import type { GivenFile } from '../usecases/give-file.ts'

/** Nothing at all; shown only within our own pages. A PDF is drawn by the browser's own viewer, which a sandbox would forbid. */
const locked = "default-src 'none'; sandbox; frame-ancestors 'self'"
const lockedPdf = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"

export async function sendFile(request: FastifyRequest, reply: FastifyReply, file: GivenFile): Promise<void> {
  const tag = `"${file.tag}"`
  reply
    .type(file.mediaType.startsWith('text/') ? 'application/octet-stream' : file.mediaType)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', file.mediaType === 'application/pdf' ? lockedPdf : locked)
    .header('content-disposition', dispositionOf(file))
    .header('cross-origin-resource-policy', 'same-origin')
    // Kept by the browser of whoever saw it, and asked for again each time: sight may have ended.
    .header('cache-control', 'private, no-cache')
    .header('accept-ranges', 'bytes')
    .header('etag', tag)
  if (request.headers['if-none-match'] === tag) {
    await reply.code(304).send()
    return
  }
  const part = partOf(request.headers.range, file.size)
  if (part === null) {
    reply.header('content-range', `bytes */${file.size}`).header('content-disposition', 'inline')
    throw new Refusal('file.badRange')
  }
  const isWhole = part.start === 0 && part.end === file.size - 1
  reply.header('content-length', part.end - part.start + 1)
  if (!isWhole) reply.code(206).header('content-range', `bytes ${part.start}-${part.end}/${file.size}`)
  const body =
    request.method === 'HEAD' ? Readable.from([]) : Readable.from(await file.open(isWhole ? undefined : part))
  await reply.send(body)
}

/** One range, as browsers ask for them; anything else gets the whole. Null when it lies outside. */
function partOf(range: string | undefined, size: number): { start: number; end: number } | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (from === '' && to === '') return { start: 0, end: size - 1 }
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start > end || start >= size ? null : { start, end }
}

/** The name twice: in letters that every browser reads, and as it is. */
function dispositionOf({ name, disposition }: GivenFile): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${exact}`
}
