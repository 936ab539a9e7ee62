import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type ReadDocument, readDocument } from '../adapters/documents/read-document.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal, refusalSentence } from '../core/refusal.ts'
import { Unusable } from './unusable.ts'
import { words } from './words.ts'

/** `name` is what stands before line and column in the output: the path as typed. */
export type Input = { name: string; bytes: Uint8Array; document: ReadDocument }

/** Reads FILE, or standard input for `-`. Throws {@link Unusable} with a sentence in `language`. */
export async function readInput(file: string, language: Language): Promise<Input> {
  const name = file === '-' ? '<stdin>' : file
  const bytes = file === '-' ? await readAll(process.stdin) : await readPath(file, language)
  try {
    return { name, bytes, document: await readDocument(bytes, file === '-' ? name : basename(file)) }
  } catch (error) {
    if (error instanceof Refusal) throw new Unusable(refusalSentence(error.code, error.facts, language))
    throw error
  }
}

async function readPath(path: string, language: Language): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
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
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
