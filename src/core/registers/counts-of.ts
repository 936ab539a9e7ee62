/** What an entry counts for: every figure of the product is a sum over these. */
import { computedValue } from './compute.ts'
import type { Register } from './definition.ts'
import { countsFor, type Values } from './read-values.ts'

/**
 * By the counts of its register; money in 分. A count whose field was not filled in is absent: not known is not nought.
 * @param totals of an entry that stands for many, in place of its fields
 */
export function countsOf(
  register: Register,
  kind: string | null,
  values: Values,
  totals: Readonly<Record<string, number>> | null,
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [key, count] of Object.entries(register.counts)) {
    if (!countsFor(count, kind)) continue
    const value = totals === null ? amountOf(register, count.of, values) : totals[key]
    if (value !== undefined) counts[key] = value
  }
  return counts
}

function amountOf(register: Register, of: string, values: Values): number | undefined {
  if (of === 'entries') return 1
  if (register.fields[of]?.type === 'computed') return computedValue(of, register.fields, values) ?? undefined
  const value = values[of]
  return typeof value === 'number' ? value : undefined
}
