/** All registers of a tenant: those that are shipped with what the tenant added, then the tenant's own. */
import type { Register } from './definition.ts'
import { inForce } from './own-registers.ts'
import { shippedRegisters } from './registers.ts'

const shipped: Readonly<Record<string, Register>> = shippedRegisters

export const shippedRegister = (key: string): Register | null =>
  Object.hasOwn(shipped, key) ? (shipped[key] ?? null) : null

/** @param latest what the tenant stored last of each register, in any order */
export function registersInForce(latest: readonly Register[]): ReadonlyMap<string, Register> {
  const stored = new Map(latest.map((register) => [register.key, register]))
  const own = latest.filter(({ key }) => shippedRegister(key) === null)
  const all = [...Object.values(shipped), ...own].map(({ key }) =>
    inForce(shippedRegister(key), stored.get(key) ?? null),
  )
  return new Map(all.flatMap((register) => (register === null ? [] : [[register.key, register]])))
}
