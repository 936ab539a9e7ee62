/** Why an entry or the definition of a register is not taken. */
export const registerRefusals = {
  'entry.invalid': {
    zh: '{first} 一共有 {count} 处需要修改。',
    en: '{first} In all, {count} to be corrected.',
  },
  'entry.noAggregates': {
    zh: '“{register}”要逐条登记，不能用一条代表多次。',
    en: '“{register}” is entered one by one; an entry cannot stand for many.',
  },
  'entry.aggregateReversed': {
    zh: '汇总登记的起始日期晚于截止日期，请核对。',
    en: 'The period ends before it begins. Check both days.',
  },
  'entry.aggregateOverlaps': {
    zh: '这段时间已有一条汇总登记“{title}”，同一段时间不能重复汇总。请修改那一条，或改起止日期。',
    en: 'There is an entry for these days already, “{title}”: the same days cannot be counted twice. Change that one, or the period.',
  },
  'entry.officeWrites': {
    zh: '“{register}”由整改办登记。需要补充或修改请联系整改办。',
    en: '“{register}” is kept by the rectification office. Ask the office to enter or change it.',
  },
  'entry.withdrawn': {
    zh: '这条登记已经撤销，不能修改。需要时先恢复。',
    en: 'This entry was withdrawn and cannot be changed. Put it back first.',
  },
  'entry.notWithdrawn': {
    zh: '这条登记没有撤销，不用恢复。',
    en: 'This entry was not withdrawn; there is nothing to put back.',
  },
  'register.invalid': {
    zh: '{first} 登记簿的设置一共有 {count} 处需要修改。',
    en: '{first} In all, {count} to be corrected in the definition.',
  },
  'register.keyTaken': {
    zh: '编号“{key}”已经用于“{name}”，请换一个。',
    en: 'The key “{key}” is used by “{name}”. Choose another.',
  },
} as const
