/** Haulage: what is payable is what was measured, and no more than the permits cover. */
import { less, priceOf, sumOf } from '../checks/exact.ts'

/** Volumes in m³, price of one in 分. */
export function payableHaulage({
  permits,
  measured,
  claimed,
  unitPrice,
}: {
  readonly permits: readonly number[]
  readonly measured: number
  readonly claimed: number
  readonly unitPrice: number
}) {
  const permitted = sumOf(permits)
  const payable = Math.min(measured, permitted)
  const excess = Math.max(0, less(claimed, payable))
  return { permitted, payable, excess, amount: priceOf(payable, unitPrice), reduction: priceOf(excess, unitPrice) }
}
