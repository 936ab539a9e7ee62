import { defineRegister } from './definition.ts'
import { contractField, projectField } from './project-fields.ts'

export const subcontractor = defineRegister({
  key: 'subcontractor',
  version: 1,
  name: { zh: '分包单位', en: 'Subcontractors' },
  help: {
    zh: '进场的劳务、专业分包单位，一家一条。主体工程不得分包，分包应经建设单位同意。',
    en: 'Those on site, one entry each. A subcontract needs the consent of the owner.',
  },
  group: 'project',
  kinds: {
    labour: { zh: '劳务分包', en: 'Labour' },
    trade: { zh: '专业分包', en: 'Trade' },
  },
  fields: {
    project: projectField,
    contract: { ...contractField, name: { zh: '分包合同', en: 'Subcontract' } },
    name: { type: 'text', name: { zh: '分包单位', en: 'Name' }, required: true, listed: true },
    scope: { type: 'text', most: 300, name: { zh: '分包范围', en: 'Scope' }, listed: true },
    qualified: { type: 'flag', name: { zh: '资质已核验', en: 'Qualification verified' } },
    consentOn: {
      type: 'day',
      name: { zh: '建设单位同意日期', en: 'Owner consented on' },
      help: { zh: '合同已约定的分包填合同签订日期；没有同意的不填。', en: 'Left empty where there is no consent.' },
      listed: true,
    },
    enteredOn: { type: 'day', name: { zh: '进场日期', en: 'On site from' }, listed: true },
    leftOn: { type: 'day', name: { zh: '退场日期', en: 'Left on' } },
    papers: { type: 'files', name: { zh: '同意书、资质', en: 'Papers' } },
  },
  dateField: 'enteredOn',
  title: { zh: '{kind}：{name}', en: '{kind}: {name}' },
  counts: { firms: { name: { zh: '分包单位数', en: 'Subcontractors' }, unit: '家', of: 'entries' } },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
