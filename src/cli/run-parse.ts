import { outline } from '../core/notice/outline.ts'
import { parseNotice } from '../core/notice/parse-notice.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { readInput } from './read-input.ts'

/** `bihuan parse FILE`: the notice as JSON (`bihuan.notice/1`) or as an outline to read. */
export async function runParse(
  file: string,
  { json, language }: { json: boolean; language: Language },
): Promise<number> {
  const { document } = await readInput(file, language)
  const notice = parseNotice(document.lines)
  process.stdout.write(json ? `${JSON.stringify(notice, null, 2)}\n` : `${outline(notice, language).trimEnd()}\n`)
  return 0
}
