/**
 * The order of finding and measure numbers as people count: 2 before 10 before 10-2. Each run of digits is written
 * with eight places, so that comparing two keys character by character gives that order.
 */
import { chineseNumber } from '../notice/numerals.ts'

/** `10-2` → `00000010-00000002`. Chinese numerals count too (`（十二）` → `00000012`); brackets and blanks do not. */
export function numberKey(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/[\s().、]/g, '')
    .replace(/[零〇一二两三四五六七八九十百千]+/g, (run) => String(chineseNumber(run) ?? run))
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(8, '0'))
}

/**
 * Keys of the findings of one text. Where numbers start anew under each heading, the numbers of the headings come
 * first, so that the order of the text is kept.
 */
export function findingKeys(findings: readonly { number: string; path: readonly string[] }[]): string[] {
  const restarts = new Set(findings.map((finding) => finding.number)).size < findings.length
  return findings.map(({ number, path }) =>
    restarts ? [...path.slice(0, -1), number].map(numberKey).join('/') : numberKey(number),
  )
}
