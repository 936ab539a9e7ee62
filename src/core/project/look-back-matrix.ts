/** A round of look-back: each project that is to be looked at, with what its unit found and what the review made of it. */
import type { Entry } from '../registers/definition.ts'
import type { lookBack } from '../registers/look-back.ts'
import type { lookBackBatch } from '../registers/look-back-batch.ts'

type Batch = Entry<typeof lookBackBatch>
type Result = Entry<typeof lookBack>
export type LookBackRow = {
  readonly projectId: number
  readonly selfCheck: Result | null
  readonly review: Result | null
}

/**
 * Projects in the order of the round; those with a result that the round does not name come after them. Of several results
 * of a kind the last counts.
 */
export function lookBackMatrix(batch: Batch, results: readonly Result[]): readonly LookBackRow[] {
  const named = batch.values.projects ?? []
  const others = results.flatMap(({ values }) => values.project ?? []).filter((id) => !named.includes(id))
  const ordered = [...results].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : a.on === b.on ? a.id - b.id : 1))
  const last = (projectId: number, kind: Result['kind']): Result | null =>
    ordered.filter((result) => result.values.project === projectId && result.kind === kind).at(-1) ?? null
  return [...new Set([...named, ...others])].map((projectId) => ({
    projectId,
    selfCheck: last(projectId, 'selfCheck'),
    review: last(projectId, 'review'),
  }))
}

/** What the review says where there is one, and the self-check otherwise, has a problem that is not fixed. */
export function isOpen({ selfCheck, review }: LookBackRow): boolean {
  const result = (review ?? selfCheck)?.values.result
  return result === 'open' || result === 'returned'
}
