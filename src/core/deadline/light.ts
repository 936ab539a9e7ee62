import { z } from 'zod'

/**
 * Lights of a measure (`ledger.md`, "Lights, urging, accountability"), worst first: overdue, near, on schedule, done, not
 * begun. The order is that of `light_rank` in the database.
 */
export const lights = ['red', 'yellow', 'green', 'blue', 'grey'] as const
export type Light = (typeof lights)[number]
// Pure: pages that need the names alone do not load the schemas.
export const lightSchema = /* @__PURE__ */ z.enum(lights)
