import { useState } from 'react'
import type { MeasureRecord } from '../record/record-queries.ts'

export type Conflict = {
  /** What happened since the form was opened, newest first. */
  events: MeasureRecord['history']
  /** Goes on with what was typed, on the record as it is now. */
  keep(): void
}

/**
 * A form is decided on the record as it was when it was opened. When somebody changed the record since, it says so before
 * anything is sent, and the server refuses otherwise.
 */
export function useConflict(measure: MeasureRecord): { version: number; conflict: Conflict | null } {
  const [base, setBase] = useState({ version: measure.version, event: newestOf(measure) })
  const events = measure.history.filter(({ id }) => id > base.event).sort((a, b) => b.id - a.id)
  const changed = measure.version !== base.version && events.length > 0
  const conflict = changed
    ? { events, keep: () => setBase({ version: measure.version, event: newestOf(measure) }) }
    : null
  // A change without an event is no doing of anybody: a date that passed, say.
  return { version: changed ? base.version : measure.version, conflict }
}

const newestOf = ({ history }: MeasureRecord): number => Math.max(0, ...history.map(({ id }) => id))
