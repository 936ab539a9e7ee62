import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { MAX_DOCUMENT_MB, type ReadDocument, readDocument } from '../adapters/documents/read-document.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal, refusalSentence } from '../core/refusal.ts'
import { Unusable } from './unusable.ts'
import { words } from './words.ts'

/** `name` is what stands before line and column in the output: the path as typed. */
export type Input = { name: string; bytes: Uint8Array; document: ReadDocument }

/** Reads FILE, or standard input for `-`. Throws {@link Unusable} with a sentence in `language`. */
export async function readInput(file: string, language: Language): Promise<Input> {
  const name = file === '-' ? '<stdin>' : file
  try {
    const bytes = file === '-' ? await readAll(process.stdin) : await readPath(file, language)
    return { name, bytes, document: await readDocument(bytes, basename(name)) }
  } catch (error) {
    if (error instanceof Refusal) throw new Unusable(refusalSentence(error.code, error.facts, language))
    throw error
  }
}

const isTooLarge = (size: number): boolean => size > MAX_DOCUMENT_MB * 1024 * 1024
const tooLarge = (name: string): Refusal => new Refusal('document.tooLarge', { name, limitMb: MAX_DOCUMENT_MB })

async function readPath(path: string, language: Language): Promise<Uint8Array> {
  try {
    // Asked first, so that a file of gigabytes is refused without being read.
    if (isTooLarge((await stat(path)).size)) throw tooLarge(basename(path))
    return await readFile(path)
  } catch (error) {
    if (error instanceof Refusal) throw error
    const code = errorCode(error)
    const text = words[language]
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Unusable(text.missingFile(path))
    if (code === 'EISDIR') throw new Unusable(text.isFolder(path))
    throw new Unusable(text.notReadable(path, code))
  }
}

/** The system's name of an error (`EACCES`), or its message. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.length
    if (isTooLarge(size)) throw tooLarge('<stdin>')
  }
  return Buffer.concat(chunks)
}
