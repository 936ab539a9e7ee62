import { defineRegister } from './definition.ts'
import { contractField, projectField } from './project-fields.ts'

export const maintenance = defineRegister({
  key: 'maintenance',
  version: 1,
  name: { zh: '管养', en: 'Upkeep' },
  help: {
    zh: '一个项目一个养护期（管养合同期）一条：做了什么、考核如何。补的苗登记在“补植”，在这里引用，株数不再重复填。',
    en: 'One entry for each period. Replanted plants stand in their own register and are referred to, not typed again.',
  },
  group: 'planting',
  kinds: {
    guarantee: { zh: '施工单位养护期', en: 'By the contractor' },
    upkeep: { zh: '专业管养', en: 'By an upkeep firm' },
  },
  fields: {
    project: projectField,
    contract: contractField,
    by: { type: 'text', name: { zh: '管养单位', en: 'By' }, listed: true },
    period: { type: 'dayRange', name: { zh: '起止日期', en: 'Period' }, required: true, listed: true },
    plants: { type: 'quantity', unit: '株', name: { zh: '管养苗木', en: 'Plants in care' }, listed: true },
    area: { type: 'area', name: { zh: '管养面积', en: 'Area in care' } },
    replantings: {
      type: 'reference',
      register: 'replanting',
      many: true,
      name: { zh: '期内补植', en: 'Replanting in the period' },
    },
    ditchCovers: {
      type: 'quantity',
      unit: '米',
      decimals: 1,
      name: { zh: '更换沟盖板', en: 'Ditch covers replaced' },
      listed: true,
    },
    works: {
      type: 'rows',
      name: { zh: '其他养护工作', en: 'Other works' },
      columns: {
        work: { type: 'text', name: { zh: '内容', en: 'Work' }, required: true },
        on: { type: 'day', name: { zh: '日期', en: 'On' } },
        quantity: { type: 'quantity', unit: '计量单位', decimals: 3, name: { zh: '数量', en: 'Quantity' } },
        measure: { type: 'text', most: 12, name: { zh: '单位', en: 'Measured in' } },
      },
    },
    score: {
      type: 'quantity',
      unit: '分',
      decimals: 1,
      most: 100,
      name: { zh: '考核得分', en: 'Score' },
      listed: true,
    },
    fee: { type: 'money', kinds: ['upkeep'], name: { zh: '期内管养费', en: 'Fee' } },
    papers: { type: 'files', name: { zh: '养护记录、考核表', en: 'Papers' } },
  },
  dateField: 'period',
  title: { zh: '{kind} {period}', en: '{kind} {period}' },
  counts: {
    ditchCovers: { name: { zh: '更换沟盖板', en: 'Ditch covers replaced' }, unit: '米', of: 'ditchCovers' },
    plants: { name: { zh: '管养苗木', en: 'Plants in care' }, unit: '株', of: 'plants' },
    area: { name: { zh: '管养面积', en: 'Area in care' }, unit: '㎡', of: 'area' },
  },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
