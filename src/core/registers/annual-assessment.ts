import { defineRegister } from './definition.ts'
import { contractField, projectField } from './project-fields.ts'

export const annualAssessment = defineRegister({
  key: 'annualAssessment',
  version: 1,
  name: { zh: '年度考核', en: 'Annual assessments' },
  help: {
    zh: '政府和社会资本合作项目、管养合同等的年度绩效考核，一年一条。',
    en: 'Of partnerships, upkeep contracts and others, one entry a year.',
  },
  group: 'project',
  kinds: {
    partnership: { zh: '政府和社会资本合作', en: 'Public-private partnership' },
    upkeep: { zh: '管养', en: 'Upkeep' },
    other: { zh: '其他', en: 'Other' },
  },
  fields: {
    project: projectField,
    contract: contractField,
    year: {
      type: 'quantity',
      unit: '年度',
      least: 2000,
      most: 2100,
      name: { zh: '考核年度', en: 'Year' },
      required: true,
      listed: true,
    },
    on: { type: 'day', name: { zh: '考核日期', en: 'Assessed on' }, required: true, listed: true },
    participants: { type: 'text', most: 300, name: { zh: '参加单位', en: 'Participants' } },
    score: {
      type: 'quantity',
      unit: '分',
      decimals: 1,
      most: 100,
      name: { zh: '得分', en: 'Score' },
      listed: true,
    },
    result: {
      type: 'choice',
      name: { zh: '结果', en: 'Result' },
      options: {
        excellent: { zh: '优秀', en: 'Excellent' },
        good: { zh: '良好', en: 'Good' },
        passed: { zh: '合格', en: 'Passed' },
        failed: { zh: '不合格', en: 'Failed' },
      },
      listed: true,
    },
    withheld: {
      type: 'money',
      name: { zh: '扣减费用', en: 'Withheld' },
      help: { zh: '按考核结果扣减的付费；不扣的填0。', en: '0 where nothing is withheld.' },
    },
    papers: { type: 'files', name: { zh: '考核表、会议纪要', en: 'Papers' } },
  },
  dateField: 'on',
  title: { zh: '{year}年度{kind}考核', en: '{kind}, {year}' },
  counts: { times: { name: { zh: '考核次数', en: 'Assessments' }, unit: '次', of: 'entries' } },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
