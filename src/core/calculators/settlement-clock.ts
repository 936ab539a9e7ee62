/** How long the owner may review a settlement, by the amount submitted: 财建〔2004〕369号 article 14. */

import { daysFrom } from '../checks/days.ts'
import { settlementRules } from '../checks/sources.ts'
import type { Day } from '../deadline/day.ts'
import { addDays } from '../deadline/working-days.ts'
import { defineCalculator, verdict } from './calculator.ts'

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

export const settlementClockCalculator = defineCalculator({
  key: 'settlement-clock',
  name: { zh: '结算审查时钟', en: 'Settlement clock' },
  help: { zh: '送审资料齐全以后，最晚哪一天审完。', en: 'By which day a complete file is reviewed.' },
  fields: {
    submitted: { type: 'money', name: { zh: '送审金额', en: 'Submitted' }, required: true },
    completeOn: {
      type: 'day',
      name: { zh: '资料齐全日期', en: 'Complete on' },
      required: true,
      help: { zh: '资料不齐的，时钟还没有开始。', en: 'Until the file is complete the clock does not run.' },
    },
  },
  rule: {
    zh: '从接到完整结算资料之日起：500万元以下（含）20天，500万至2000万元（含）30天，2000万至5000万元（含）45天，5000万元以上60天。按日历天计算。',
    en: 'From the day the file is complete: up to 5 million yuan 20 days, up to 20 million 30, up to 50 million 45, above 60. Calendar days.',
  },
  source: settlementRules('第十四条'),
  begun: {},
  work: ({ submitted, completeOn }, today) => {
    if (submitted === undefined || completeOn === undefined) return null
    const days = reviewDays(submitted)
    const due = reviewDue(completeOn, submitted)
    const left = daysFrom(today, due)
    return {
      lines: [
        { name: { zh: '审查期限', en: 'Days for review' }, form: 'quantity', value: days, unit: '天' },
        { name: { zh: '最晚审完', en: 'Due on' }, form: 'day', value: due, main: true },
        { name: { zh: '距今天', en: 'From today' }, form: 'quantity', value: left, unit: '天' },
      ],
      verdict:
        left < 0
          ? verdict('已超期{late}天，应尽快出具审查意见。', '{late} days late.', { late: -left })
          : verdict('还有{left}天，{due}前出具审查意见。', '{left} days left, until {due}.', { left, due }),
    }
  },
  registers: ['settlement'],
  fill: ({ settlement }) => {
    const last = settlement.at(-1)?.values
    return { submitted: last?.submitted, completeOn: last?.completeOn }
  },
})
