/** The cumulative ratio of changes: (Σ approved + this one) / price as signed. */
import { isAbove, percentOf, shareOf } from '../checks/exact.ts'
import { localRule } from '../checks/sources.ts'
import { defineCalculator, firstOf, verdict } from './calculator.ts'

/** Money in 分. `percent` is null without a price. */
export function cumulativeRatio({ price, approved, amount }: { price: number; approved: number; amount: number }) {
  const total = approved + amount
  return { total, percent: percentOf(total, price) }
}

export const changeRatioCalculator = defineCalculator({
  key: 'change-ratio',
  name: { zh: '变更率试算', en: 'Ratio of changes' },
  help: {
    zh: '报批变更以前，算一算批准以后累计多少、该报哪一级。',
    en: 'Before a change is submitted: what it comes to, and who decides.',
  },
  fields: {
    price: {
      type: 'money',
      name: { zh: '原合同价', en: 'Original price' },
      required: true,
      help: { zh: '签订时的合同价，不随变更调整。', en: 'As signed.' },
    },
    approved: { type: 'money', signed: true, name: { zh: '已批准变更合计', en: 'Approved so far' }, required: true },
    amount: {
      type: 'money',
      signed: true,
      name: { zh: '本次变更金额', en: 'This change' },
      required: true,
      help: { zh: '减少的填负数。', en: 'Negative where the price goes down.' },
    },
    ratioLimit: {
      type: 'quantity',
      unit: '%',
      decimals: 2,
      name: { zh: '累计变更率限额', en: 'Limit of the ratio' },
      required: true,
    },
    amountLimit: { type: 'money', name: { zh: '单笔金额限额', en: 'Limit of one change' }, required: true },
  },
  rule: {
    zh: '累计变更率＝（已批准变更合计＋本次变更）÷原合同价。累计超过限额，或者本次金额（按绝对值）达到单笔限额的，由主管部门或更高一级审批；其他由建设单位审批。先批准，后实施。',
    en: 'Ratio = (approved so far + this change) ÷ original price. Above the limit, or with a change of the single limit or more, the authority decides, else the owner; before the work is done.',
  },
  source: localRule,
  begun: { approved: '0', ratioLimit: '10', amountLimit: '50万元' },
  work: ({ price, approved, amount, ratioLimit, amountLimit }) => {
    if (
      price === undefined ||
      approved === undefined ||
      amount === undefined ||
      ratioLimit === undefined ||
      amountLimit === undefined
    )
      return null
    const { total, percent } = cumulativeRatio({ price, approved, amount })
    if (percent === null) return null
    const isRatio = isAbove(total, price, ratioLimit)
    const isAmount = Math.abs(amount) >= amountLimit
    const numbers = { percent, ratioLimit, amountLimit }
    return {
      lines: [
        { name: { zh: '批准后变更合计', en: 'Changes with this one' }, form: 'money', value: total },
        { name: { zh: '批准后累计变更率', en: 'Ratio with this one' }, form: 'percent', value: percent, main: true },
        {
          name: { zh: '限额内还可变更', en: 'Left within the limit' },
          form: 'money',
          value: shareOf(price, ratioLimit) - total,
        },
      ],
      verdict: isRatio
        ? verdict(
            '批准后累计{percent:percent}，超过{ratioLimit}%：报主管部门或更高一级审批。',
            'This would be {percent:percent}, above {ratioLimit}%: the authority decides.',
            numbers,
          )
        : isAmount
          ? verdict(
              '累计{percent:percent}没有超过{ratioLimit}%，但单笔达到{amountLimit:money}：报主管部门或更高一级审批。',
              '{percent:percent} is within {ratioLimit}%, but the change reaches {amountLimit:money}: the authority decides.',
              numbers,
            )
          : verdict(
              '批准后累计{percent:percent}，没有超过{ratioLimit}%：由建设单位审批。',
              'This would be {percent:percent}, within {ratioLimit}%: the owner decides.',
              numbers,
            ),
    }
  },
  registers: ['contract', 'changeOrder'],
  fill: ({ contract, changeOrder }) => {
    const main = contract.find(({ kind }) => kind === 'construction' || kind === 'epc')
    const own = changeOrder.filter(({ values }) => main !== undefined && values.contract === main.id)
    const approved = own.filter(({ values }) => values.approvedOn !== undefined)
    const open = own.find(({ values }) => values.approvedOn === undefined)
    return {
      price: main?.values.price,
      approved: approved.reduce((sum, { values }) => sum + (values.amount ?? 0), 0),
      amount: firstOf([open?.values.amount]),
    }
  },
})
