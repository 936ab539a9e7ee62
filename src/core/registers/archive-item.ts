import { defineRegister } from './definition.ts'
import { projectField } from './project-fields.ts'

export const archiveItem = defineRegister({
  key: 'archiveItem',
  version: 1,
  name: { zh: '项目档案', en: 'Archive' },
  help: {
    zh: '按阶段对照应归档清单逐份核对，一份资料一条。后来补齐的改为“已归档”并填补齐日期。',
    en: 'The required papers of each phase, one entry each. What is supplied later becomes “present”, with the day.',
  },
  group: 'project',
  kinds: {
    decision: { zh: '立项审批', en: 'Decision' },
    design: { zh: '勘察设计', en: 'Survey and design' },
    tender: { zh: '招标采购', en: 'Tender' },
    contract: { zh: '合同', en: 'Contract' },
    building: { zh: '施工', en: 'Works' },
    acceptance: { zh: '验收', en: 'Acceptance' },
    settlement: { zh: '结算', en: 'Settlement' },
    handover: { zh: '移交管养', en: 'Handover and upkeep' },
  },
  fields: {
    project: projectField,
    paper: { type: 'text', name: { zh: '资料名称', en: 'Paper' }, required: true, listed: true },
    state: {
      type: 'choice',
      name: { zh: '核对结果', en: 'State' },
      required: true,
      listed: true,
      options: {
        present: { zh: '已归档', en: 'Present' },
        missing: { zh: '缺失', en: 'Missing' },
        notNeeded: { zh: '不适用', en: 'Not needed' },
      },
    },
    number: { type: 'text', most: 60, name: { zh: '档号', en: 'File number' } },
    checkedOn: { type: 'day', name: { zh: '核对日期', en: 'Checked on' }, required: true, listed: true },
    checkedBy: { type: 'person', name: { zh: '核对人', en: 'Checked by' }, listed: true },
    suppliedOn: { type: 'day', name: { zh: '补齐日期', en: 'Supplied on' }, listed: true },
    papers: { type: 'files', name: { zh: '扫描件', en: 'Scan' } },
  },
  dateField: 'checkedOn',
  title: { zh: '{paper}', en: '{paper}' },
  counts: { papers: { name: { zh: '资料份数', en: 'Papers' }, unit: '份', of: 'entries' } },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'figure',
})
