/** Entries of a register as a workbook that can be edited and imported again. It flows: pages are read as the file goes out. */
import type { z } from 'zod'
import { sightOf } from '../core/access/policy.ts'
import type { entryQuerySchema } from '../core/api/registers.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import type { BookRow } from '../core/registers/exchange/book.ts'
import { bookOf, rowsOf } from '../core/registers/exchange/book-of.ts'
import { nameBook } from '../core/registers/exchange/name-book.ts'
import { type EntryRow, listEntries, referencesIn } from './list-entries.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { registersIn, theRegister } from './registers-in-force.ts'
import { type FlowingBook, nobody, unitsOffered } from './template-register.ts'

const PAGE = 500

/** Restricted fields leave with restricted registers alone, as in the list. @throws Refusal as {@link listEntries} */
export async function exportEntries(
  outside: Outside,
  visitor: Visitor | null,
  key: string,
  query: z.infer<typeof entryQuerySchema>,
  language: Language,
): Promise<FlowingBook> {
  const { data, documents, now } = outside
  const actor = permit(visitor, 'entry.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const pageAt = (cursor: string | null) => listEntries(outside, visitor, key, query, { cursor, limit: PAGE })
  // Before anything goes out: a refusal is then still a refusal.
  const first = await pageAt(null)
  const { register, units } = await data.inTenant(scope, async (stores) => {
    const register = theRegister(await registersIn(stores), key)
    const event = eventsOf(actor, 'entry.read', now())
    await stores.history.append([
      event('entries.exported', 'register', actor.tenantId, { after: { register: key, query } }),
    ])
    return { register, units: (await stores.exchange.named(nobody, { people: [], entries: [] })).units }
  })
  const restricted = register.readers === 'restricted'

  async function* batches(): AsyncGenerator<BookRow[]> {
    let page = first
    for (let line = 1; ; ) {
      const names = await namesOf(page.rows)
      const entries = page.rows.map(({ unit, ...row }) => ({ ...row, unitId: unit.id }))
      yield rowsOf(register, entries, { restricted, language, names, line })
      line += entries.length
      if (page.nextCursor === null) return
      page = await pageAt(page.nextCursor)
    }
  }
  const namesOf = async (rows: readonly EntryRow[]) =>
    data.inTenant(scope, async ({ exchange }) => {
      const named = await exchange.named(nobody, referencesIn(register, rows))
      return nameBook(named).names
    })

  const sheets = bookOf(register, { restricted, language, units: unitsOffered(actor, register, units) })
  const name = `${register.name[language]} ${chinaDay(now())}.xlsx`
  return { name, chunks: documents.writeBook(sheets, batches()) }
}
