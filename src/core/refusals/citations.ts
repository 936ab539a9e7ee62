/** Why an entry is not cited, a citation stays, or a target does not count. */
export const citationRefusals = {
  'import.notWritten': {
    zh: '这份文稿还没有写入台账，登记事项没有可引用的措施。请先写入台账。',
    en: 'This text was not written to a ledger yet: there are no measures that its entries could be cited from. Write it first.',
  },
  'citation.measureClosed': {
    zh: '这条措施已经办结，引用的登记事项已定格，不能再增减。',
    en: 'This measure is closed; what it cites stays as it is.',
  },
  'citation.findingClosed': {
    zh: '这个问题已经销号，引用的登记事项已定格，不能再增减。',
    en: 'This finding is signed off; what it cites stays as it is.',
  },
  'citation.frozen': {
    zh: '这条引用属于上一轮整改，只能查看。',
    en: 'This citation belongs to an earlier cycle and can only be read.',
  },
  'citation.endorsed': {
    zh: '单位负责人审核时已看到这条引用，不能取消。登记有误的，请撤销或更正那条登记。',
    en: 'The unit’s head endorsed the application with this citation; it stays. If the entry is wrong, correct or withdraw it.',
  },
  'citation.entryWithdrawn': {
    zh: '“{title}”已经撤销，不能引用。请另选一条，或先恢复这条登记。',
    en: '“{title}” was withdrawn and cannot be cited. Choose another entry, or put it back first.',
  },
  'citation.wrongTarget': {
    zh: '所选目标不属于这条措施，没有引用。请刷新页面后重选。',
    en: 'The target does not belong to this measure; nothing was cited. Reload the page and choose again.',
  },
  'citation.unknownCount': {
    zh: '没有这个登记簿或这种计数，未保存。请刷新页面后重选。',
    en: 'There is no such register or count; nothing was kept. Reload the page and choose again.',
  },
  'citation.otherUnit': {
    zh: '目标的单位是“{unit}”，不能按“{count}”计数，未保存。请换一种计数，或修改目标的单位。',
    en: 'The target is in {unit} and cannot be counted by “{count}”; nothing was kept. Choose another count, or change the target’s unit.',
  },
} as const
