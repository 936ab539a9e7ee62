/**
 * Escalation papers (`ledger.md`): five grades, what makes the scheduler draft each, what may be done with one, in which state
 * and by whom. Server and page read the same tables.
 */
import { z } from 'zod'
import type { Role } from '../access/role.ts'
import type { Sentence } from '../sentence.ts'

/** Mildest first. */
export const paperKinds = ['notice', 'guidance', 'reminder', 'warning', 'accountability'] as const
export type PaperKind = (typeof paperKinds)[number]
export const paperKindSchema = z.enum(paperKinds)

export const paperStates = [
  'draft',
  'awaitingApproval',
  'approved',
  'sent',
  'replied',
  'appealed',
  'closed',
  'withdrawn',
] as const
export type PaperState = (typeof paperStates)[number]
export const paperStateSchema = z.enum(paperStates)

export const paperActs = [
  'submit',
  'approve',
  'refuse',
  'send',
  'receive',
  'reply',
  'appeal',
  'uphold',
  'revoke',
  'close',
  'withdraw',
] as const
export type PaperAct = (typeof paperActs)[number]

/** `unit`: officer or head of the unit to which it is addressed. */
export type PaperParty = 'office' | 'leadingGroup' | 'unit'

type Rule = {
  from: readonly PaperState[]
  to: PaperState
  who: PaperParty
  /** Characters that words must have; 0: none are needed. */
  words: number
  /** Grades for which there is this act; all of them when left out. */
  only?: readonly PaperKind[]
  /** Somebody else than who took one of these acts. */
  notBy?: readonly PaperAct[]
}

export const paperRules: Record<PaperAct, Rule> = {
  // Accountability is for the leading group to decide, and not by whoever proposes it.
  submit: { from: ['draft'], to: 'awaitingApproval', who: 'office', words: 0, only: ['accountability'] },
  approve: { from: ['awaitingApproval'], to: 'approved', who: 'leadingGroup', words: 0, notBy: ['submit'] },
  refuse: { from: ['awaitingApproval'], to: 'draft', who: 'leadingGroup', words: 10 },
  send: { from: ['draft', 'approved'], to: 'sent', who: 'office', words: 0 },
  receive: { from: ['sent'], to: 'sent', who: 'unit', words: 0 },
  reply: { from: ['sent'], to: 'replied', who: 'unit', words: 10 },
  appeal: { from: ['sent', 'replied'], to: 'appealed', who: 'unit', words: 10 },
  uphold: { from: ['appealed'], to: 'closed', who: 'office', words: 10, notBy: ['send'] },
  revoke: { from: ['appealed'], to: 'withdrawn', who: 'office', words: 10, notBy: ['send'] },
  close: { from: ['replied'], to: 'closed', who: 'office', words: 0 },
  withdraw: { from: ['draft', 'awaitingApproval', 'approved'], to: 'withdrawn', who: 'office', words: 10 },
}

export const partyRoles: Record<PaperParty, readonly Role[]> = {
  office: ['office'],
  leadingGroup: ['leadingGroup'],
  unit: ['officer', 'unitHead'],
}

/** Whether an act exists for a paper as it stands; who may take it is asked apart. */
export function actFits(act: PaperAct, { kind, state }: { kind: PaperKind; state: PaperState }): boolean {
  const { from, only } = paperRules[act]
  if (act === 'send' && kind === 'accountability' && state === 'draft') return false
  return from.includes(state) && (only?.includes(kind) ?? true)
}

export const paperWords: Record<PaperKind, Sentence> = {
  notice: { zh: '整改通知书', en: 'Notice' },
  guidance: { zh: '整改指导函', en: 'Guidance' },
  reminder: { zh: '整改提醒函', en: 'Reminder' },
  warning: { zh: '整改告诫书', en: 'Warning' },
  accountability: { zh: '问责建议书', en: 'Accountability' },
}

export const paperStateWords: Record<PaperState, Sentence> = {
  draft: { zh: '草稿', en: 'Draft' },
  awaitingApproval: { zh: '待领导小组批准', en: 'Waits for the leading group' },
  approved: { zh: '已批准，待发出', en: 'Approved, to be sent' },
  sent: { zh: '已发出', en: 'Sent' },
  replied: { zh: '已回复', en: 'Replied' },
  appealed: { zh: '已申诉', en: 'Appealed' },
  closed: { zh: '已办结', en: 'Closed' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
}

export const paperActWords: Record<PaperAct, Sentence> = {
  submit: { zh: '报领导小组批准', en: 'Submit to the leading group' },
  approve: { zh: '批准', en: 'Approve' },
  refuse: { zh: '不批准', en: 'Refuse' },
  send: { zh: '发出', en: 'Send' },
  receive: { zh: '签收', en: 'Acknowledge' },
  reply: { zh: '回复', en: 'Reply' },
  appeal: { zh: '申诉', en: 'Appeal' },
  uphold: { zh: '维持', en: 'Uphold' },
  revoke: { zh: '撤销原件', en: 'Revoke' },
  close: { zh: '办结', en: 'Close' },
  withdraw: { zh: '不发，撤销', en: 'Withdraw' },
}

export const partyWords: Record<PaperParty, Sentence> = {
  office: { zh: '整改办', en: 'the rectification office' },
  leadingGroup: { zh: '领导小组', en: 'the leading group' },
  unit: { zh: '收文单位', en: 'the unit addressed' },
}

/** What the scheduler looks for in order to draft a paper of a grade. */
export type PaperGround =
  | { ground: 'missedReports'; atLeast: number }
  | { ground: 'dueIn'; workingDays: number }
  | { ground: 'overdueBy'; workingDays: number }
  /** The last deadline of a warning that was sent has passed. */
  | { ground: 'warningExpired' }

type Limits = {
  yellowWorkingDays: number
  yellowMissedReports: number
  redMissedReports: number
  escalateAfter: readonly number[]
}

/** Grades and their grounds; the limits are local rules of the inspection. */
export const paperGrounds = (limits: Limits): Record<PaperKind, PaperGround> => ({
  notice: { ground: 'missedReports', atLeast: limits.yellowMissedReports },
  guidance: { ground: 'missedReports', atLeast: limits.redMissedReports },
  reminder: { ground: 'dueIn', workingDays: limits.yellowWorkingDays },
  warning: { ground: 'overdueBy', workingDays: limits.escalateAfter[0] ?? 1 },
  accountability: { ground: 'warningExpired' },
})

/** Working days that a warning gives, until a person changes the day. */
export const warningDays = 5

/** Opening and demand of a draft; the list of measures stands between them. A person edits both. Papers are written in Chinese. */
export function draftText(
  kind: PaperKind,
  facts: { inspection: string; unit: string; lastDay: string | null },
): string {
  const { inspection, unit, lastDay } = facts
  const opening: Record<PaperKind, string> = {
    notice: `${unit}：\n在${inspection}整改工作中，你单位牵头的下列措施未按期报送周报。`,
    guidance: `${unit}：\n在${inspection}整改工作中，你单位牵头的下列措施连续未报进展，可能影响按期完成。`,
    reminder: `${unit}：\n在${inspection}整改工作中，你单位牵头的下列措施即将到期。`,
    warning: `${unit}：\n在${inspection}整改工作中，你单位牵头的下列措施已超过整改期限。`,
    accountability: `${unit}：\n在${inspection}整改工作中，你单位牵头的下列措施经告诫后仍未完成。`,
  }
  const demand: Record<PaperKind, string> = {
    notice: '请于三个工作日内补报，并说明未报原因。',
    guidance: '请说明目前进展和困难，拟定下一步安排。需要协调的事项请一并提出。',
    reminder: '请抓紧推进，按期完成。确实不能按期完成的，请在到期前申请延期。',
    warning: `请于 ${lastDay ?? '____年__月__日'}前完成整改，并书面说明逾期原因。`,
    accountability: '建议按照有关规定，对负有责任的单位和人员予以问责。你单位如有不同意见，可以提出申诉。',
  }
  return `${opening[kind]}\n${demand[kind]}`
}

const numberWords: Record<PaperKind, string> = {
  notice: '通知',
  guidance: '指导',
  reminder: '提醒',
  warning: '告诫',
  accountability: '问责',
}
/** `提醒〔2024〕3 号` */
export const paperNumber = (kind: PaperKind, year: number, sequence: number): string =>
  `${numberWords[kind]}〔${year}〕${sequence} 号`

/** Kinds of accountability in the register, in the order in which it prints them, zeros included. */
export const accountabilityKinds = [
  'talk',
  'criticism',
  'admonition',
  'organisational',
  'discipline',
  'transfer',
] as const
export type AccountabilityKind = (typeof accountabilityKinds)[number]
export const accountabilityWords: Record<AccountabilityKind, Sentence> = {
  talk: { zh: '约谈、提醒谈话', en: 'Talk' },
  criticism: { zh: '通报批评、书面检查', en: 'Public criticism' },
  admonition: { zh: '诫勉', en: 'Admonition' },
  organisational: { zh: '组织调整、组织处理', en: 'Organisational measure' },
  discipline: { zh: '党纪政务处分', en: 'Disciplinary sanction' },
  transfer: { zh: '移送司法机关', en: 'Transfer to justice' },
}
