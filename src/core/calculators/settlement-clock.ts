/** How long the owner may review a settlement, by the amount submitted: 财建〔2004〕369号 article 14. */
import type { Day } from '../deadline/day.ts'
import { addDays } from '../deadline/working-days.ts'

/** Amounts in 分 up to which so many days hold; above the last, `most` days. */
export type ReviewRule = {
  readonly small: number
  readonly medium: number
  readonly large: number
  readonly smallDays: number
  readonly mediumDays: number
  readonly largeDays: number
  readonly mostDays: number
}
export const reviewRule: ReviewRule = {
  small: 5_000_000_00,
  medium: 20_000_000_00,
  large: 50_000_000_00,
  smallDays: 20,
  mediumDays: 30,
  largeDays: 45,
  mostDays: 60,
}

/** Days for review of an amount. */
export function reviewDays(submitted: number, rule: ReviewRule = reviewRule): number {
  if (submitted <= rule.small) return rule.smallDays
  if (submitted <= rule.medium) return rule.mediumDays
  return submitted <= rule.large ? rule.largeDays : rule.mostDays
}

/** The last day of the review: counted in calendar days from the day on which the file was complete. */
export const reviewDue = (complete: string, submitted: number, rule: ReviewRule = reviewRule): Day =>
  addDays(complete, reviewDays(submitted, rule))
