/**
 * The life of a finding (`ledger.md`): open, basically done, signed off, opened again in a new cycle. It is signed off when all
 * its measures are closed and each of the five standards has its basis; whoever verified its last measure does not sign
 * the finding off as well (four eyes, as for measures).
 */
import type { Actor } from '../access/policy.ts'
import type { InspectionSettings } from '../inspection/settings.ts'
import type { DoneBy } from '../measure/life.ts'
import { type Answer, byWhom, type Missing, refused } from '../measure/offers.ts'
import type { Deputation, Done } from '../measure/parties.ts'
import type { MeasureStatus } from '../measure/status.ts'
import type { Party } from '../measure/transitions.ts'
import type { Sentence } from '../sentence.ts'
import type { Standard } from './standards.ts'

export const findingStates = ['open', 'basicallyDone', 'signedOff'] as const
export type FindingState = (typeof findingStates)[number]
export const findingActs = ['basicallyDone', 'signOff', 'reopen'] as const
export type FindingAct = (typeof findingActs)[number]

export type FindingLife = {
  id: number
  inspectionId: number
  number: string
  /** Whom it concerns (`policy.ts`). */
  audiences: readonly number[]
  version: number
  cycle: number
  state: FindingState
  settings: InspectionSettings
  measures: readonly { id: number; number: string; status: MeasureStatus }[]
  /** Of this cycle, oldest first. */
  steps: readonly (DoneBy & { act: FindingAct; reason: string | null })[]
  standards: readonly { standard: Standard; basis: string }[]
  /** The newest verification of one of its measures. */
  lastVerified: DoneBy | null
  /** In force today, of whoever verified. */
  deputations: readonly Deputation[]
}

type FindingRule = {
  act: FindingAct
  from: readonly FindingState[]
  to: FindingState
  who: readonly Party[]
  /** Statuses that none of its measures may have. */
  barred: readonly MeasureStatus[]
}

export const findingRules: readonly FindingRule[] = [
  { act: 'basicallyDone', from: ['open'], to: 'basicallyDone', who: ['office'], barred: ['planned', 'docketed'] },
  {
    act: 'signOff',
    from: ['open', 'basicallyDone'],
    to: 'signedOff',
    who: ['office'],
    barred: ['planned', 'docketed', 'underway', 'applied', 'endorsed', 'verified'],
  },
  { act: 'reopen', from: ['basicallyDone', 'signedOff'], to: 'open', who: ['office', 'inspector'], barred: [] },
]

export const findingActNames: Readonly<Record<FindingAct, Sentence>> = {
  basicallyDone: { zh: '标为基本完成', en: 'Mark as basically done' },
  signOff: { zh: '问题销号', en: 'Sign off' },
  reopen: { zh: '重新打开', en: 'Reopen' },
}
export const findingStateNames: Readonly<Record<FindingState, Sentence>> = {
  open: { zh: '整改中', en: 'open' },
  basicallyDone: { zh: '基本完成', en: 'basically done' },
  signedOff: { zh: '已销号', en: 'signed off' },
}

export type FindingOffer = Answer & { act: FindingAct; missing: readonly Missing[] }

/** Acts from the state that the finding has. */
export const findingOffersFor = (finding: FindingLife, actor: Actor): FindingOffer[] =>
  findingRules.filter(({ from }) => from.includes(finding.state)).map(({ act }) => findingOfferOf(finding, act, actor))

export function findingOfferOf(finding: FindingLife, act: FindingAct, actor: Actor): FindingOffer {
  const rule = findingRules.find((each) => each.act === act)
  const name = findingActNames[act]
  if (rule === undefined || !rule.from.includes(finding.state)) {
    const facts = { status: findingStateNames[finding.state], act: name }
    return { act, missing: [], ...refused('life.wrongStatus', facts) }
  }
  const verified: Done[] =
    act === 'signOff' && finding.lastVerified !== null
      ? [
          {
            part: 'verify',
            personId: finding.lastVerified.person.id,
            onBehalfOf: finding.lastVerified.onBehalfOf?.id ?? null,
          },
        ]
      : []
  const where = {
    inspectionId: finding.inspectionId,
    leadUnitId: null,
    responsibleOfficerId: null,
    responsibleLeaderId: null,
  }
  const missing = act === 'reopen' ? [] : missingFor(finding, rule.barred)
  const answer = byWhom({ ...where, ...finding }, rule.who, actor, name, verified)
  if (answer.reason !== null || missing.length === 0) return { act, missing, ...answer }
  const joined: Sentence = {
    zh: missing.map(({ sentence }) => sentence.zh).join('；'),
    en: missing.map(({ sentence }) => sentence.en).join('; '),
  }
  return { act, missing, ...refused('life.missing', { act: name, missing: joined }) }
}

function missingFor({ measures }: FindingLife, barred: readonly MeasureStatus[]): Missing[] {
  if (measures.length === 0)
    return [{ code: 'noMeasure', targetId: null, sentence: { zh: '还没有整改措施', en: 'there is no measure' } }]
  const open = measures.filter(({ status }) => barred.includes(status)).map(({ number }) => number)
  if (open.length === 0) return []
  const shown = open.slice(0, 8).join('、')
  const more = open.length > 8
  return [
    {
      code: 'openMeasures',
      targetId: null,
      sentence: {
        zh: `措施 ${shown}${more ? ` 等 ${open.length} 项` : ''} 还没有办结`,
        en: `${open.length} measures are not far enough: ${shown}${more ? ' …' : ''}`,
      },
    },
  ]
}
