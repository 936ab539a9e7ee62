/** Every register that is shipped, in the order in which they are listed. */

import { changeOrder } from './change-order.ts'
import { contract } from './contract.ts'
import type { Register } from './definition.ts'
import { meeting } from './meeting.ts'
import { payment } from './payment.ts'
import { project } from './project.ts'
import { tender } from './tender.ts'

export const shippedRegisters = { meeting, project, contract, changeOrder, payment, tender } as const satisfies Record<
  string,
  Register
>
export type ShippedRegisters = typeof shippedRegisters
