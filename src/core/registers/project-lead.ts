import { defineRegister } from './definition.ts'
import { projectField } from './project-fields.ts'

export const projectLead = defineRegister({
  key: 'projectLead',
  version: 1,
  name: { zh: '项目长', en: 'Project leads' },
  help: {
    zh: '每次任命登记一条；换人时给原来的一条填上止期，再登记新的一条。',
    en: 'One entry for each appointment. When somebody else takes over, the old entry gets its end.',
  },
  group: 'project',
  kinds: null,
  fields: {
    project: projectField,
    person: { type: 'person', name: { zh: '项目长', en: 'Lead' }, required: true, listed: true },
    post: { type: 'text', most: 80, name: { zh: '职务', en: 'Post' }, listed: true },
    from: { type: 'day', name: { zh: '起', en: 'From' }, required: true, listed: true },
    to: {
      type: 'day',
      name: { zh: '止', en: 'To' },
      help: { zh: '还在任的不填。', en: 'Left empty while it lasts.' },
      listed: true,
    },
    appointedBy: { type: 'text', name: { zh: '任命文件', en: 'Appointed by' } },
    papers: { type: 'files', name: { zh: '任命书、责任书', en: 'Papers' } },
  },
  dateField: 'from',
  title: { zh: '{person}：{project}', en: '{person}: {project}' },
  counts: { leads: { name: { zh: '任命人次', en: 'Appointments' }, unit: '人', of: 'entries' } },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'figure',
})
