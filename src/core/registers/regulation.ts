import { defineRegister } from './definition.ts'

export const regulation = defineRegister({
  key: 'regulation',
  version: 1,
  name: { zh: '制度', en: 'Rules' },
  help: {
    zh: '制定、修订、废止的制度办法。同一份制度在材料里有几种叫法的，都写进“其他叫法”，免得算成几份。',
    en: 'Rule documents made, revised or repealed. Every name by which a text calls one goes into its other names.',
  },
  group: 'rules',
  kinds: {
    made: { zh: '制定', en: 'Made' },
    revised: { zh: '修订', en: 'Revised' },
    repealed: { zh: '废止', en: 'Repealed' },
  },
  fields: {
    title: {
      type: 'document',
      name: { zh: '制度名称', en: 'Title' },
      help: { zh: '正式印发的全称，不加书名号；“（试行）”写进名称。', en: 'As issued, without 《》.' },
      required: true,
      listed: true,
    },
    aliases: {
      type: 'document',
      many: true,
      name: { zh: '其他叫法', en: 'Other names' },
      help: {
        zh: '简称、旧名、材料里的误写（如把“规则”写成“细则”）。',
        en: 'Short and former names, and slips found in texts.',
      },
    },
    number: {
      type: 'text',
      name: { zh: '文号', en: 'Number' },
      help: { zh: '如“云绿整办〔2024〕6号”，年份用六角括号。', en: 'As printed, the year in 〔〕.' },
      most: 60,
      listed: true,
    },
    issuer: { type: 'unit', name: { zh: '印发单位', en: 'Issued by' }, listed: true },
    on: {
      type: 'day',
      name: { zh: '印发日期', en: 'Issued on' },
      help: { zh: '废止的写废止决定印发的日期。', en: 'For a repeal: the day of the decision.' },
      required: true,
      listed: true,
    },
    effectiveOn: { type: 'day', name: { zh: '施行（失效）日期', en: 'Effective from' }, listed: true },
    trialUntil: {
      type: 'day',
      name: { zh: '试行至', en: 'On trial until' },
      help: { zh: '试行的才写；到期前应评估。', en: 'Only for rules on trial.' },
      kinds: ['made', 'revised'],
    },
    replaces: {
      type: 'reference',
      register: 'regulation',
      many: true,
      name: { zh: '替代或废止的制度', en: 'Replaces or repeals' },
      help: { zh: '旧制度也在登记簿里的，从中选。', en: 'Where the former one is in the register too.' },
    },
    status: {
      type: 'choice',
      name: { zh: '现状', en: 'Status' },
      options: {
        inForce: { zh: '现行有效', en: 'In force' },
        onTrial: { zh: '试行', en: 'On trial' },
        replaced: { zh: '已被替代', en: 'Replaced' },
        repealed: { zh: '已废止', en: 'Repealed' },
      },
      required: true,
      listed: true,
    },
    answers: {
      type: 'longText',
      name: { zh: '管什么、堵什么漏洞', en: 'What it governs, and which gap it closes' },
    },
    reviewOn: {
      type: 'day',
      name: { zh: '执行效果评估日期', en: 'Effect to be reviewed on' },
      kinds: ['made', 'revised'],
    },
    review: { type: 'longText', name: { zh: '评估结论', en: 'What the review found' }, kinds: ['made', 'revised'] },
    text: { type: 'files', name: { zh: '印发的文本', en: 'The text as issued' } },
  },
  dateField: 'on',
  title: { zh: '{kind}《{title}》', en: '{kind}: {title}' },
  counts: { items: { name: { zh: '制度项数', en: 'Rules' }, unit: '项', of: 'entries' } },
  aggregates: false,
  readers: 'everyone',
  writers: 'unit',
  openness: 'rows',
})
