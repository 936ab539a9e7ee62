/** What a sheet would write to a register. Kept for a day, so that what is applied is what was seen. */
import type { z } from 'zod'
import { type Actor, may, sightOf } from '../core/access/policy.ts'
import { readsRestrictedOf, writesEntriesOf } from '../core/access/register-sight.ts'
import { type exchangeContracts, SHOWN_ROWS } from '../core/api/exchange.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal, refusalSentence } from '../core/refusal.ts'
import type { Register } from '../core/registers/definition.ts'
import { nameBook } from '../core/registers/exchange/name-book.ts'
import { type CurrentEntry, type PlannedRow, planImport } from '../core/registers/exchange/plan-import.ts'
import { askedIn, readImport, staleIn } from '../core/registers/exchange/read-import.ts'
import { referencesOf } from '../core/registers/references-of.ts'
import type { Upload } from './create-import.ts'
import { referencesIn } from './list-entries.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Stores, Visitor } from './ports.ts'
import { registersIn, theRegister } from './registers-in-force.ts'
import { clock } from './write-entries.ts'

type Preview = z.infer<(typeof exchangeContracts)['POST /api/registers/:register/import']['response']>

const DAY = 86_400_000

/** @throws Refusal `document.…`, `sheet.…`, `entry.officeWrites`, `record.notFound`, `access.…` */
export async function previewEntryImport(
  { data, documents, secrets, now }: Outside,
  visitor: Visitor | null,
  key: string,
  receive: () => Promise<Upload>,
  language: Language,
): Promise<Preview> {
  const actor = permit(visitor, 'entry.write')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const register = await data.inTenant(scope, async (stores) => theRegister(await registersIn(stores), key))
  if (register.readers === 'restricted') permit(visitor, 'entry.readRestricted')
  if (!writesEntriesOf(actor, register, null)) throw new Refusal('entry.officeWrites', { register: register.name })
  const file = await receive()
  const sheets = await documents.readBook(file.bytes, file.name)
  const given = readImport(register, sheets, may(actor, 'entry.readRestricted').allowed)
  const asked = askedIn(register, given)
  const at = now()

  return data.inTenant(scope, async (stores) => {
    const found = (await stores.exchange.current(key, asked.entryIds)).filter(
      ({ unitId }) => register.readers !== 'restricted' || readsRestrictedOf(actor, unitId),
    )
    const versions = new Map(found.map(({ id, version }) => [id, version]))
    const changes = await stores.exchange.lastChanges(staleIn(given, versions))
    const changed = new Map(changes.map(({ id, by, at: on }) => [id, { by, on: clock(on) }]))
    const current = found.map(
      (entry): CurrentEntry => ({ ...entry, changed: changed.get(entry.id) ?? { by: '', on: '' } }),
    )
    if (register.readers === 'restricted' && current.length > 0)
      await stores.history.append([
        eventsOf(actor, 'entry.readRestricted', at)('entry.read', 'register', actor.tenantId, {
          after: { register: key, entryIds: current.map(({ id }) => id) },
        }),
      ])
    const planned = await inPortions(
      planImport(register, given, {
        current: new Map(current.map((entry) => [entry.id, entry])),
        book: nameBook(await stores.exchange.named(asked, referencesIn(register, current))),
        mayWrite: (unitId) => writesEntriesOf(actor, register, unitId),
        ownUnitId: ownUnit(actor),
      }),
    )
    const rows = await withOverlaps(stores, register, planned)
    const counts = countOf(rows)
    const isApplicable = counts.refused === 0 && counts.create + counts.update > 0
    const token = isApplicable ? secrets.token() : null
    if (token !== null)
      await stores.exchange.keep(secrets.digest(token), {
        register: key,
        definitionVersion: register.version,
        fileName: file.name,
        writes: rows.flatMap(({ row, write }) => (write === null ? [] : [{ ...write, row }])),
        same: counts.same,
        personId: actor.personId,
        at,
        expiresAt: new Date(at.getTime() + DAY),
      })
    return { token, rows: shown(register, rows, language), counts, unknownColumns: [...given.unknownColumns] }
  })
}

/** Twenty thousand rows are half a second: others get their turn in between. */
async function inPortions<Row>(rows: Iterable<Row>): Promise<Row[]> {
  const all: Row[] = []
  for (const row of rows) {
    all.push(row)
    if (all.length % 500 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  return all
}

/** The one unit that somebody works for; null for the office, and for whoever works for several. */
function ownUnit({ assignments }: Actor): number | null {
  const units = new Set(assignments.flatMap(({ unitId }) => unitId ?? []))
  const [only] = units
  return units.size === 1 && !assignments.some(({ role, unitId }) => role === 'office' && unitId === null)
    ? (only ?? null)
    : null
}

/** Two that stand for many on the same days: in the sheet, or one of them on record. */
async function withOverlaps(
  { entries }: Stores,
  register: Register,
  planned: readonly PlannedRow[],
): Promise<PlannedRow[]> {
  const wholes = planned.flatMap(({ row, title, write }) =>
    write?.aggregate
      ? [{ row, title, write, aggregate: write.aggregate, projects: referencesOf(register, write.values).projects }]
      : [],
  )
  const refused = new Map<number, string>()
  for (const { row, write, aggregate, projects } of wholes) {
    const beside = wholes.find(
      (other) =>
        other.row < row &&
        other.write.kind === write.kind &&
        other.write.unitId === write.unitId &&
        other.aggregate.from <= aggregate.to &&
        other.aggregate.to >= aggregate.from &&
        (projects.length === 0 || other.projects.length === 0 || projects.some((id) => other.projects.includes(id))),
    )
    const held = await entries.overlapping(
      { register: register.key, kind: write.kind, unitId: write.unitId },
      aggregate,
      projects,
      wholes.flatMap((other) => other.write.id ?? []),
    )
    const title = held?.title ?? beside?.title
    if (title !== undefined) refused.set(row, title)
  }
  if (refused.size === 0) return [...planned]
  return planned.map((row) => {
    const title = row.write === null ? undefined : refused.get(row.row)
    if (title === undefined) return row
    const message = {
      zh: refusalSentence('entry.aggregateOverlaps', { title }, 'zh'),
      en: refusalSentence('entry.aggregateOverlaps', { title }, 'en'),
    }
    return { ...row, change: 'refused', write: null, problems: [{ cell: `${row.row}:${row.row}`, message }] }
  })
}

const order = ['refused', 'update', 'create', 'same'] as const

function countOf(rows: readonly PlannedRow[]): Preview['counts'] {
  const count = (change: PlannedRow['change']): number => rows.filter((row) => row.change === change).length
  return { create: count('create'), update: count('update'), same: count('same'), refused: count('refused') }
}

/** What is restricted is not shown even to whoever may read it: who reads it is logged elsewhere. */
function shown({ fields, readers }: Register, rows: readonly PlannedRow[], language: Language): Preview['rows'] {
  const isHidden = (field: string): boolean => readers !== 'restricted' && fields[field]?.restricted === true
  return order.flatMap((change) =>
    rows
      .filter((row) => row.change === change)
      .slice(0, SHOWN_ROWS)
      .map(({ row, entryId, title, fields: changed, problems }) => ({
        row,
        change,
        entryId,
        title,
        fields: changed.map(({ field, name, before, after }) => ({
          field,
          name: name[language],
          before: isHidden(field) && before !== '' ? '＊' : before,
          after: isHidden(field) && after !== '' ? '＊' : after,
        })),
        problems: problems.map(({ cell, message }) => ({ cell, message: message[language] })),
      })),
  )
}
