/** Words for acts, requests, decisions and statuses of a measure, wherever core or server speak of them. */
import type { Sentence } from '../sentence.ts'
import type { MeasureAct, RequestKind } from './acts.ts'
import type { MeasureStatus } from './status.ts'

export const actNames: Readonly<Record<MeasureAct, Sentence>> = {
  docket: { zh: '挂号', en: 'Docket' },
  start: { zh: '开始整改', en: 'Begin work' },
  apply: { zh: '申请销号', en: 'Apply for sign-off' },
  endorse: { zh: '核签', en: 'Endorse' },
  verify: { zh: '核实', en: 'Verify' },
  sign: { zh: '批准销号', en: 'Sign off' },
  return: { zh: '退回', en: 'Return' },
  review: { zh: '复查', en: 'Review' },
  reopen: { zh: '重新打开', en: 'Reopen' },
}

export const requestNames: Readonly<Record<RequestKind, Sentence>> = {
  extend: { zh: '延期', en: 'extension' },
  settle: { zh: '转入长期坚持', en: 'move to long-term' },
  withdraw: { zh: '核查不属实', en: 'does not hold' },
}

export const decisions = ['endorse', 'approve', 'refuse', 'withdraw'] as const
export type Decision = (typeof decisions)[number]
export const decisionNames: Readonly<Record<Decision, Sentence>> = {
  endorse: { zh: '同意并上报', en: 'Endorse' },
  approve: { zh: '批准', en: 'Approve' },
  refuse: { zh: '不同意', en: 'Refuse' },
  withdraw: { zh: '撤回', en: 'Take back' },
}

export const statusNames: Readonly<Record<MeasureStatus, Sentence>> = {
  planned: { zh: '未启动', en: 'Not started' },
  docketed: { zh: '已挂号', en: 'Docketed' },
  underway: { zh: '整改中', en: 'Underway' },
  applied: { zh: '已申请销号', en: 'Applied' },
  endorsed: { zh: '单位已核', en: 'Endorsed' },
  verified: { zh: '已核实', en: 'Verified' },
  signedOff: { zh: '已销号', en: 'Signed off' },
  ongoing: { zh: '长期坚持', en: 'Ongoing' },
  unsubstantiated: { zh: '不属实', en: 'Unsubstantiated' },
}
