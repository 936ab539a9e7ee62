import { parseNotice } from '../../core/notice/parse-notice.ts'
import { proofread } from '../../core/proofread/proofread.ts'
import type { Reading } from '../../usecases/ports.ts'

/** Parses and proofreads in the running thread. */
export function readHere(lines: string[]): Reading {
  const notice = parseNotice(lines)
  return { notice, diagnostics: proofread(notice, lines) }
}
