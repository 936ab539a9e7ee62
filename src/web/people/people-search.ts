/** What the page of units and people shows: a unit, those of no unit, or those who have the words. */
export type PeopleSearch = { unit?: number | 'none'; q?: string }

export function peopleSearchOf(search: Record<string, unknown>): PeopleSearch {
  const q = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q).slice(0, 60) : ''
  if (q !== '') return { q }
  if (search.unit === 'none') return { unit: 'none' }
  const unit = Number(search.unit)
  return Number.isSafeInteger(unit) && unit > 0 ? { unit } : {}
}
