import { defineRegister } from './definition.ts'
import { projectField } from './project-fields.ts'

export const decision = defineRegister({
  key: 'decision',
  version: 1,
  name: { zh: '立项与审批', en: 'Approvals' },
  help: {
    zh: '项目建议书、可研、概算、图审等批复，每个批复一条。概算调整也登记在这里，不改项目上的原概算。',
    en: 'One entry for each approval of a project. Adjustments of the budget are entered here too.',
  },
  group: 'project',
  kinds: {
    proposal: { zh: '项目建议书', en: 'Proposal' },
    feasibility: { zh: '可行性研究报告', en: 'Feasibility study' },
    scheme: { zh: '设计方案', en: 'Design scheme' },
    preliminaryBudget: { zh: '初步设计及概算', en: 'Preliminary design and budget' },
    budgetAdjustment: { zh: '概算调整', en: 'Adjustment of the budget' },
    drawingReview: { zh: '施工图审查', en: 'Review of the drawings' },
    budgetReview: { zh: '预算评审', en: 'Review of the budget' },
  },
  fields: {
    project: projectField,
    document: { type: 'text', name: { zh: '文件名称', en: 'Document' }, required: true, listed: true },
    number: { type: 'text', most: 60, name: { zh: '文号', en: 'Number' }, listed: true },
    authority: { type: 'text', name: { zh: '审批单位', en: 'Authority' }, listed: true },
    appliedOn: { type: 'day', name: { zh: '报批日期', en: 'Submitted on' } },
    approvedOn: {
      type: 'day',
      name: { zh: '批复日期', en: 'Approved on' },
      help: { zh: '还没有批复的不填。', en: 'Left empty until it is approved.' },
      listed: true,
    },
    amount: {
      type: 'money',
      name: { zh: '批复金额', en: 'Amount approved' },
      help: {
        zh: '估算、概算、预算的总额；概算调整填调整后的总额，不是差额。',
        en: 'The total. For an adjustment the new total, not the difference.',
      },
      listed: true,
    },
    papers: { type: 'files', name: { zh: '批复文件', en: 'Papers' } },
  },
  dateField: 'approvedOn',
  title: { zh: '{kind}：{document}', en: '{kind}: {document}' },
  counts: { approvals: { name: { zh: '批复数', en: 'Approvals' }, unit: '个', of: 'entries' } },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
