/** Handover: from when it is to be prepared, and when the period of upkeep ends. */

import { daysFrom } from '../checks/days.ts'
import { localRule } from '../checks/sources.ts'
import type { Day } from '../deadline/day.ts'
import { addMonths } from '../deadline/working-days.ts'
import { defineCalculator, verdict } from './calculator.ts'
import { guaranteeEnd } from './quality-bond.ts'

/** `startBy`: the last months of the period begin; `end`: it has run out. */
export function handoverDays(accepted: string, months: number, lead: number): { startBy: Day; end: Day } {
  const end = guaranteeEnd(accepted, months)
  return { startBy: addMonths(end, -lead), end }
}

export const handoverCalculator = defineCalculator({
  key: 'handover',
  name: { zh: '移交倒计时', en: 'Handover countdown' },
  help: { zh: '养护期什么时候满，移交什么时候启动。', en: 'When upkeep ends, and when handover begins.' },
  fields: {
    acceptedOn: { type: 'day', name: { zh: '竣工验收合格日期', en: 'Accepted on' }, required: true },
    months: { type: 'quantity', unit: '个月', name: { zh: '养护期', en: 'Period of upkeep' }, required: true },
    lead: { type: 'quantity', unit: '个月', name: { zh: '提前启动', en: 'Begun before' }, required: true },
  },
  rule: {
    zh: '养护期从竣工验收合格之日起算。期满前几个月（默认3个月）启动移交：双方清点苗木、核对清单，缺株先补植，资料一并移交。',
    en: 'Upkeep runs from acceptance. Some months before its end (3) handover begins: plants are counted, lists compared, gaps replanted.',
  },
  source: localRule,
  begun: { lead: '3' },
  work: ({ acceptedOn, months, lead }, today) => {
    if (acceptedOn === undefined || months === undefined || lead === undefined) return null
    const { startBy, end } = handoverDays(acceptedOn, months, lead)
    const untilStart = daysFrom(today, startBy)
    const untilEnd = daysFrom(today, end)
    return {
      lines: [
        { name: { zh: '启动移交', en: 'Begins' }, form: 'day', value: startBy, main: true },
        { name: { zh: '养护期满', en: 'Ends' }, form: 'day', value: end },
        { name: { zh: '距期满', en: 'Days to the end' }, form: 'quantity', value: untilEnd, unit: '天' },
      ],
      verdict:
        untilEnd < 0
          ? verdict(
              '养护期已满{past}天，没有移交的尽快移交并明确看护责任。',
              'Ended {past} days ago: hand over, and say who looks after it.',
              { past: -untilEnd },
            )
          : untilStart > 0
            ? verdict('还有{untilStart}天启动移交。', 'Handover begins in {untilStart} days.', { untilStart })
            : verdict('现在应当启动移交，还有{untilEnd}天期满。', 'Handover is due to begin; {untilEnd} days left.', {
                untilEnd,
              }),
    }
  },
  registers: ['acceptance', 'contract'],
  fill: ({ acceptance, contract }) => ({
    acceptedOn: acceptance.filter(({ kind }) => kind === 'completion').at(-1)?.values.on,
    months: contract.find(({ values }) => values.maintenanceMonths !== undefined)?.values.maintenanceMonths,
  }),
})
