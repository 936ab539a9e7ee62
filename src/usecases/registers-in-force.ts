/** The registers of the visitor's tenant, as reads and writes find them. */
import { Refusal } from '../core/refusal.ts'
import type { Register } from '../core/registers/definition.ts'
import { registersInForce } from '../core/registers/registers-in-force.ts'
import type { Data, Scope, Stores } from './ports.ts'

export async function registersOf({ read }: Data, scope: Scope): Promise<ReadonlyMap<string, Register>> {
  return registersInForce(await read.entries.latest(scope))
}

export async function registersIn({ registers }: Stores): Promise<ReadonlyMap<string, Register>> {
  return registersInForce(await registers.latest())
}

/** @throws Refusal `record.notFound` */
export function theRegister(registers: ReadonlyMap<string, Register>, key: string): Register {
  const register = registers.get(key)
  if (register === undefined) throw new Refusal('record.notFound')
  return register
}
