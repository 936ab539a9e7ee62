import { defineRegister } from './definition.ts'

/** Which branches there are, so that one that never meets can be told from one that does not exist. */
export const partyBranch = defineRegister({
  key: 'partyBranch',
  version: 1,
  name: { zh: '党支部', en: 'Party branches' },
  help: {
    zh: '一个支部一条。设没设支委会、分没分党小组，决定哪些会应当开。',
    en: 'One entry per branch. Whether it has a committee and groups decides which meetings it owes.',
  },
  group: 'party',
  kinds: null,
  fields: {
    name: { type: 'text', name: { zh: '支部名称', en: 'Name' }, required: true, listed: true, most: 60 },
    on: { type: 'day', name: { zh: '成立日期', en: 'Founded on' }, required: true, listed: true },
    dissolvedOn: { type: 'day', name: { zh: '撤销日期', en: 'Dissolved on' } },
    secretary: { type: 'person', name: { zh: '书记', en: 'Secretary' }, listed: true },
    electedOn: { type: 'day', name: { zh: '本届选举日期', en: 'Elected on' } },
    members: { type: 'quantity', unit: '名', name: { zh: '党员人数', en: 'Members' }, listed: true },
    committee: {
      type: 'flag',
      name: { zh: '设支部委员会', en: 'Has a committee' },
      help: { zh: '正式党员 7 人以上应当设；不设的不要求开支委会。', en: 'Due from seven full members on.' },
      listed: true,
    },
    groups: {
      type: 'quantity',
      unit: '个',
      name: { zh: '党小组', en: 'Groups' },
      help: { zh: '不分小组的填 0。', en: '0 where there are none.' },
      listed: true,
    },
  },
  dateField: 'on',
  title: { zh: '{name}', en: '{name}' },
  counts: {
    branches: { name: { zh: '党支部数', en: 'Branches' }, unit: '个', of: 'entries' },
    members: { name: { zh: '支部党员数', en: 'Members of branches' }, unit: '名', of: 'members' },
  },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
