import { defineRegister } from './definition.ts'

export const dueDiligence = defineRegister({
  key: 'dueDiligence',
  version: 1,
  name: { zh: '尽职调查', en: 'Due diligence' },
  help: {
    zh: '招商项目签约前（或补做）的尽职调查。一个项目一次调查一条，每项都要有结论。',
    en: 'Due diligence before an investment agreement is signed, or made up for. One entry per project and inquiry.',
  },
  group: 'land',
  kinds: {
    before: { zh: '签约前', en: 'Before signing' },
    madeUp: { zh: '签约后补做', en: 'Made up for' },
  },
  fields: {
    investmentProject: {
      type: 'reference',
      register: 'investmentProject',
      name: { zh: '招商项目', en: 'Investment project' },
      required: true,
      listed: true,
    },
    investor: { type: 'text', name: { zh: '投资人', en: 'Investor' }, required: true, listed: true, most: 100 },
    on: { type: 'day', name: { zh: '调查完成日期', en: 'Concluded on' }, required: true, listed: true },
    by: { type: 'unit', name: { zh: '调查单位', en: 'Done by' }, listed: true },
    thirdParty: { type: 'text', name: { zh: '委托机构', en: 'Firm commissioned' }, most: 100 },
    points: {
      type: 'rows',
      name: { zh: '调查事项', en: 'Points examined' },
      columns: {
        point: {
          type: 'choice',
          name: { zh: '事项', en: 'Point' },
          options: {
            credit: { zh: '信用和涉诉', en: 'Credit and lawsuits' },
            funds: { zh: '资金来源', en: 'Source of funds' },
            land: { zh: '用地需求', en: 'Need of land' },
            technology: { zh: '技术和市场', en: 'Technology and market' },
            environment: { zh: '环保和能耗', en: 'Environment and energy' },
          },
          required: true,
        },
        sound: { type: 'flag', name: { zh: '是否通过', en: 'Sound' }, required: true },
        note: { type: 'text', name: { zh: '依据和说明', en: 'Grounds' }, most: 300 },
      },
    },
    conclusion: {
      type: 'choice',
      name: { zh: '结论', en: 'Conclusion' },
      options: {
        sound: { zh: '合格', en: 'Sound' },
        conditional: { zh: '附条件合格', en: 'Sound on conditions' },
        unsound: { zh: '不合格', en: 'Not sound' },
      },
      required: true,
      listed: true,
    },
    conditions: { type: 'longText', name: { zh: '附加条件、处理意见', en: 'Conditions, and what follows' } },
    report: { type: 'files', name: { zh: '调查报告', en: 'Report' } },
  },
  dateField: 'on',
  title: { zh: '{investor}：{conclusion}', en: '{investor}: {conclusion}' },
  counts: { projects: { name: { zh: '尽职调查项目数', en: 'Projects examined' }, unit: '个', of: 'entries' } },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'figure',
})
