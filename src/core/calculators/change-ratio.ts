/** The cumulative ratio of changes: (Σ approved + this one) / price as signed. */
import { percentOf } from '../checks/exact.ts'

/** Money in 分. `percent` is null without a price. */
export function cumulativeRatio({ price, approved, amount }: { price: number; approved: number; amount: number }) {
  const total = approved + amount
  return { total, percent: percentOf(total, price) }
}
