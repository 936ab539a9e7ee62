/** When a quality bond is to be returned, and how much may be kept until then. */

import { daysFrom } from '../checks/days.ts'
import { shareOf } from '../checks/exact.ts'
import { qualityBondRules } from '../checks/sources.ts'
import type { Day } from '../deadline/day.ts'
import { addDays, addMonths } from '../deadline/working-days.ts'
import { defineCalculator, verdict } from './calculator.ts'

/** The day on which a period that began with acceptance has run out. */
export const guaranteeEnd = (accepted: string, months: number): Day => addMonths(accepted, months)

/** Days for the answer to a request for return, and for paying: 建质〔2017〕138号 articles 10 and 11, 14 days each. */
export const returnDays = 14

/** The most that may be kept, and the day by which it is back when the request comes on the last day. */
export const qualityBond = ({
  accepted,
  months,
  settled,
  share,
}: {
  accepted: string
  months: number
  settled: number
  share: number
}) => {
  const end = guaranteeEnd(accepted, months)
  return {
    end,
    most: shareOf(settled, share),
    answerBy: addDays(end, returnDays),
    paidBy: addDays(end, 2 * returnDays),
  }
}

export const qualityBondCalculator = defineCalculator({
  key: 'quality-bond',
  name: { zh: '质保金返还日期', en: 'Return of the quality bond' },
  help: {
    zh: '最多预留多少，什么时候期满，最晚什么时候返还。',
    en: 'How much may be kept, until when, and when it is back.',
  },
  fields: {
    acceptedOn: { type: 'day', name: { zh: '竣工验收合格日期', en: 'Accepted on' }, required: true },
    months: { type: 'quantity', unit: '个月', name: { zh: '缺陷责任（养护）期', en: 'Period' }, required: true },
    settled: { type: 'money', name: { zh: '结算总额', en: 'Settled amount' }, required: true },
    share: {
      type: 'quantity',
      unit: '%',
      decimals: 2,
      most: 100,
      name: { zh: '约定比例', en: 'Share agreed' },
      required: true,
      help: { zh: '不高于百分之三。', en: 'Three per cent at most.' },
    },
  },
  rule: {
    zh: '预留比例不高于工程价款结算总额的百分之三。缺陷责任期满，承包人申请返还；发包人14天内核实，核实后14天内返还。期满以前先核查成活率，缺株补植合格后再返还。',
    en: 'At most three per cent of the settled amount. When the period has ended the contractor asks; the owner answers within 14 days and pays within 14 more. Survival is checked first.',
  },
  source: qualityBondRules('第七条、第十一条'),
  begun: { share: '3' },
  work: ({ acceptedOn, months, settled, share }, today) => {
    if (acceptedOn === undefined || months === undefined || settled === undefined || share === undefined) return null
    const { end, most, answerBy, paidBy } = qualityBond({ accepted: acceptedOn, months, settled, share })
    const left = daysFrom(today, end)
    return {
      lines: [
        { name: { zh: '应预留', en: 'Kept' }, form: 'money', value: most },
        { name: { zh: '期满', en: 'Ends on' }, form: 'day', value: end },
        { name: { zh: '期满当天申请的，最晚核实', en: 'Answered by' }, form: 'day', value: answerBy },
        { name: { zh: '最晚返还', en: 'Paid by' }, form: 'day', value: paidBy, main: true },
      ],
      verdict:
        share > 3
          ? verdict(
              '约定比例{share}%，高于3%：多留的应当支付。',
              '{share}% is above 3%: what is kept beyond is to be paid.',
              { share },
            )
          : left > 0
            ? verdict('还有{left}天期满，期满前核查成活率。', '{left} days left; check survival before.', { left })
            : verdict('已期满{past}天。', 'Ended {past} days ago.', { past: -left }),
    }
  },
  registers: ['acceptance', 'contract', 'settlement'],
  fill: ({ acceptance, contract, settlement }) => {
    const main = contract.find(({ kind }) => kind === 'construction' || kind === 'epc')?.values
    const last = settlement.at(-1)?.values
    return {
      acceptedOn: acceptance.filter(({ kind }) => kind === 'completion').at(-1)?.values.on,
      months: main?.maintenanceMonths,
      settled: last?.secondReviewed ?? last?.reviewed,
      share: main?.qualityBondShare,
    }
  },
})
