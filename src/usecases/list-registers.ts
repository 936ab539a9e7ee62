/** The registers of a tenant: those that are shipped, and its own. */
import type { z } from 'zod'
import { may, sightOf } from '../core/access/policy.ts'
import { writesEntriesOf } from '../core/access/register-sight.ts'
import type { registerContracts } from '../core/api/registers.ts'
import { jsonSchemaOf } from '../core/registers/json-schema.ts'
import { permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { viewOf } from './read-entry.ts'
import { registersOf, theRegister } from './registers-in-force.ts'

type Listed = z.infer<(typeof registerContracts)['GET /api/registers']['response']>

/** Restricted ones are listed for whoever may read them. */
export async function listRegisters({ data }: Outside, visitor: Visitor | null): Promise<Listed> {
  const actor = permit(visitor, 'register.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const [registers, counted] = await Promise.all([registersOf(data, scope), data.read.entries.counted(scope)])
  return {
    registers: [...registers.values()]
      .filter(({ readers }) => readers !== 'restricted' || may(actor, 'entry.readRestricted').allowed)
      .map((register) => ({
        ...viewOf(register),
        entries: counted[register.key] ?? 0,
        write: writesEntriesOf(actor, register, null),
      })),
    define: may(actor, 'register.define').allowed,
  }
}

/** @throws Refusal `record.notFound` */
export async function readRegisterSchema({ data }: Outside, visitor: Visitor | null, key: string) {
  const actor = permit(visitor, 'register.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  return { ...jsonSchemaOf(theRegister(await registersOf(data, scope), key)) }
}
