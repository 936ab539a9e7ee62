/** What became of the report that a measure owed in one week. */
import { z } from 'zod'

/** As stored. `late`: after the hour, within the week; `backfilled`: after the week, which stays visible for ever. */
export const storedDueStates = ['expected', 'filed', 'late', 'backfilled', 'excused'] as const
export type StoredDueState = (typeof storedDueStates)[number]

/** As shown: what is still expected after its hour is missed. */
export const dueStates = [...storedDueStates, 'missed'] as const
export type DueState = (typeof dueStates)[number]
export const dueStateSchema = z.enum(dueStates)

export const dueStateAt = (stored: StoredDueState, dueAt: Date, now: Date): DueState =>
  stored === 'expected' && dueAt.getTime() <= now.getTime() ? 'missed' : stored
