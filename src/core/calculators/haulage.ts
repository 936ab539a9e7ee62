/** Haulage: what is payable is what was measured, and no more than the permits cover. */
import { less, priceOf, sumOf } from '../checks/exact.ts'
import { auditPractice } from '../checks/sources.ts'
import { defineCalculator, verdict } from './calculator.ts'

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

export const haulageCalculator = defineCalculator({
  key: 'haulage',
  name: { zh: '土方外运计价', en: 'Haulage' },
  help: {
    zh: '转运证、实测和送审三个数对一对，算可计价方量。',
    en: 'Permits, measurement and claim compared: what is payable.',
  },
  fields: {
    permits: {
      type: 'rows',
      name: { zh: '转运证', en: 'Permits' },
      required: true,
      columns: {
        number: { type: 'text', name: { zh: '证号', en: 'Number' } },
        volume: { type: 'quantity', unit: 'm³', decimals: 3, name: { zh: '核准方量', en: 'Volume' }, required: true },
      },
    },
    measured: { type: 'quantity', unit: 'm³', decimals: 3, name: { zh: '实测方量', en: 'Measured' }, required: true },
    claimed: {
      type: 'quantity',
      unit: 'm³',
      decimals: 3,
      name: { zh: '送审（已付款）方量', en: 'Claimed or paid' },
      required: true,
    },
    unitPrice: { type: 'money', name: { zh: '单价（每立方米）', en: 'Price of a m³' }, required: true },
  },
  rule: {
    zh: '可计价方量＝实测方量与转运证合计方量中较小的一个。送审或已付款多于可计价方量的，差额核减或追回。弃土场没有确认接收的，先不计价。',
    en: 'Payable is the smaller of the volume measured and what the permits cover. What was claimed beyond is taken off or paid back.',
  },
  source: auditPractice,
  begun: { permits: [{}] },
  work: ({ permits, measured, claimed, unitPrice }) => {
    if (permits === undefined || measured === undefined || claimed === undefined || unitPrice === undefined) return null
    const worked = payableHaulage({ permits: permits.map(({ volume = 0 }) => volume), measured, claimed, unitPrice })
    const { permitted, payable, excess, amount, reduction } = worked
    return {
      lines: [
        { name: { zh: '转运证合计', en: 'Permits' }, form: 'quantity', value: permitted, unit: 'm³' },
        { name: { zh: '可计价方量', en: 'Payable' }, form: 'quantity', value: payable, unit: 'm³', main: true },
        { name: { zh: '可计价金额', en: 'Amount' }, form: 'money', value: amount, main: true },
        { name: { zh: '多计方量', en: 'Too many' }, form: 'quantity', value: excess, unit: 'm³' },
        { name: { zh: '应核减金额', en: 'To be taken off' }, form: 'money', value: reduction },
      ],
      verdict:
        excess > 0
          ? verdict(
              '多计{excess}立方米，应核减{reduction:money}。',
              '{excess} m³ too many: {reduction:money} to be taken off.',
              { excess, reduction },
            )
          : verdict('没有多计，按送审方量{claimed}立方米计价。', 'Nothing too many: {claimed} m³ are paid.', {
              claimed,
            }),
    }
  },
  registers: ['haulage'],
  fill: ({ haulage }) => {
    const last = haulage.at(-1)?.values
    return {
      permits: last?.permits?.map(({ number, volume }) => ({ number, volume })),
      measured: last?.measured,
      claimed: last?.paid ?? last?.claimed,
      unitPrice: last?.unitPrice,
    }
  },
})
