/** Every register that is shipped, in the order in which they are listed. */
import type { Register } from './definition.ts'
import { meeting } from './meeting.ts'

export const shippedRegisters = { meeting } as const satisfies Record<string, Register>
export type ShippedRegisters = typeof shippedRegisters
