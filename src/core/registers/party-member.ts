import { defineRegister } from './definition.ts'

export const partyMember = defineRegister({
  key: 'partyMember',
  version: 1,
  name: { zh: '党员名册', en: 'Party members' },
  help: {
    zh: '支部的党员名册，只有本单位和整改办能看，查阅留痕。不登记身份证号和住址。',
    en: 'Roster of the branch: read by its unit and the office alone, each reading is logged. No identity numbers.',
  },
  group: 'party',
  kinds: null,
  fields: {
    name: { type: 'text', name: { zh: '姓名', en: 'Name' }, required: true, listed: true, most: 30 },
    branch: {
      type: 'reference',
      register: 'partyBranch',
      name: { zh: '所在支部', en: 'Branch' },
      required: true,
      listed: true,
    },
    joinedOn: {
      type: 'day',
      name: { zh: '入党日期', en: 'Joined on' },
      help: { zh: '支部大会通过为预备党员的日期。', en: 'When the branch took the person in on probation.' },
      required: true,
      listed: true,
    },
    fullOn: { type: 'day', name: { zh: '转正日期', en: 'Full member since' } },
    status: {
      type: 'choice',
      name: { zh: '党员类别', en: 'Status' },
      options: {
        full: { zh: '正式党员', en: 'Full' },
        probationary: { zh: '预备党员', en: 'On probation' },
      },
      required: true,
      listed: true,
    },
    on: {
      type: 'day',
      name: { zh: '编入日期', en: 'In this branch since' },
      required: true,
    },
    from: { type: 'text', name: { zh: '从哪里转入', en: 'Came from' }, most: 60 },
    dues: { type: 'money', name: { zh: '每月党费', en: 'Dues a month' } },
    duesPaidTo: {
      type: 'day',
      name: { zh: '党费交至', en: 'Dues paid up to' },
      help: { zh: '交到哪个月，写那个月的最后一天。', en: 'The last day of the last month paid.' },
      listed: true,
    },
    outOn: { type: 'day', name: { zh: '转出日期', en: 'Left on' }, listed: true },
    to: { type: 'text', name: { zh: '转到哪里', en: 'Went to' }, most: 60 },
    receiptOn: {
      type: 'day',
      name: { zh: '收到回执日期', en: 'Receipt came on' },
      help: { zh: '没有回执的不算转完。', en: 'Without it the transfer is not finished.' },
    },
  },
  dateField: 'on',
  title: { zh: '{name}', en: '{name}' },
  counts: { members: { name: { zh: '名册党员数', en: 'Members on the roster' }, unit: '名', of: 'entries' } },
  aggregates: false,
  readers: 'restricted',
  writers: 'unit',
  openness: 'figure',
})
