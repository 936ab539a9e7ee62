/** Calendar days, and their schema for borders. */
import { z } from 'zod'
import { parseDay } from './read-day.ts'

export { type Day, dayOf, parseDay } from './read-day.ts'

/** zod schema of a day. Made in a pure call: the browser, which only reads days, is spared zod. */
export const daySchema = /* @__PURE__ */ (() =>
  z
    .string()
    .refine((text) => parseDay(text) !== null, 'not a calendar day (YYYY-MM-DD)')
    .brand<'Day'>())()
