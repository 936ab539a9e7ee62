import { defineRegister } from './definition.ts'
import { contractField, projectField } from './project-fields.ts'

export const haulage = defineRegister({
  key: 'haulage',
  version: 1,
  name: { zh: '土方与渣土外运', en: 'Haulage' },
  help: {
    zh: '按项目和时段登记。结算方量以实测与转运证方量中小的为准，还要有弃土场接收确认。',
    en: 'By project and period. Payable is the lesser of what was measured and what the permits allow; the dump site confirms.',
  },
  group: 'planting',
  kinds: {
    out: { zh: '外运弃土', en: 'Soil taken away' },
    in: { zh: '外购回填', en: 'Soil brought in' },
  },
  fields: {
    project: projectField,
    contract: contractField,
    period: { type: 'dayRange', name: { zh: '运输时段', en: 'Period' }, required: true, listed: true },
    carrier: { type: 'text', name: { zh: '运输单位', en: 'Carrier' }, listed: true },
    permits: {
      type: 'rows',
      name: { zh: '渣土转运证', en: 'Permits' },
      columns: {
        number: { type: 'text', most: 60, name: { zh: '证号', en: 'Number' }, required: true },
        volume: { type: 'quantity', unit: 'm³', decimals: 3, name: { zh: '核准方量', en: 'Volume' }, required: true },
        issuedOn: { type: 'day', name: { zh: '核发日期', en: 'Issued on' } },
      },
    },
    claimed: {
      type: 'quantity',
      unit: 'm³',
      decimals: 3,
      name: { zh: '送审方量', en: 'Claimed' },
      listed: true,
    },
    measured: {
      type: 'quantity',
      unit: 'm³',
      decimals: 3,
      name: { zh: '实测方量', en: 'Measured' },
      help: { zh: '原地貌与完成面测量计算的方量，不是车数乘以载量。', en: 'By survey, not by lorries.' },
      listed: true,
    },
    paid: {
      type: 'quantity',
      unit: 'm³',
      decimals: 3,
      name: { zh: '已付款方量', en: 'Paid for' },
    },
    unitPrice: { type: 'money', name: { zh: '单价（每立方米）', en: 'Price of a cubic metre' } },
    dumpSite: { type: 'text', name: { zh: '弃土（取土）场', en: 'Dump site' } },
    dumpSiteConfirmed: { type: 'flag', name: { zh: '弃土场已确认接收', en: 'Dump site confirmed' }, listed: true },
    papers: { type: 'files', name: { zh: '转运证、测量报告、接收证明', en: 'Papers' } },
  },
  dateField: 'period',
  title: { zh: '{kind} {period}', en: '{kind} {period}' },
  counts: {
    measured: { name: { zh: '实测方量', en: 'Measured' }, unit: 'm³', of: 'measured' },
    claimed: { name: { zh: '送审方量', en: 'Claimed' }, unit: 'm³', of: 'claimed' },
  },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
