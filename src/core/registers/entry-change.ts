/** What became of an entry, for its history: the fields that are different, before and after. */
import type { Register } from './definition.ts'
import type { Values } from './read-values.ts'

type State = {
  kind: string | null
  unitId: number
  title: string
  values: Values
  counts: Readonly<Record<string, number>>
  aggregate: { from: string; to: string } | null
}
type Change = { before: Record<string, unknown> | null; after: Record<string, unknown> }

/** Stands for what is restricted: history is kept for ever, and read by others than the entry. */
const hidden = '＊'

/** Null when nothing is different. @param before null for a new entry */
export function entryChange(register: Register, before: State | null, after: State): Change | null {
  const isHidden = (key: string): boolean =>
    register.readers === 'restricted' || register.fields[key]?.restricted === true
  const was = before === null ? {} : partsOf(before)
  const becomes = partsOf(after)
  const keys = [...new Set([...Object.keys(was), ...Object.keys(becomes)])].filter(
    (key) => text(was[key]) !== text(becomes[key]),
  )
  if (before !== null && keys.length === 0) return null
  const side = (parts: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      keys.map((key) => [key, isHidden(key) && parts[key] !== undefined ? hidden : (parts[key] ?? null)]),
    )
  const title = register.readers === 'restricted' ? {} : { title: after.title }
  return { before: before === null ? null : side(was), after: { register: register.key, ...title, ...side(becomes) } }
}

/** Totals of an aggregate are its counts; those of a single entry follow from its fields. */
function partsOf({ kind, unitId, values, counts, aggregate }: State): Record<string, unknown> {
  return {
    ...values,
    ...(kind !== null && { $kind: kind }),
    $unit: unitId,
    ...(aggregate !== null && { $aggregate: { from: aggregate.from, to: aggregate.to, totals: counts } }),
  }
}

/** Equal as JSON, whatever the order of names. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  ) ?? ''
