/** Markers at the beginning of a line: the five levels of numbering in official documents (GB/T 9704) and their variants. */
import { chineseNumber } from './numerals.ts'

export type Marker = {
  /** 1 `一、` · 2 `（一）` · 2.7 `问题1：` · 3 `1.` · 4 `（1）` · 5 `①`. */
  readonly rank: number
  readonly number: number
  /** As the path shows it: `一`, `(一)`, `1`, `(1)`, `①`. */
  readonly label: string
  /** As written, with its punctuation, in comparable form. */
  readonly written: string
}

/** Rank of `问题1：` and `序号1`: its measures may be numbered `1.`. */
export const problemRank = 2.7

const chinese = '[一二三四五六七八九十百]{1,5}'
// After `1.` a digit means a decimal (`1.5万元`), unless a year or a count of whole things begins there (`1.2个项目…`).
const notDecimal = '(?!\\d)|(?=\\d{4}年)|(?=\\d{1,4}[个项人家处名份件条次宗起株棵座笔])'
const forms: readonly { rank: number; form: RegExp; label: (number: string) => string }[] = [
  { rank: 1, form: new RegExp(`^(${chinese}) ?[、.。]`), label: (number) => number },
  { rank: 2, form: new RegExp(`^\\( ?(${chinese}) ?\\)[、.。]?`), label: (number) => `(${number})` },
  { rank: 3, form: new RegExp(`^(\\d{1,3}) ?(?:[、,](?!\\d)|\\.(?:${notDecimal}))`), label: (number) => number },
  {
    rank: problemRank,
    form: new RegExp(`^[【(]?(?:问题|序号) ?\\(?(\\d{1,3}|${chinese})(?:[】)]{1,2}[:、. ]?|[:、. ])`),
    label: (number) => number,
  },
  { rank: 4, form: /^\( ?(\d{1,3}) ?\)[、.。]?/, label: (number) => `(${number})` },
  { rank: 4, form: /^(\d{1,2})\)[、.]?/, label: (number) => `(${number})` },
]
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const parenthesised = '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'
const beginning = /^[一二三四五六七八九十百(【\d问序①-⒇]/

/** The marker that `text` (comparable form, no leading blank) begins with; null when it has none. */
export function markerAt(text: string): Marker | null {
  if (!beginning.test(text)) return null
  const first = text.charAt(0)
  if (circled.includes(first)) {
    return { rank: 5, number: circled.indexOf(first) + 1, label: first, written: first }
  }
  if (parenthesised.includes(first)) {
    return {
      rank: 4,
      number: parenthesised.indexOf(first) + 1,
      label: `(${parenthesised.indexOf(first) + 1})`,
      written: first,
    }
  }
  const head = text.slice(0, 16)
  for (const { rank, form, label } of forms) {
    const match = form.exec(head)
    const written = match?.[1]
    if (!match || written === undefined) continue
    const number = /^\d/.test(written) ? Number(written) : chineseNumber(written)
    if (number === null) continue
    return { rank, number, label: label(written), written: match[0].trimEnd() }
  }
  return null
}

/** Number of a circled digit (`③` → 3); 0 when it is none. */
export function circledNumber(character: string): number {
  return circled.indexOf(character) + 1
}
