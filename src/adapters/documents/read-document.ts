/**
 * A file somebody uploads or names → lines of text, or one `Refusal` that says what is wrong with it.
 *
 * Files come from outside and may be hostile: size is limited, archives are judged before they are unpacked, and everything but short
 * plain text is read in a worker thread of limited memory that is ended when it takes too long.
 */
import { Refusal } from '../../core/refusal.ts'
import { type DocumentFormat, detectFormat } from './detect-format.ts'
import { extractLines } from './extract-lines.ts'
import { findWorker, readInWorker } from './read-in-worker.ts'

/** `encoding` as the WHATWG Encoding standard names it, null for .docx and .pdf. Lines are as in the file, blank ones included. */
export type ReadDocument = { format: DocumentFormat; encoding: string | null; lines: string[] }

/** Largest file in MB that is read unless the caller says otherwise. */
export const MAX_DOCUMENT_MB = 50

export type ReadLimits = {
  /** Largest file in MB; default {@link MAX_DOCUMENT_MB}. */
  maxMb?: number
  /** Longest time in seconds that reading may take; default 30. */
  seconds?: number
  /** Memory of the worker in MB, its buffers not counted; default 768. */
  memoryMb?: number
  /** The built `document-worker.js`. Default: the one beside the running bundle; null: read in this thread, without a deadline. */
  worker?: URL | null
}

const MB = 1024 * 1024
/** Plain text up to this size is decoded sooner than a worker starts. */
const SHORT_TEXT = MB

/**
 * Reads a .txt (UTF-8, UTF-16 with mark, GB18030), .html, .docx or .pdf. `fileName` is used for its extension and in sentences.
 * Throws `Refusal` with a `document.*` code; its facts always have `name`.
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits = {},
): Promise<ReadDocument> {
  const { maxMb = MAX_DOCUMENT_MB, seconds = 30, memoryMb = 768, worker = findWorker() } = limits
  try {
    if (bytes.length === 0) throw new Refusal('document.empty')
    if (bytes.length > maxMb * MB) throw new Refusal('document.tooLarge', { limitMb: maxMb })
    const format = await detectFormat(bytes, fileName)
    const here = worker === null || (format === 'txt' && bytes.length <= SHORT_TEXT)
    const { encoding, lines } = here
      ? await extractLines(bytes, format)
      : await readInWorker(worker, bytes, format, { seconds, memoryMb })
    if (lines.every((line) => line.trim() === ''))
      throw new Refusal(format === 'pdf' ? 'document.noText' : 'document.empty')
    return { format, encoding, lines }
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { ...error.facts, name: fileName })
    throw error
  }
}
