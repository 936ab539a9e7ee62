import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseNotice } from '../core/notice/parse-notice.ts'
import type { Diagnostic, Language } from '../core/proofread/diagnostic.ts'
import { proofread } from '../core/proofread/proofread.ts'
import { diagnosticsDocument } from './diagnostics-document.ts'
import { diagnosticsText } from './diagnostics-text.ts'
import { errorCode, type Input, readInput } from './read-input.ts'
import { Unusable } from './unusable.ts'
import { words } from './words.ts'

export type CheckOptions = { json: boolean; docx: string | undefined; language: Language }

/** `bihuan check FILE`: exit status 0 when clean, 1 with any diagnostic, a hint included. */
export async function runCheck(file: string, { json, docx, language }: CheckOptions): Promise<number> {
  if (docx !== undefined && resolve(docx) === resolve(file)) throw new Unusable(words[language].sameFile(docx))
  const input = await readInput(file, language)
  const { lines } = input.document
  const found = proofread(parseNotice(lines), lines)
  if (docx !== undefined) await writeWord(docx, input, found, language)
  const document = diagnosticsDocument(input.name, found, language)
  const inColour = process.stdout.isTTY === true && !process.env.NO_COLOR
  process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : diagnosticsText(document, language, inColour))
  return found.length === 0 ? 0 : 1
}

/** Puts the comments into the Word file that came in; a notice of another format is written as a new one. */
async function writeWord(path: string, input: Input, found: readonly Diagnostic[], language: Language): Promise<void> {
  const { allRules } = await import('../core/proofread/rules/all.ts')
  const { addCommentsToDocx } = await import('../adapters/documents/add-comments-to-docx.ts')
  const { writeCommentedDocx } = await import('../adapters/documents/write-commented-docx.ts')
  const advice = new Map(allRules.map((rule) => [rule.code as string, rule.explanation[language].fix]))
  const fixOf = (code: string) => advice.get(code) ?? null
  const { format, lines } = input.document
  const commented = format === 'docx' ? addCommentsToDocx(input.bytes, found, language, fixOf) : null
  const bytes = commented ?? (await writeCommentedDocx(lines, found, language, fixOf))
  try {
    await writeFile(path, bytes)
  } catch (error) {
    throw new Unusable(words[language].notWritable(path, errorCode(error)))
  }
  process.stderr.write(`${words[language].written(path)}\n`)
}
