/** The filters of an address as parts that can be named, shown and dropped one by one. */
import type { Light } from '../../core/deadline/light.ts'
import type { MeasureKind, MeasureStatus } from '../../core/measure/status.ts'
import type { zh } from '../language/zh.ts'
import { dayAfter, today } from '../parts/day-distance.ts'
import { lightWords } from '../parts/light-mark.tsx'
import { filterKeys, type LedgerSearch, listOf } from './ledger-search.ts'

export type FilterName = 'light' | 'status' | 'kind' | 'unit' | 'aspect' | 'due' | 'evidence' | 'q'
export type ActiveFilter = { name: FilterName; label: string; value: string }
export type Unit = { id: number; name: string; shortName: string | null }
type Text = typeof zh

/** What to put into the address to drop one filter. */
export function without(name: FilterName): Partial<Record<(typeof filterKeys)[number], undefined>> {
  return name === 'due' ? { dueFrom: undefined, dueTo: undefined } : { [name]: undefined }
}
export const withoutAll = (): Partial<Record<(typeof filterKeys)[number], undefined>> =>
  Object.fromEntries(filterKeys.map((key) => [key, undefined]))

/** Those that are set, in the order of the filter bar; `brief` shortens long lists. */
export function activeFilters(
  search: LedgerSearch,
  units: readonly Unit[],
  text: Text,
  brief: boolean,
): ActiveFilter[] {
  const unitName = (id: string) => {
    const unit = units.find((one) => String(one.id) === id)
    return unit ? (brief && unit.shortName) || unit.name : id
  }
  const joined = (values: string[]) =>
    brief && values.length > 2 ? text.ledger.several(values[0] ?? '', values.length) : values.join(text.common.listJoin)
  const found: ActiveFilter[] = []
  const add = (name: FilterName, label: string, values: string[]) => {
    if (values.length > 0) found.push({ name, label, value: joined(values) })
  }
  add(
    'light',
    text.ledger.light,
    listOf(search.light).map((one) => lightWords()[one as Light] ?? one),
  )
  add(
    'status',
    text.ledger.status,
    listOf(search.status).map((one) => text.statuses[one as MeasureStatus] ?? one),
  )
  add(
    'kind',
    text.ledger.kind,
    listOf(search.kind).map((one) => text.kinds[one as MeasureKind] ?? one),
  )
  add('unit', text.ledger.unit, listOf(search.unit).map(unitName))
  add('aspect', text.ledger.aspect, listOf(search.aspect))
  if (search.dueFrom || search.dueTo) add('due', text.ledger.due, [dueWords(search, text)])
  if (search.evidence) add('evidence', text.ledger.evidence, [text.ledger.noEvidence])
  if (search.q) add('q', text.ledger.text, [text.ledger.containing(search.q)])
  return found
}

export type DuePreset = 'overdue' | 'thisWeek' | 'thisMonth'
export const duePresets: readonly DuePreset[] = ['overdue', 'thisWeek', 'thisMonth']

/** The days of a preset, seen from `now`. Weeks begin on Monday. */
export function duePresetRange(preset: DuePreset, now: string): { dueFrom?: string; dueTo?: string } {
  if (preset === 'overdue') return { dueTo: dayAfter(now, -1) }
  if (preset === 'thisWeek') {
    const weekday = (new Date(`${now}T00:00:00Z`).getUTCDay() + 6) % 7
    return { dueFrom: dayAfter(now, -weekday), dueTo: dayAfter(now, 6 - weekday) }
  }
  const first = `${now.slice(0, 8)}01`
  const nextMonth = dayAfter(first, 31)
  return { dueFrom: first, dueTo: dayAfter(`${nextMonth.slice(0, 8)}01`, -1) }
}

/** The preset that these days are today, or null. */
export function duePresetOf(search: LedgerSearch, now: string): DuePreset | null {
  return (
    duePresets.find((preset) => {
      const range = duePresetRange(preset, now)
      return range.dueFrom === search.dueFrom && range.dueTo === search.dueTo
    }) ?? null
  )
}

function dueWords(search: LedgerSearch, text: Text): string {
  const preset = duePresetOf(search, today())
  return preset ? text.ledger[preset] : text.ledger.dueRange(search.dueFrom ?? '', search.dueTo ?? '')
}
