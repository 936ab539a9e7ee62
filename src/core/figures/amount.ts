/** How the result of a figure is shown. Sums are exact: money in whole 分, quantities in at most three decimals. */
import { writeMoney } from '../registers/money.ts'
import { rounded, thousandths, writeDecimal, writeQuantity } from '../registers/quantity.ts'

/** `1,213`, `12,345.60`. */
export const writeAmount = (value: number, money: boolean): string =>
  money ? writeMoney(value) : writeQuantity(value, true)

/** `93.1%`: to one decimal, halves up; null when nothing stands below the line. */
export function percentOf(part: number, whole: number): string | null {
  const below = thousandths(whole)
  if (below === 0n) return null
  const sign = below < 0n ? -1n : 1n
  return `${writeDecimal(rounded(thousandths(part) * 1000n * sign, below * sign), 1, { fixed: true })}%`
}
