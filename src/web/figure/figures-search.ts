import { isDay } from '../parts/day-distance.ts'

/** The address of the page of figures: a name or a text, and a day. */
export type FiguresSearch = { name?: string; text?: string; asOf?: string }

export function figuresSearchOf(raw: Record<string, unknown>): FiguresSearch {
  const search: FiguresSearch = {}
  if (typeof raw.name === 'string' && /^[a-z][A-Za-z0-9]{0,39}$/.test(raw.name)) search.name = raw.name
  else if (raw.text !== undefined && String(raw.text).trim() !== '') search.text = String(raw.text).slice(0, 1000)
  if (typeof raw.asOf === 'string' && isDay(raw.asOf)) search.asOf = raw.asOf
  return search
}
