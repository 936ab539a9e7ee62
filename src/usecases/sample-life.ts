/**
 * How the sample's measures came to where they stand: applications with their steps, moves to long-term, what did not hold,
 * and two extensions that wait. Every one by different people, as the rules ask; the history says that it is the sample's.
 */
import type { SampleDistrict } from '../../fixtures/sample/schema.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { addDays } from '../core/deadline/working-days.ts'
import type { Act } from '../core/history/acts.ts'
import type { HistoryEvent } from '../core/history/history-event.ts'
import type { RequestKind } from '../core/measure/acts.ts'
import type { Step } from '../core/measure/life.ts'
import type { PastApplication } from './ports/life.ts'
import type { Stores } from './ports.ts'

type SampleMeasure = SampleDistrict['measures'][number]
type Ids = { person(key: string): number; measure(key: string): number }
type Doers = { officer: string; head: string; office: string; leader: string; inspector: string }

const day = 86_400_000
/** Steps that stand behind a status, in their order. */
const stepsOf: Partial<Record<SampleMeasure['status'], readonly Step['act'][]>> = {
  applied: ['apply'],
  endorsed: ['apply', 'endorse'],
  verified: ['apply', 'endorse', 'verify'],
  signedOff: ['apply', 'endorse', 'verify', 'sign'],
}
const doerOf = { apply: 'officer', endorse: 'head', verify: 'office', sign: 'leader', return: 'head' } as const
const actOf: Record<Step['act'], Act> = {
  apply: 'measure.applied',
  endorse: 'measure.endorsed',
  verify: 'measure.verified',
  sign: 'measure.signedOff',
  return: 'measure.returned',
}
const selfAssessment = '措施已按方案完成，佐证齐全，经自查达到目标。'

export async function writeSampleLife(
  { life, history }: Pick<Stores, 'life' | 'history'>,
  sample: Pick<SampleDistrict, 'units' | 'people' | 'measures'>,
  inspectionId: number,
  ids: Ids,
  now: Date,
): Promise<void> {
  const today = chinaDay(now)
  const applications: PastApplication[] = []
  const events: HistoryEvent[] = []
  const event = (
    act: Act,
    measureId: number,
    actorId: number,
    at: Date,
    after: Record<string, unknown>,
  ): HistoryEvent => ({
    at: at.toISOString(),
    actorId,
    role: null,
    unitId: null,
    onBehalfOf: null,
    act,
    recordKind: 'measure',
    recordId: measureId,
    before: null,
    after: { ...after, sample: true },
    reason: null,
  })
  const extended = sample.measures
    .filter(({ status, dueOn }) => status === 'underway' && (dueOn ?? '') > today)
    .slice(0, 2)

  for (const [index, measure] of sample.measures.entries()) {
    const measureId = ids.measure(measure.key)
    const doers = doersOf(measure, sample)
    const acts = stepsOf[measure.status]
    if (acts !== undefined) {
      // What is closed was closed in time where it could be; what waits has waited for some days.
      const closedOn = measure.dueOn !== null && measure.dueOn < today ? measure.dueOn : today
      const last =
        measure.status === 'signedOff'
          ? Date.parse(`${closedOn}T02:00:00Z`) - day
          : now.getTime() - ((index % 6) + 1) * day
      const steps = acts.map((act, place) => {
        const at = new Date(last - (acts.length - 1 - place) * day)
        return { act, personId: ids.person(doers[doerOf[act]]), at, words: act === 'apply' ? selfAssessment : null }
      })
      applications.push({ measureId, steps })
      events.push(...steps.map(({ act, personId, at }) => event(actOf[act], measureId, personId, at, { status: act })))
    }
    const request = requestOf(measure, extended)
    if (request === null) continue
    const by = (key: string, daysAgo: number) => ({
      personId: ids.person(key),
      onBehalfOf: null,
      at: new Date(now.getTime() - daysAgo * day),
    })
    const raised = by(request.kind === 'withdraw' ? doers.office : doers.officer, 9)
    const { dueOn } = measure
    const content = {
      reason: request.reason,
      progress: request.kind === 'extend' ? '已完成八成，余下部分受雨季影响' : null,
      day:
        request.kind === 'extend' ? addDays(dueOn ?? today, 30) : request.kind === 'settle' ? addDays(today, 60) : null,
      previousDueOn: request.kind === 'extend' ? dueOn : null,
      basis: request.kind === 'withdraw' ? '区绿化整改办核查报告' : null,
    }
    const requestId = await life.addRequest({
      ...raised,
      ...content,
      measureId,
      inspectionId,
      cycle: 1,
      kind: request.kind,
    })
    events.push(
      event('request.raised', measureId, raised.personId, raised.at, { requestId, kind: request.kind, ...content }),
    )
    const decisions = [
      { ...by(doers.head, 7), decision: 'endorse', state: 'endorsed', act: 'request.endorsed' },
      {
        ...by(request.kind === 'withdraw' ? doers.inspector : doers.office, 5),
        decision: 'approve',
        state: 'approved',
        act: 'request.approved',
      },
    ] as const
    for (const { act, ...decision } of decisions.slice(0, request.decided)) {
      await life.decide({ ...decision, requestId, measureId, note: null })
      events.push(event(act, measureId, decision.personId, decision.at, { requestId, kind: request.kind }))
    }
    if (request.kind === 'settle') await life.move(measureId, { reviewOn: content.day, at: now })
  }
  await life.takeOver(applications)
  events.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  await history.append(events)
}

/** @returns the request that brought a measure to its status, and how many decisions it has had */
function requestOf(
  measure: SampleMeasure,
  extended: readonly SampleMeasure[],
): { kind: RequestKind; reason: string; decided: number } | null {
  if (measure.status === 'ongoing')
    return { kind: 'settle', reason: '阶段目标已经达到，转入长期坚持并定期复查', decided: 2 }
  if (measure.status === 'unsubstantiated') return { kind: 'withdraw', reason: '经核查，反映的情况不属实', decided: 2 }
  const place = extended.indexOf(measure)
  return place < 0 ? null : { kind: 'extend', reason: '连续降雨，苗木暂时无法进场栽植', decided: place }
}

/** Different people for each part; in a unit of one person the unit above endorses. */
function doersOf(measure: SampleMeasure, { units, people }: Pick<SampleDistrict, 'units' | 'people'>): Doers {
  const of = (unit: string | null): string[] => people.filter((person) => person.unit === unit).map(({ key }) => key)
  const above = units.find(({ key }) => key === measure.leadUnit)?.parent ?? null
  const taken = new Set([measure.responsibleOfficer, measure.responsibleLeader])
  const take = (candidates: readonly string[]): string => {
    const found = candidates.find((key) => !taken.has(key))
    if (found === undefined) throw new Error(`the sample has too few people for ${measure.key}`)
    taken.add(found)
    return found
  }
  return {
    officer: measure.responsibleOfficer,
    leader: measure.responsibleLeader,
    head: take([...of(measure.leadUnit).slice(0, 1), ...of(above)]),
    office: take(of('rectification-office')),
    inspector: take([...of('inspection-office'), ...of('discipline-commission')]),
  }
}
