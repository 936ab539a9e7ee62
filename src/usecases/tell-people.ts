/** Tells people of an act on a measure, with the act: never the one who did it. */
import type { MessageKind } from '../core/deadline/messages.ts'
import type { MeasureLife } from '../core/measure/life.ts'
import { nextTransition } from '../core/measure/next-step.ts'
import type { MeasureStatus } from '../core/measure/status.ts'
import type { Party } from '../core/measure/transitions.ts'
import { actNames } from '../core/measure/words.ts'
import type { Facts } from '../core/sentence.ts'
import type { Entered } from './on-measure.ts'

type Told = Pick<Entered, 'actor' | 'stores' | 'at' | 'today'>

export async function tell(
  { actor, stores, at }: Told,
  measure: Pick<MeasureLife, 'id' | 'inspectionId' | 'number'>,
  people: readonly number[],
  kind: MessageKind,
  facts: Facts = {},
): Promise<void> {
  const others = [...new Set(people)].filter((personId) => personId !== actor.personId)
  await stores.messages.send(
    others.map((personId) => ({
      personId,
      kind,
      inspectionId: measure.inspectionId,
      recordKind: 'measure',
      recordId: measure.id,
      facts: { number: measure.number, ...facts },
      at,
      key: null,
    })),
  )
}

/** Those who can take the next step from a status hear that it waits for them. */
export async function tellNext(told: Told, measure: MeasureLife, status: MeasureStatus): Promise<void> {
  const next = nextTransition(status)
  // Work goes on by weekly reports until somebody applies: nobody is waited for.
  if (next === null || status === 'docketed' || status === 'underway' || status === 'ongoing') return
  await tellParties(told, measure, next.who, 'measure.awaitsYou', { act: actNames[next.act] })
}

export async function tellParties(
  told: Told,
  measure: MeasureLife,
  parties: readonly (Party | 'responsible')[],
  kind: MessageKind,
  facts: Facts,
): Promise<void> {
  await tell(told, measure, await told.stores.life.peopleAs(measure.id, parties, told.today), kind, facts)
}

/** When the last measure of a finding is closed, the office hears that the finding waits. */
export async function tellReady(told: Told, measure: MeasureLife): Promise<void> {
  const { stores, at, today, actor } = told
  const ready = await stores.life.findingsReady(measure.id, at)
  if (ready.length === 0) return
  const office = await stores.life.peopleAs(measure.id, ['office'], today)
  await stores.messages.send(
    ready.flatMap(({ id, number }) =>
      office
        .filter((personId) => personId !== actor.personId)
        .map((personId) => ({
          personId,
          kind: 'finding.awaitsYou' as const,
          inspectionId: measure.inspectionId,
          recordKind: 'finding' as const,
          recordId: id,
          facts: { number },
          at,
          key: null,
        })),
    ),
  )
}
