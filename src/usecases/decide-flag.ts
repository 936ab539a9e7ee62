/** What becomes of a flag: a false alarm is dismissed with a reason, a true one becomes a self-found finding; never by itself. */
import { type Actor, sightOf } from '../core/access/policy.ts'
import { whySentence } from '../core/checks/why-sentence.ts'
import { Refusal } from '../core/refusal.ts'
import { addFinding } from './change-finding.ts'
import { citable, cite } from './cite-entry.ts'
import { knownChecks } from './known-checks.ts'
import { seen } from './list-citations.ts'
import { eventsOf, permit } from './permit.ts'
import { changePlan } from './plan-changes.ts'
import type { Flag } from './ports/checks.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

/** @throws Refusal `record.notFound`, `access.…`, `check.flagGone`, `check.alreadyFound` */
export function dismissFlag(
  outside: Outside,
  visitor: Visitor | null,
  id: number,
  { reason, submissionId }: { reason: string; submissionId: string },
): Promise<void> {
  return decide(outside, visitor, id, { state: 'dismissed', reason, submissionId })
}

/** Takes a dismissal back. @throws as above */
export function reopenFlag(
  outside: Outside,
  visitor: Visitor | null,
  id: number,
  { submissionId }: { submissionId: string },
): Promise<void> {
  return decide(outside, visitor, id, { state: 'open', reason: null, submissionId })
}

async function decide(
  { data, now }: Outside,
  visitor: Visitor | null,
  id: number,
  { state, reason, submissionId }: { state: 'dismissed' | 'open'; reason: string | null; submissionId: string },
): Promise<void> {
  const actor = permit(visitor, 'check.decide')
  const at = now()
  const submission = { id: submissionId, act: `check.${state} ${id}`, personId: actor.personId, at }
  await data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      const flag = await standing(stores, id)
      if (flag.state === state) return null
      await stores.checks.decide(id, { state, by: actor.personId, at, reason, findingId: null })
      const act = state === 'dismissed' ? 'check.dismissed' : 'check.reopened'
      await stores.history.append([
        eventsOf(actor, 'check.decide', at)(act, 'check', id, { reason, after: told(flag) }),
      ])
      return null
    }),
  )
}

/**
 * A self-found finding in an inspection of the office's, which cites the entries that led to it.
 * @throws Refusal as above, and `check.ofFinding`
 */
export function turnFlagToFinding(
  outside: Outside,
  visitor: Visitor | null,
  id: number,
  { inspectionId, heading, submissionId }: { inspectionId: number; heading: string; submissionId: string },
): Promise<{ findingId: number }> {
  const actor = permit(visitor, 'check.decide', { inspectionId, audiences: null })
  const reason = '对照检查提示转为自查问题'
  const submission = { id: submissionId, act: `check.found ${id}`, reason }
  return changePlan(outside, visitor, submission, async (changing) => {
    const { stores, at } = changing
    await changing.enter(inspectionId)
    const flag = await standing(stores, id)
    if (flag.subject.kind === 'finding') throw new Refusal('check.ofFinding')
    const check = knownChecks.get(flag.checkId)?.check
    const original = check === undefined ? heading : whySentence(check, flag).zh
    const { id: findingId } = await addFinding(changing, inspectionId, { heading, original, selfFound: true })
    await citeAll(stores, actor, flag.entryIds, findingId, at)
    await stores.checks.decide(id, { state: 'found', by: actor.personId, at, reason: null, findingId })
    const event = eventsOf(actor, 'check.decide', at)
    await stores.history.append([event('check.turnedToFinding', 'check', id, { after: { ...told(flag), findingId } })])
    return { findingId }
  })
}

async function citeAll(
  stores: Stores,
  actor: Actor,
  entryIds: readonly number[],
  findingId: number,
  at: Date,
): Promise<void> {
  const record = seen(actor, await stores.citations.lockRecord('finding', findingId))
  for (const entryId of entryIds) {
    const entry = await citable(stores, actor, entryId)
    await cite(stores, actor, { entry, record, targetId: null, at })
  }
}

/** The flag, held for the rest of the transaction; one that has become a finding stays one. */
async function standing(stores: Stores, id: number): Promise<Flag> {
  const flag = await stores.checks.lockFlag(id)
  if (flag === null || !knownChecks.has(flag.checkId)) throw new Refusal('record.notFound')
  if (flag.ended) throw new Refusal('check.flagGone')
  if (flag.state === 'found') throw new Refusal('check.alreadyFound', { number: flag.findingNumber ?? '' })
  return flag
}

const told = ({ checkId, subject, entryIds }: Flag) => ({ checkId, subject: `${subject.kind} ${subject.id}`, entryIds })
