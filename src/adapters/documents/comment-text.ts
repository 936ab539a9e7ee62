/** The words of one diagnostic as a comment in a Word file: code, what is wrong, the other places, how to put it right. */
import type { Span } from '../../core/notice/span.ts'
import { textAt } from '../../core/notice/span.ts'
import type { Diagnostic, Language } from '../../core/proofread/diagnostic.ts'

export const commentAuthor: Record<Language, string> = { zh: '核稿', en: 'Proofreader' }
export const commentInitials: Record<Language, string> = { zh: '核', en: 'P' }

/** Advice of the rule with that code, null when there is none. */
export type FixOf = (code: string, language: Language) => string | null

const severityNames: Record<Diagnostic['severity'], Record<Language, string>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  hint: { zh: '提示', en: 'hint' },
}

/** Enough of the text at another place to find it by searching. */
const QUOTED_CHARACTERS = 24

/** Paragraphs of the comment. `fix` is the advice of the rule, null when it has none. */
export function commentText(
  lines: readonly string[],
  diagnostic: Diagnostic,
  fix: string | null,
  language: Language,
): string[] {
  const zh = language === 'zh'
  const places = diagnostic.related.map((place) => {
    const where = zh ? `第${place.line}行“${quote(lines, place)}”` : `line ${place.line} “${quote(lines, place)}”`
    return `${where}${zh ? '：' : ': '}${place.note[language]}`
  })
  return [
    `${severityNames[diagnostic.severity][language]} ${diagnostic.code}`,
    diagnostic.message[language],
    ...places,
    ...(fix === null ? [] : [`${zh ? '怎样改：' : 'How to fix: '}${fix}`]),
  ]
}

function quote(lines: readonly string[], span: Span): string {
  const text = textAt(lines, span).replace(/\s+/g, ' ')
  return text.length > QUOTED_CHARACTERS ? `${text.slice(0, QUOTED_CHARACTERS)}…` : text
}
