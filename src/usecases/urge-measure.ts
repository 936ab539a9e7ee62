/** Somebody who answers for a measure asks its unit to hurry: a message, and an event on the measure. Once a day is enough. */
import { chinaDay } from '../core/deadline/china-day.ts'
import { statusNames } from '../core/measure/words.ts'
import { Refusal } from '../core/refusal.ts'
import { onMeasure } from './on-measure.ts'
import { eventsOf } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { tell } from './tell-people.ts'

const act = { zh: '催办', en: 'urge' }

/** @throws Refusal `life.wrongStatus` for what is closed, `life.urgedToday`, `record.notFound` */
export async function urgeMeasure(
  outside: Outside,
  visitor: Visitor | null,
  measureId: number,
  wish: { submissionId: string; words?: string | undefined },
): Promise<void> {
  const { submissionId } = wish
  const doing = {
    action: 'measure.urge',
    visitor,
    wish: { submissionId, version: null },
    name: `measure.urge ${measureId}`,
  } as const
  await onMeasure(outside, doing, measureId, async (measure, entered) => {
    const { actor, stores, at, today } = entered
    if (measure.status === 'signedOff' || measure.status === 'unsubstantiated')
      throw new Refusal('life.wrongStatus', { status: statusNames[measure.status], act })
    const last = await stores.life.lastChange('measure', measure.id, 'measure.urged')
    if (last !== null && chinaDay(last.at) === today) throw new Refusal('life.urgedToday', { who: last.who })
    const heads = await stores.life.peopleAs(measure.id, ['unitHead'], today)
    const people = measure.responsibleOfficerId === null ? heads : [...heads, measure.responsibleOfficerId]
    const words = wish.words || null
    await stores.history.append([
      eventsOf(actor, 'measure.urge', at)('measure.urged', 'measure', measure.id, { reason: words }),
    ])
    await tell(entered, measure, people, 'measure.urged', { by: visitor?.name ?? '', words: words ?? '' })
    return null
  })
}
