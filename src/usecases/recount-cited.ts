/** After entries changed: what the targets that count them reached, with an event on each measure where that is different. */
import type { eventsOf } from './permit.ts'
import type { Stores } from './ports.ts'

/** Measures of all units are recounted, whoever changed the entries. */
export async function recountCited(
  { citations, history }: Stores,
  entryIds: readonly number[],
  event: ReturnType<typeof eventsOf>,
): Promise<void> {
  const recounted = await citations.settle(entryIds)
  await history.append(
    recounted.map(({ measureId, targetId, before, after }) =>
      event('target.recounted', 'measure', measureId, {
        before: { reached: before },
        after: { targetId, reached: after, entryIds: [...entryIds].slice(0, 20) },
      }),
    ),
  )
}
