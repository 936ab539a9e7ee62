/**
 * The sentence that says why, with its numbers: `{days}` as it stands, `{price:money}` in 元, `{share:percent}` with its
 * sign. The numbers are kept beside the sentence, so that it reads the same for as long as they are.
 */
import type { Words } from '../registers/field.ts'
import { writeMoney } from '../registers/money.ts'
import type { Check, Finding } from './check.ts'

/** A share as `11.30 %`: two decimals, more where there are more. */
export const percent = (value: number): string => {
  const [whole = '0', decimals = ''] = value.toFixed(4).split('.')
  return `${whole}.${decimals.replace(/0{1,2}$/, '')}%`
}

const filled = (sentence: string, numbers: Finding['numbers'], zh: boolean): string =>
  sentence.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, form: string | undefined) => {
    const value = numbers[name]
    if (value === undefined) return '—'
    if (typeof value === 'string') return value
    if (form === 'money') return zh ? `${writeMoney(value)}元` : `¥${writeMoney(value)}`
    if (form === 'percent') return percent(value)
    return String(value)
  })

const notApplicable: Words = { zh: '没有适用的事项。', en: 'Nothing here that this check applies to.' }

/** Why a check found what it found, in both languages. */
export function whySentence(check: Pick<Check<never>, 'why'>, found: Pick<Finding, 'why' | 'numbers'>): Words {
  const words = check.why[found.why] ?? notApplicable
  return { zh: filled(words.zh, found.numbers, true), en: filled(words.en, found.numbers, false) }
}
