import { defineRegister } from './definition.ts'
import { contractField, projectField } from './project-fields.ts'

export const schedule = defineRegister({
  key: 'schedule',
  version: 1,
  name: { zh: '工期', en: 'Schedules' },
  help: {
    zh: '每份施工合同登记一条：计划与实际的开工、完工，批准的顺延，超期的调查结论。',
    en: 'One entry for each construction contract: planned and actual days, extensions, and what an overrun was found to be.',
  },
  group: 'project',
  kinds: null,
  fields: {
    project: projectField,
    contract: contractField,
    section: { type: 'text', most: 120, name: { zh: '标段', en: 'Section' }, listed: true },
    plannedStart: { type: 'day', name: { zh: '计划开工', en: 'Planned start' }, listed: true },
    plannedFinish: { type: 'day', name: { zh: '计划完工', en: 'Planned finish' }, listed: true },
    actualStart: { type: 'day', name: { zh: '实际开工', en: 'Actual start' }, listed: true },
    actualFinish: {
      type: 'day',
      name: { zh: '实际完工', en: 'Actual finish' },
      help: { zh: '还没有完工的不填。', en: 'Left empty until the works are finished.' },
      listed: true,
    },
    extensions: {
      type: 'rows',
      name: { zh: '批准的顺延', en: 'Extensions' },
      columns: {
        days: { type: 'quantity', unit: '天', name: { zh: '天数', en: 'Days' }, required: true },
        reason: { type: 'text', name: { zh: '原因', en: 'Reason' } },
        approvedOn: { type: 'day', name: { zh: '批准日期', en: 'Approved on' } },
        number: { type: 'text', most: 60, name: { zh: '批准文号', en: 'Number' } },
      },
    },
    overrun: {
      type: 'computed',
      unit: '天',
      name: { zh: '比计划晚', en: 'Later than planned' },
      help: { zh: '实际完工比计划完工晚的日历天数，没有扣除顺延。', en: 'Calendar days, extensions not deducted.' },
      of: { most: [0, { days: ['plannedFinish', 'actualFinish'] }] },
      listed: true,
    },
    investigatedOn: { type: 'day', name: { zh: '超期调查日期', en: 'Overrun investigated on' } },
    conclusion: {
      type: 'choice',
      name: { zh: '超期责任认定', en: 'Found to be due to' },
      help: {
        zh: '不是施工单位原因的也要写明认定结论。',
        en: 'A conclusion is needed also where it was not the contractor.',
      },
      options: {
        contractor: { zh: '施工单位原因', en: 'The contractor' },
        owner: { zh: '建设单位原因', en: 'The owner' },
        designer: { zh: '勘察设计原因', en: 'Survey or design' },
        land: { zh: '征地、管线迁改', en: 'Land, pipes' },
        force: { zh: '天气等不可抗力', en: 'Weather, force majeure' },
        several: { zh: '多方原因', en: 'Several' },
      },
    },
    damages: {
      type: 'money',
      name: { zh: '逾期违约金', en: 'Damages for delay' },
      help: { zh: '按合同应扣的金额；认定不扣的填0。', en: '0 where none are due.' },
    },
    papers: { type: 'files', name: { zh: '开工令、顺延批复、调查报告', en: 'Papers' } },
  },
  dateField: 'plannedStart',
  title: { zh: '{project} {section}', en: '{project} {section}' },
  counts: {
    overrun: { name: { zh: '比计划晚的天数', en: 'Days later than planned' }, unit: '天', of: 'overrun' },
    schedules: { name: { zh: '工期数', en: 'Schedules' }, unit: '个', of: 'entries' },
  },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
