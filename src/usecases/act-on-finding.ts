/** A finding is called basically done, signed off by the five standards, or opened again. */
import type { z } from 'zod'
import type { lifeContracts } from '../core/api/life.ts'
import { type FindingLife, findingActNames, findingOfferOf } from '../core/finding/life.ts'
import { standardNames, standards } from '../core/finding/standards.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import type { Sentence } from '../core/sentence.ts'
import { type Entered, onFinding } from './on-measure.ts'
import { eventsOf } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

export type FindingWish = z.output<(typeof lifeContracts)['POST /api/findings/:id/acts']['body']>

const acts = {
  basicallyDone: 'finding.basicallyDone',
  signOff: 'finding.signedOff',
  reopen: 'finding.reopened',
} as const

/** @throws Refusal `life.…`, `record.changedMeanwhile`, `record.notFound` */
export async function actOnFinding(
  outside: Outside,
  visitor: Visitor | null,
  findingId: number,
  wish: FindingWish,
  language: Language,
): Promise<{ version: number; sentence: string }> {
  const doing = { action: 'finding.act', visitor, wish, name: `finding.${wish.act} ${findingId}` } as const
  const acted = await onFinding(outside, doing, findingId, (finding, entered) => act(finding, wish, entered))
  return { version: acted.version, sentence: acted.sentence[language] }
}

async function act(finding: FindingLife, wish: FindingWish, { actor, stores, at }: Entered) {
  const { assignment, reason: refused } = findingOfferOf(finding, wish.act, actor)
  if (refused !== null) throw new Refusal(refused.code, refused.facts)
  const reason = wish.reason || null
  if (wish.act !== 'signOff' && [...(reason ?? '')].length < 10)
    throw new Refusal('life.reasonTooShort', { field: 'reason' })
  const given = wish.act === 'signOff' ? standardsGiven(wish) : []
  const by = { personId: actor.personId, onBehalfOf: assignment.onBehalfOf ?? null, at }
  const version = await stores.life.moveFinding(finding.id, { ...by, act: wish.act, reason }, given)
  await stores.history.append([
    eventsOf(actor, 'finding.act', at, assignment)(acts[wish.act], 'finding', finding.id, {
      before: { state: finding.state },
      after: {
        ...(given.length > 0 && {
          standards: Object.fromEntries(given.map(({ standard, basis }) => [standard, basis])),
        }),
        cycle: wish.act === 'reopen' ? finding.cycle + 1 : finding.cycle,
      },
      reason,
    }),
  ])
  const name = findingActNames[wish.act]
  const sentence: Sentence = {
    zh: `问题 ${finding.number} 已${name.zh}。`,
    en: `Finding ${finding.number}: ${name.en}.`,
  }
  return { version, sentence }
}

/** Each of the five standards with its basis, once. */
function standardsGiven(wish: FindingWish) {
  const given = new Map((wish.standards ?? []).map((each) => [each.standard, each.basis]))
  const missing = standards.filter((standard) => !given.has(standard))
  if (missing.length > 0)
    throw new Refusal('life.standardsMissing', {
      field: 'standards',
      missing: {
        zh: missing.map((standard) => standardNames[standard].zh).join('、'),
        en: missing.map((standard) => standardNames[standard].en).join(', '),
      },
    })
  return [...given].map(([standard, basis]) => ({ standard, basis }))
}
