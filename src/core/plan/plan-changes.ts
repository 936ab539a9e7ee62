/** What is different between two plans, record by record: what a new round of review is about. */
import { frozenPlan, type PlanContent, thawedPlan } from './plan-content.ts'

export type PlanChange = {
  record: 'finding' | 'cause' | 'measure'
  id: number
  change: 'added' | 'changed' | 'removed'
  /** Number (a cause has none) and words, as they are now; of what is gone, as they were. */
  number: string | null
  text: string
  /** Names of what changed. */
  fields: string[]
}

type Item = { id: number; number?: string; text?: string; heading?: string }

/** Both are taken in the order of their ids, as they are frozen: the order in which they were read means nothing. */
export function planChanges(earlier: PlanContent, present: PlanContent): PlanChange[] {
  const before = thawedPlan(frozenPlan(earlier))
  const now = thawedPlan(frozenPlan(present))
  return [
    ...changesOf('finding', before.findings, now.findings),
    ...changesOf('cause', before.causes, now.causes),
    ...changesOf('measure', before.measures, now.measures),
  ]
}

function changesOf(record: PlanChange['record'], before: readonly Item[], now: readonly Item[]): PlanChange[] {
  const held = new Map(before.map((item) => [item.id, item]))
  const staying = new Set(now.map(({ id }) => id))
  const shown = (item: Item, change: PlanChange['change'], fields: string[]): PlanChange => ({
    record,
    id: item.id,
    change,
    number: item.number ?? null,
    text: item.heading ?? item.text ?? '',
    fields,
  })
  return [
    ...now.flatMap((item) => {
      const earlier = held.get(item.id)
      if (earlier === undefined) return [shown(item, 'added', [])]
      const fields = changedFields(earlier, item)
      return fields.length === 0 ? [] : [shown(item, 'changed', fields)]
    }),
    ...before.filter(({ id }) => !staying.has(id)).map((item) => shown(item, 'removed', [])),
  ]
}

/** A number moves when a neighbour goes, and names of units and people are renamed: neither changes what was agreed. */
function changedFields(before: Item, now: Item): string[] {
  const left: Record<string, unknown> = { ...before }
  return Object.entries(now)
    .filter(([name, value]) => name !== 'number' && comparable(value) !== comparable(left[name]))
    .map(([name]) => name)
}

const comparable = (value: unknown): string | undefined =>
  JSON.stringify(value, (name, held) => (name === 'name' ? undefined : held))
