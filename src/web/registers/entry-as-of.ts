import { dayOfMoment } from '../parts/day-distance.ts'
import type { EntryRecord } from './register-queries.ts'

type AsOf = Pick<EntryRecord, 'kind' | 'unit' | 'values' | 'aggregate' | 'withdrawn'>

/**
 * The entry as it was at the end of a day: what happened since is undone, newest first. Null when it was not there yet. What
 * the history hides (restricted fields) stays as it is now.
 */
export function entryAsOf(entry: EntryRecord, day: string): AsOf | null {
  const { kind, unit, values, aggregate, withdrawn } = entry
  const then: { -readonly [K in keyof AsOf]: AsOf[K] } = { kind, unit, values: { ...values }, aggregate, withdrawn }
  const since = [...entry.history].sort((a, b) => b.id - a.id).filter(({ at }) => dayOfMoment(new Date(at)) > day)
  for (const { act, before, after } of since) {
    if (act === 'entry.created') return null
    if (act === 'entry.withdrawn') then.withdrawn = false
    if (act === 'entry.restored') then.withdrawn = true
    if (act !== 'entry.changed') continue
    for (const key of Object.keys({ ...before, ...after })) {
      const was = before?.[key]
      if (was === '＊' || key === 'register' || key === 'title') continue
      if (key === '$kind') then.kind = typeof was === 'string' ? was : null
      else if (key === '$unit') then.unit = { id: Number(was), name: entry.names[`unit:${was}`] ?? String(was) }
      else if (key === '$aggregate') then.aggregate = (was ?? null) as AsOf['aggregate']
      else if (was === null || was === undefined) delete then.values[key]
      else then.values[key] = was
    }
  }
  return then
}
