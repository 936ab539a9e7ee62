import type { Notice } from '../../../notice/notice.ts'
import type { Span } from '../../../notice/span.ts'
import { spanOf } from '../../pieces.ts'
import type { Context } from '../../rule.ts'

/** True for a text that is published: a letter, a report or a feedback need not name contact and window. */
export const isPublicNotice = (notice: Notice): boolean =>
  notice.findings.length > 0 && /通报|公告|公示|公开|通告/.test(notice.title)

/** Where something is missing that belongs before the findings: the title. */
export function titlePlace({ notice }: Context): Span | null {
  const [first] = notice.titleLines
  return first ? spanOf(first) : null
}

/** Where something is missing that belongs at the end: the contact line, else the last passage. */
export function endPlace({ notice, passages }: Context): Span | null {
  const contact = passages.find((passage) => passage.line === notice.contact.line)
  const last = contact ?? passages.at(-1)
  return last ? spanOf(last) : null
}
