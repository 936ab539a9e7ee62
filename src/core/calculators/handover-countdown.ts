/** Handover: from when it is to be prepared, and when the period of upkeep ends. */
import type { Day } from '../deadline/day.ts'
import { addMonths } from '../deadline/working-days.ts'
import { guaranteeEnd } from './quality-bond.ts'

/** `startBy`: the last months of the period begin; `end`: it has run out. */
export function handoverDays(accepted: string, months: number, lead: number): { startBy: Day; end: Day } {
  const end = guaranteeEnd(accepted, months)
  return { startBy: addMonths(end, -lead), end }
}
