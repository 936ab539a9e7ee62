import { defineRegister } from './definition.ts'
import { contractField, projectField } from './project-fields.ts'

export const acceptance = defineRegister({
  key: 'acceptance',
  version: 1,
  name: { zh: '验收', en: 'Acceptance' },
  help: {
    zh: '专项验收、预验收、竣工验收，每次一条。竣工验收前逐项核对五个条件。',
    en: 'One entry for each. Five conditions are checked before the acceptance on completion.',
  },
  group: 'project',
  kinds: {
    special: { zh: '专项验收', en: 'Special' },
    preliminary: { zh: '预验收', en: 'Preliminary' },
    completion: { zh: '竣工验收', en: 'On completion' },
  },
  fields: {
    project: projectField,
    contract: contractField,
    subject: { type: 'text', most: 120, name: { zh: '验收内容', en: 'What' }, listed: true },
    appliedOn: { type: 'day', name: { zh: '申请验收日期', en: 'Applied for on' } },
    on: { type: 'day', name: { zh: '验收日期', en: 'Accepted on' }, listed: true },
    opinion: {
      type: 'choice',
      name: { zh: '验收意见', en: 'Opinion' },
      options: {
        passed: { zh: '合格', en: 'Passed' },
        fixed: { zh: '整改后合格', en: 'Passed after correction' },
        failed: { zh: '不合格', en: 'Failed' },
      },
      listed: true,
    },
    worksDone: {
      type: 'flag',
      kinds: ['preliminary', 'completion'],
      name: { zh: '一、设计和合同内容全部完成', en: '1. All of design and contract done' },
    },
    filesComplete: {
      type: 'flag',
      kinds: ['preliminary', 'completion'],
      name: { zh: '二、技术档案和施工管理资料完整', en: '2. Technical files complete' },
    },
    materialReports: {
      type: 'flag',
      kinds: ['preliminary', 'completion'],
      name: { zh: '三、主要材料、苗木有进场检验报告', en: '3. Materials and plants inspected' },
    },
    qualitySigned: {
      type: 'flag',
      kinds: ['preliminary', 'completion'],
      name: { zh: '四、勘察、设计、施工、监理已签质量合格文件', en: '4. Quality signed by all four' },
    },
    warranty: {
      type: 'flag',
      kinds: ['preliminary', 'completion'],
      name: { zh: '五、施工单位已签工程保修（养护）书', en: '5. Warranty signed' },
    },
    usedFrom: {
      type: 'day',
      name: { zh: '开始使用日期', en: 'In use from' },
      help: { zh: '开放或交付使用的实际日期；验收合格以前不得使用。', en: 'Not before it is accepted.' },
      listed: true,
    },
    filedOn: {
      type: 'day',
      kinds: ['completion'],
      name: { zh: '备案日期', en: 'Filed on' },
      help: { zh: '竣工验收合格之日起十五日内备案。', en: 'Within fifteen days of passing.' },
      listed: true,
    },
    organiser: { type: 'text', name: { zh: '组织单位', en: 'Organised by' } },
    defects: {
      type: 'rows',
      name: { zh: '遗留问题', en: 'Defects' },
      columns: {
        defect: { type: 'text', most: 300, name: { zh: '问题', en: 'Defect' }, required: true },
        fixedOn: { type: 'day', name: { zh: '整改日期', en: 'Fixed on' } },
      },
    },
    papers: { type: 'files', name: { zh: '验收报告、会议纪要', en: 'Papers' } },
  },
  dateField: 'on',
  title: { zh: '{kind} {subject}', en: '{kind} {subject}' },
  counts: { times: { name: { zh: '验收次数', en: 'Acceptances' }, unit: '次', of: 'entries' } },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
