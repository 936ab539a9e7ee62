/** The open cell of the board as it stands in the address: `/board?unit=3&week=2024-09-09`. */
import { isDay } from '../parts/day-distance.ts'

export type BoardSearch = { unit?: number; week?: string }

export function boardSearchOf(raw: Record<string, unknown>): BoardSearch {
  const unit = Number(raw.unit)
  const { week } = raw
  return Number.isInteger(unit) && unit > 0 && typeof week === 'string' && isDay(week) ? { unit, week } : {}
}
