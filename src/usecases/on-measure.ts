/** What every act on a measure or a finding begins with: may this person try, is it there to see, is it still what the page showed. */
import { type Action, type Actor, may, wholeSight } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { FindingLife } from '../core/finding/life.ts'
import type { MeasureLife } from '../core/measure/life.ts'
import { Refusal } from '../core/refusal.ts'
import { permit } from './permit.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

/** `version` null: whatever changed meanwhile makes no difference to the act. */
export type Wish = { version: number | null; submissionId: string }
export type Entered = { actor: Actor; stores: Stores; at: Date; today: ReturnType<typeof chinaDay> }
type Doing = { action: Action; visitor: Visitor | null; wish: Wish; name: string }

/**
 * Runs `work` once for this submission, on the locked measure.
 * @param measureId null: there is none
 * @throws Refusal `record.notFound` also for what the visitor may not see, `record.changedMeanwhile`
 */
export function onMeasure<T>(
  outside: Outside,
  doing: Doing,
  find: number | ((stores: Stores) => Promise<number | null>),
  work: (measure: MeasureLife, entered: Entered) => Promise<T>,
): Promise<T> {
  return entering(outside, doing, async (entered) => {
    const { stores, actor, today } = entered
    const id = typeof find === 'number' ? find : await find(stores)
    const measure = id === null ? null : await stores.life.lockMeasure(id, today)
    await admit(measure, 'measure', 'measure.read', doing, actor, stores)
    if (measure === null) throw new Refusal('record.notFound')
    return work(measure, entered)
  })
}

/** The same for a finding. */
export function onFinding<T>(
  outside: Outside,
  doing: Doing,
  findingId: number,
  work: (finding: FindingLife, entered: Entered) => Promise<T>,
): Promise<T> {
  return entering(outside, doing, async (entered) => {
    const { stores, actor, today } = entered
    const finding = await stores.life.lockFinding(findingId, today)
    await admit(finding, 'finding', 'finding.read', doing, actor, stores)
    if (finding === null) throw new Refusal('record.notFound')
    return work(finding, entered)
  })
}

/** Places and counts of everybody follow from an act, so it is written with the sight of the whole; `admit` is the wall. */
function entering<T>(
  { data, now }: Outside,
  { action, visitor, wish, name }: Doing,
  work: (entered: Entered) => Promise<T>,
): Promise<T> {
  const actor = permit(visitor, action)
  const at = now()
  const submission = { id: wish.submissionId, act: name, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, (stores) =>
    stores.submissions.once(submission, () => work({ actor, stores, at, today: chinaDay(at) })),
  )
}

async function admit(
  record: MeasureLife | FindingLife | null,
  kind: 'measure' | 'finding',
  read: Action,
  { action, visitor, wish }: Doing,
  actor: Actor,
  stores: Stores,
): Promise<void> {
  if (record === null || !may(actor, read, record).allowed) throw new Refusal('record.notFound')
  permit(visitor, action, record)
  if (wish.version === null || record.version === wish.version) return
  const last = await stores.life.lastChange(kind, record.id)
  throw new Refusal('record.changedMeanwhile', { who: last?.who ?? '', at: last === null ? '' : clock(last.at) })
}

/** `2024-09-11 10:00` in China. */
function clock(at: Date): string {
  const there = new Date(at.getTime() + 8 * 3_600_000).toISOString()
  return `${there.slice(0, 10)} ${there.slice(11, 16)}`
}
