import { defineRegister } from './definition.ts'
import { contractField, projectField } from './project-fields.ts'

export const settlement = defineRegister({
  key: 'settlement',
  version: 1,
  name: { zh: '结算', en: 'Settlements' },
  help: {
    zh: '每份合同的结算登记一条，从催办、送审到审定、复审都填在同一条。审核期限从资料齐全之日起算。',
    en: 'One entry for each contract, from urging to the second review. The clock of the review runs from the day the file is complete.',
  },
  group: 'money',
  kinds: null,
  fields: {
    project: projectField,
    contract: { ...contractField, required: true },
    submittedOn: { type: 'day', name: { zh: '送审日期', en: 'Submitted on' }, listed: true },
    submitted: { type: 'money', name: { zh: '送审金额', en: 'Submitted' }, listed: true },
    completeOn: {
      type: 'day',
      name: { zh: '资料齐全日期', en: 'File complete on' },
      help: {
        zh: '补齐最后一份资料的日期；审核期限按送审金额分为20、30、45、60天，从这天起算。',
        en: 'The clock runs from here: 20, 30, 45 or 60 days by the amount submitted.',
      },
    },
    reviewedOn: { type: 'day', name: { zh: '审定日期', en: 'Reviewed on' }, listed: true },
    reviewed: { type: 'money', name: { zh: '审定金额', en: 'Reviewed' }, listed: true },
    reduction: {
      type: 'computed',
      unit: '分',
      name: { zh: '核减金额', en: 'Reduction' },
      of: { subtract: ['submitted', 'reviewed'] },
      listed: true,
    },
    reductionShare: {
      type: 'computed',
      unit: '%',
      decimals: 2,
      name: { zh: '核减率', en: 'Share cut' },
      of: { divide: [{ subtract: ['submitted', 'reviewed'] }, 'submitted'] },
    },
    reviewer: { type: 'text', name: { zh: '审核单位', en: 'Reviewed by' } },
    secondReviewedOn: { type: 'day', name: { zh: '二次复审日期', en: 'Second review on' } },
    secondReviewed: {
      type: 'money',
      name: { zh: '复审金额', en: 'After the second review' },
      help: { zh: '有复审的，以复审金额为结算价。', en: 'Where there is one, it is the settled price.' },
    },
    secondReviewer: { type: 'text', name: { zh: '复审单位', en: 'Second review by' } },
    qualityBond: { type: 'money', name: { zh: '预留质量保证金', en: 'Quality bond retained' } },
    plants: { type: 'quantity', unit: '株', name: { zh: '结算苗木株数', en: 'Plants settled' } },
    urgings: {
      type: 'rows',
      name: { zh: '催办函', en: 'Urging letters' },
      columns: {
        on: { type: 'day', name: { zh: '日期', en: 'On' }, required: true },
        number: { type: 'text', most: 60, name: { zh: '文号', en: 'Number' } },
        to: { type: 'text', name: { zh: '发给', en: 'To' } },
      },
    },
    papers: { type: 'files', name: { zh: '结算书、审核报告', en: 'Papers' } },
  },
  dateField: 'submittedOn',
  title: { zh: '结算：{contract}', en: 'Settlement: {contract}' },
  counts: {
    settlements: { name: { zh: '结算数', en: 'Settlements' }, unit: '个', of: 'entries' },
    reduction: { name: { zh: '核减金额', en: 'Reductions' }, unit: '元', of: 'reduction' },
    submitted: { name: { zh: '送审金额', en: 'Submitted' }, unit: '元', of: 'submitted' },
    reviewed: { name: { zh: '审定金额', en: 'Reviewed' }, unit: '元', of: 'reviewed' },
  },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
