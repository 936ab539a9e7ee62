/** How the result of a figure is shown. Sums are exact: money in whole 分, quantities in at most three decimals. */
import { writeMoney } from '../registers/money.ts'
import { inMu, rounded, thousandths, writeDecimal, writeQuantity } from '../registers/quantity.ts'
import type { Countable } from './subjects.ts'

/** `1,213`, `12,345.60`: in the unit of the count (areas in 亩 to two decimals). */
export const writeAmount = (value: number, { kept, unit }: Pick<Countable, 'kept' | 'unit'>): string =>
  kept === 'money' ? writeMoney(value) : kept === 'area' && unit === '亩' ? inMu(value) : writeQuantity(value, true)

/** `93.1%`: to one decimal, halves up; null when nothing stands below the line. */
export function percentOf(part: number, whole: number): string | null {
  const below = thousandths(whole)
  if (below === 0n) return null
  const sign = below < 0n ? -1n : 1n
  return `${writeDecimal(rounded(thousandths(part) * 1000n * sign, below * sign), 1, { fixed: true })}%`
}
