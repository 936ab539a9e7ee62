import { defineRegister } from './definition.ts'

export const lookBack = defineRegister({
  key: 'lookBack',
  version: 1,
  name: { zh: '回头看', en: 'Look-backs' },
  help: {
    zh: '一个项目在一轮“回头看”中的结果：单位自查一条，专班复核一条。26 个项目看完应有 26 条自查。',
    en: 'What one project came to in one round: one entry for the self-check, one for the review.',
  },
  group: 'rules',
  kinds: {
    selfCheck: { zh: '自查', en: 'Self-check' },
    review: { zh: '复核', en: 'Review' },
  },
  fields: {
    batch: {
      type: 'reference',
      register: 'lookBackBatch',
      name: { zh: '批次', en: 'Round' },
      required: true,
      listed: true,
    },
    project: { type: 'project', name: { zh: '项目', en: 'Project' }, required: true },
    on: { type: 'day', name: { zh: '完成日期', en: 'Done on' }, required: true, listed: true },
    by: { type: 'person', name: { zh: '负责人', en: 'Answered for by' } },
    answers: {
      type: 'rows',
      name: { zh: '逐题结果', en: 'Answers' },
      columns: {
        number: {
          type: 'text',
          name: { zh: '序号', en: 'No.' },
          help: { zh: '与批次中的序号一致。', en: 'As in the round.' },
          required: true,
          most: 10,
        },
        answer: {
          type: 'choice',
          name: { zh: '结果', en: 'Answer' },
          options: {
            fine: { zh: '没有问题', en: 'No problem' },
            problem: { zh: '有问题', en: 'Problem' },
            unclear: { zh: '待核', en: 'To be clarified' },
            notApplicable: { zh: '不涉及', en: 'Not applicable' },
          },
          required: true,
        },
        note: { type: 'text', name: { zh: '说明', en: 'Note' }, most: 300 },
        fixedOn: { type: 'day', name: { zh: '整改日期', en: 'Fixed on' } },
      },
    },
    found: {
      type: 'quantity',
      unit: '个',
      name: { zh: '发现问题', en: 'Problems found' },
      help: { zh: '没有的填 0。', en: '0 where there is none.' },
      required: true,
      listed: true,
    },
    fixed: { type: 'quantity', unit: '个', name: { zh: '已整改', en: 'Problems fixed' }, listed: true },
    result: {
      type: 'choice',
      name: { zh: '结论', en: 'Result' },
      options: {
        clean: { zh: '未发现问题', en: 'No problem found' },
        fixed: { zh: '有问题，已整改', en: 'Problems, fixed' },
        open: { zh: '有问题，整改中', en: 'Problems, open' },
        returned: { zh: '自查不实，退回', en: 'Self-check not accepted' },
      },
      required: true,
      listed: true,
    },
    papers: { type: 'files', name: { zh: '自查表和复核单', en: 'Forms' } },
  },
  dateField: 'on',
  title: { zh: '{kind}：{project}', en: '{kind}: {project}' },
  counts: {
    projects: { name: { zh: '回头看项目数', en: 'Projects looked at' }, unit: '个', of: 'entries' },
    found: { name: { zh: '回头看发现问题数', en: 'Problems found' }, unit: '个', of: 'found' },
    fixed: { name: { zh: '回头看整改问题数', en: 'Problems fixed' }, unit: '个', of: 'fixed' },
  },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
