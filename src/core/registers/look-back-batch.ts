import { defineRegister } from './definition.ts'

/** One round of looking back: which projects, and the questions put to each. Answers are entries of `lookBack`. */
export const lookBackBatch = defineRegister({
  key: 'lookBackBatch',
  version: 1,
  name: { zh: '回头看批次', en: 'Rounds of look-back' },
  help: {
    zh: '一轮“回头看”登记一条：看哪些项目、问哪些问题、何时自查、何时过堂。每个项目的结果登记在“回头看”里。',
    en: 'One entry per round: projects, questions, days. The result of each project is an entry of its own.',
  },
  group: 'rules',
  kinds: null,
  fields: {
    name: { type: 'text', name: { zh: '批次名称', en: 'Name' }, required: true, listed: true, most: 100 },
    on: { type: 'day', name: { zh: '布置日期', en: 'Ordered on' }, required: true, listed: true },
    lead: { type: 'unit', name: { zh: '组织单位', en: 'Organised by' }, listed: true },
    basis: { type: 'text', name: { zh: '依据', en: 'Basis' }, most: 200 },
    projects: {
      type: 'project',
      many: true,
      name: { zh: '应看项目', en: 'Projects to look at' },
      help: {
        zh: '全部列出；还没有结果的项目据此看出。',
        en: 'All of them, so that those without a result can be told.',
      },
      required: true,
    },
    questions: {
      type: 'rows',
      name: { zh: '要看的问题', en: 'Questions' },
      columns: {
        number: { type: 'text', name: { zh: '序号', en: 'No.' }, required: true, most: 10 },
        question: { type: 'text', name: { zh: '问题', en: 'Question' }, required: true, most: 200 },
        basis: { type: 'text', name: { zh: '对照的规定', en: 'Rule it is held against' }, most: 200 },
      },
      required: true,
    },
    selfCheckDueOn: { type: 'day', name: { zh: '自查期限', en: 'Self-check due on' }, listed: true },
    reviewMeeting: {
      type: 'reference',
      register: 'meeting',
      name: { zh: '过堂会议', en: 'Review meeting' },
    },
    reviewedOn: { type: 'day', name: { zh: '过堂日期', en: 'Reviewed on' }, listed: true },
    papers: { type: 'files', name: { zh: '通知和汇总表', en: 'Notice, summary' } },
  },
  dateField: 'on',
  title: { zh: '{name}', en: '{name}' },
  counts: { batches: { name: { zh: '回头看批次', en: 'Rounds' }, unit: '批', of: 'entries' } },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
