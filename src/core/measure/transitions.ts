/**
 * The life of a measure (`ledger.md`, "Life of a measure") as one table: which act leads from which status to which, who may
 * do it, what is asked for, and where the rule comes from. Server, pages, command line and the diagram in the guide are
 * drawn from it.
 */
import type { Sentence } from '../sentence.ts'
import type { MeasureAct, RequestKind } from './acts.ts'
import type { MeasureStatus } from './status.ts'

/** Who can take part, told by role and by where he stands to the measure; `parties.ts` says who that is. */
export type Party =
  /** Officer of the lead unit, or the responsible officer. */
  | 'leadOfficer'
  /** Head of the lead unit or of a unit above it. */
  | 'unitHead'
  | 'office'
  | 'inspector'
  | 'leadingGroup'
  /** The responsible leader. */
  | 'leader'
  /** Responsible leader, inspector or leading group: a local rule of the inspection. */
  | 'signer'

/** Acts and decisions whose doers have to be different people. */
export type Part = 'apply' | 'endorse' | 'verify' | 'raise'

export type Need = 'targets' | 'evidence' | 'assessment' | 'missing' | 'reason' | 'basis' | 'reviewDay'

export type Transition = {
  act: MeasureAct
  from: MeasureStatus
  to: MeasureStatus
  who: readonly Party[]
  /** Parts of the same application whose people he must not be. */
  apart: readonly Part[]
  needs: readonly Need[]
  norm: Norm
  /** Who is told, beside those who can do the next step. */
  tells: readonly ('applicant' | 'responsible')[]
  /** Only for a measure of kind `immediate`, where the inspection's rules shorten the chain. */
  shortChain?: true
}

/** Where a rule comes from. */
export const norms = {
  docketing: { zh: '台账管理：方案批准后统一挂号', en: 'ledger: docketed once the plan is approved' },
  firstReport: { zh: '台账管理：首次报告即为开始', en: 'ledger: the first report begins the work' },
  evidence: { zh: '销号条件：目标达到或说明，逐项有佐证', en: 'sign-off: targets met or explained, evidence for each' },
  fourEyes: { zh: '申请与审批分开，逐级把关', en: 'whoever applies does not approve, at any step' },
  signer: { zh: '由本轮规定的签批人批准', en: 'signed by whom this inspection names' },
  shortChain: { zh: '立行立改可按本轮规定缩短流程', en: 'what is done at once may take the short way' },
  returned: { zh: '退回须写明缺什么', en: 'a return says what is missing' },
  longTerm: { zh: '长期坚持须定期复查', en: 'what goes on for long is reviewed' },
  reopening: {
    zh: '回头看、群众意见或反弹可重新打开，旧档不动',
    en: 'look-back, comment or relapse; the old cycle stays',
  },
  extension: { zh: '到期前申请延期，原期限保留', en: 'asked for before the date, which stays visible' },
  unsubstantiated: { zh: '核查不属实须有依据和核实人', en: 'what does not hold needs a ground and a verifier' },
} as const satisfies Record<string, Sentence>
export type Norm = keyof typeof norms

export const transitions: readonly Transition[] = [
  {
    act: 'docket',
    from: 'planned',
    to: 'docketed',
    who: ['office'],
    apart: [],
    needs: [],
    norm: 'docketing',
    tells: ['responsible'],
  },
  {
    act: 'start',
    from: 'docketed',
    to: 'underway',
    who: ['leadOfficer', 'unitHead'],
    apart: [],
    needs: [],
    norm: 'firstReport',
    tells: [],
  },
  ...(['underway', 'ongoing'] as const).map(
    (from): Transition => ({
      act: 'apply',
      from,
      to: 'applied',
      who: ['leadOfficer'],
      apart: [],
      needs: ['targets', 'evidence', 'assessment'],
      norm: 'evidence',
      tells: [],
    }),
  ),
  {
    act: 'endorse',
    from: 'applied',
    to: 'endorsed',
    who: ['unitHead'],
    apart: ['apply'],
    needs: [],
    norm: 'fourEyes',
    tells: ['applicant'],
  },
  {
    act: 'verify',
    from: 'endorsed',
    to: 'signedOff',
    who: ['office'],
    apart: ['apply', 'endorse'],
    needs: [],
    norm: 'shortChain',
    tells: ['applicant', 'responsible'],
    shortChain: true,
  },
  {
    act: 'verify',
    from: 'endorsed',
    to: 'verified',
    who: ['office'],
    apart: ['apply', 'endorse'],
    needs: [],
    norm: 'fourEyes',
    tells: ['applicant'],
  },
  {
    act: 'sign',
    from: 'verified',
    to: 'signedOff',
    who: ['signer'],
    apart: ['apply', 'endorse', 'verify'],
    needs: [],
    norm: 'signer',
    tells: ['applicant', 'responsible'],
  },
  ...(
    [
      ['applied', 'unitHead'],
      ['endorsed', 'office'],
      ['verified', 'signer'],
    ] as const
  ).map(
    ([from, party]): Transition => ({
      act: 'return',
      from,
      to: 'underway',
      who: [party],
      apart: [],
      needs: ['missing'],
      norm: 'returned',
      tells: ['applicant', 'responsible'],
    }),
  ),
  {
    act: 'review',
    from: 'ongoing',
    to: 'ongoing',
    who: ['office', 'inspector'],
    apart: [],
    needs: ['reviewDay'],
    norm: 'longTerm',
    tells: ['responsible'],
  },
  ...(['signedOff', 'ongoing'] as const).map(
    (from): Transition => ({
      act: 'reopen',
      from,
      to: 'docketed',
      who: ['office', 'inspector'],
      apart: [],
      needs: ['reason', 'basis'],
      norm: 'reopening',
      tells: ['responsible'],
    }),
  ),
]

/** A request and the two who decide it, one after the other; all three are different people. */
export type RequestRule = {
  kind: RequestKind
  from: readonly MeasureStatus[]
  /** Null: the status stays. */
  to: MeasureStatus | null
  raise: readonly Party[]
  endorse: readonly Party[]
  approve: readonly Party[]
  needs: readonly (Need | 'progress' | 'laterDay' | 'beforeDue')[]
  norm: Norm
}

export const requestRules: readonly RequestRule[] = [
  {
    kind: 'extend',
    from: ['docketed', 'underway'],
    to: null,
    raise: ['leadOfficer'],
    endorse: ['unitHead'],
    approve: ['office'],
    needs: ['beforeDue', 'reason', 'progress', 'laterDay'],
    norm: 'extension',
  },
  {
    kind: 'settle',
    from: ['underway'],
    to: 'ongoing',
    raise: ['leadOfficer'],
    endorse: ['unitHead'],
    approve: ['office'],
    needs: ['reason', 'reviewDay'],
    norm: 'longTerm',
  },
  {
    kind: 'withdraw',
    from: ['planned', 'docketed', 'underway', 'applied', 'endorsed', 'verified'],
    to: 'unsubstantiated',
    raise: ['office', 'unitHead'],
    endorse: ['unitHead', 'office'],
    approve: ['inspector', 'leadingGroup'],
    needs: ['reason', 'basis'],
    norm: 'unsubstantiated',
  },
]
