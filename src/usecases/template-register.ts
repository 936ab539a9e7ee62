/** A workbook to fill in for a register. */
import { type Actor, may, sightOf } from '../core/access/policy.ts'
import { writesEntriesOf } from '../core/access/register-sight.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import type { Register } from '../core/registers/definition.ts'
import { bookOf } from '../core/registers/exchange/book-of.ts'
import type { Named } from '../core/registers/exchange/name-book.ts'
import { permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { registersIn, theRegister } from './registers-in-force.ts'

/** A file that flows, and what it is called. */
export type FlowingBook = { name: string; chunks: AsyncIterable<Uint8Array> }

/** @throws Refusal `record.notFound`, `access.…` */
export async function templateRegister(
  { data, documents }: Outside,
  visitor: Visitor | null,
  key: string,
  language: Language,
): Promise<FlowingBook> {
  const actor = permit(visitor, 'entry.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const { register, units } = await data.inTenant(scope, async (stores) => ({
    register: theRegister(await registersIn(stores), key),
    units: (await stores.exchange.named(nobody, nothing)).units,
  }))
  if (register.readers === 'restricted') permit(visitor, 'entry.readRestricted')
  const restricted = may(actor, 'entry.readRestricted').allowed
  const sheets = bookOf(register, { restricted, language, units: unitsOffered(actor, register, units) })
  const name = `${register.name[language]}${language === 'zh' ? '导入模板' : ' template'}.xlsx`
  return { name, chunks: documents.writeBook(sheets, none()) }
}

export const nobody = { people: [], titles: [], numbers: [] } as const
const nothing = { people: [], entries: [] } as const
async function* none(): AsyncGenerator<never> {}

/** Names of the units that this person writes for. */
export const unitsOffered = (actor: Actor, register: Register, units: Named['units']): string[] =>
  units.filter(({ id, closed }) => !closed && writesEntriesOf(actor, register, id)).map(({ name }) => name)
