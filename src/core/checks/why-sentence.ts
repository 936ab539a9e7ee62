/**
 * The sentence that says why, with its numbers: `{days}` as it stands, `{price:money}` in 元, `{share:percent}` with its
 * sign. The numbers are kept beside the sentence, so that it reads the same for as long as they are.
 */
import type { Words } from '../registers/field.ts'
import { writeMoney } from '../registers/money.ts'
import type { Check, Finding } from './check.ts'

/** A share as `11.30%`; with more decimals where two would make it a round number that it is not. */
export function percent(value: number): string {
  const short = value.toFixed(2)
  const hidesSide = Number.isInteger(Number(short) * 2) && Number(short) !== value
  return `${hidesSide ? value.toFixed(4) : short}%`
}

type Numbers = Finding['numbers']

const filled = (sentence: string, numbers: Numbers, zh: boolean): string =>
  sentence.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, form: string | undefined) => {
    const value = numbers[name]
    if (value === undefined) return '—'
    if (typeof value === 'string') return value
    if (form === 'money') return zh ? `${writeMoney(value)}元` : `¥${writeMoney(value)}`
    if (form === 'percent') return percent(value)
    return String(value)
  })

/** Words with their numbers filled in. */
export const filledWords = ({ zh, en }: Words, numbers: Numbers): Words => ({
  zh: filled(zh, numbers, true),
  en: filled(en, numbers, false),
})

const notApplicable: Words = { zh: '没有适用的事项。', en: 'Nothing here that this check applies to.' }

/** Why a check found what it found, in both languages. */
export function whySentence(check: Pick<Check<never>, 'why'>, found: Pick<Finding, 'why' | 'numbers'>): Words {
  return filledWords(check.why[found.why] ?? notApplicable, found.numbers)
}
