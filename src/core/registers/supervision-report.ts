import { defineRegister } from './definition.ts'
import { contractField, projectField } from './project-fields.ts'

export const supervisionReport = defineRegister({
  key: 'supervisionReport',
  version: 1,
  name: { zh: '监理月报与跟踪审计', en: 'Supervision reports' },
  help: {
    zh: '监理单位、跟踪审计单位按期提交的报告，一份一条；应交而没有交的月份会看得出来。',
    en: 'One entry for each report; the months without one can be seen.',
  },
  group: 'project',
  kinds: {
    monthly: { zh: '监理月报', en: 'Monthly report' },
    audit: { zh: '跟踪审计报告', en: 'Audit report' },
  },
  fields: {
    project: projectField,
    contract: contractField,
    period: { type: 'dayRange', name: { zh: '报告期', en: 'Period' }, required: true, listed: true },
    by: { type: 'text', name: { zh: '编制单位', en: 'By' }, listed: true },
    receivedOn: { type: 'day', name: { zh: '收到日期', en: 'Received on' }, listed: true },
    archivedOn: { type: 'day', name: { zh: '归档日期', en: 'Archived on' }, listed: true },
    found: { type: 'quantity', unit: '个', name: { zh: '反映问题', en: 'Problems found' }, listed: true },
    fixed: { type: 'quantity', unit: '个', name: { zh: '已整改', en: 'Fixed' } },
    papers: { type: 'files', name: { zh: '报告', en: 'Report' } },
  },
  dateField: 'period',
  title: { zh: '{kind} {period}', en: '{kind} {period}' },
  counts: {
    reports: { name: { zh: '报告份数', en: 'Reports' }, unit: '份', of: 'entries' },
    found: { name: { zh: '反映问题', en: 'Problems found' }, unit: '个', of: 'found' },
  },
  aggregates: true,
  readers: 'unit',
  writers: 'unit',
  openness: 'figure',
})
