/** How decisions on checks and their local values are refused. */
export const checkRefusals = {
  'check.flagGone': {
    zh: '记录已有变化，这条提示不再成立，未作处理。请刷新页面查看现在的结果。',
    en: 'The records have changed and this flag no longer stands; nothing was done. Reload to see what is found now.',
  },
  'check.alreadyFound': {
    zh: '这条提示已转为自查问题 {number}，不能再改。请到该问题下继续整改。',
    en: 'This flag has become finding {number} and cannot be changed. Go on with the finding.',
  },
  'check.ofFinding': {
    zh: '这条提示说的就是台账里的问题，不必再转为问题。请直接补充该问题的整改措施，或注明理由排除。',
    en: 'This flag is about a finding of the ledger: add measures to that finding, or dismiss the flag with a reason.',
  },
  'check.wrongParameter': {
    zh: '这项检查没有名为“{parameter}”的参数。请刷新页面后从列表里选择。',
    en: 'This check has no parameter “{parameter}”. Reload the page and choose one from the list.',
  },
  'check.periodReversed': {
    zh: '起始日期晚于截止日期。请更正其中一个。',
    en: 'The first day is after the last one. Correct one of them.',
  },
} as const
