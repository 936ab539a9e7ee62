/** What the sample district recorded: entries of every register, and the measures and findings that cite them. */
import { sampleEntriesOn } from '../../fixtures/sample/registers/entries.ts'
import type { Actor } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { addDays } from '../core/deadline/working-days.ts'
import type { CitingRecord } from '../core/registers/citing.ts'
import type { Register } from '../core/registers/definition.ts'
import { type FindIds, readTotals, readValues } from '../core/registers/read-values.ts'
import { eventsOf } from './permit.ts'
import type { NewCitation } from './ports/citations.ts'
import type { Stores, Visitor } from './ports.ts'
import { targetCounting } from './propose-import-entries.ts'
import { registersIn, theRegister } from './registers-in-force.ts'
import { type EntryWish, writeEntries } from './write-entries.ts'

type Ids = {
  person(key: string): number
  measure(key: string): number
  unit(key: string): number
  finding(key: string): number
}
type SampleEntry = ReturnType<typeof sampleEntriesOn>[number]

/** Entered some days after they happened, as offices do. */
const daysUntilEntered = 3

export async function writeSampleRegisters(
  stores: Stores,
  visitor: Visitor | null,
  actor: Actor,
  ids: Ids,
  now: Date,
): Promise<void> {
  const entries = sampleEntriesOn(chinaDay(now))
  const registers = await registersIn(stores)
  const drawn = await stores.entries.ids(entries.length)
  const idOf = new Map(entries.map(({ key }, index) => [key, drawn[index] ?? 0]))
  const registerOf = new Map(entries.map(({ key, register }) => [key, register]))
  const findIds: FindIds = (kind, name, register) => {
    if (kind === 'unit') return [ids.unit(name)]
    if (kind === 'person') return [ids.person(name)]
    const id = idOf.get(name)
    return id === undefined || registerOf.get(name) !== register ? [] : [id]
  }
  const wishes = entries.map((entry, index) =>
    wishOf(entry, theRegister(registers, entry.register), drawn[index] ?? 0, { findIds, ids, now }),
  )
  await writeEntries({ visitor, actor, stores, registers, at: now }, wishes)
  await citeAll(stores, actor, entries, (key) => idOf.get(key) ?? 0, ids, now)
}

function wishOf(
  { key, register, kind, unit, values: raw, aggregate }: SampleEntry,
  definition: Register,
  drawn: number,
  { findIds, ids, now }: { findIds: FindIds; ids: Ids; now: Date },
): EntryWish {
  const read = readValues(definition, kind, raw, { findIds, aggregate: aggregate !== null })
  const totals = aggregate === null ? null : readTotals(definition, kind, aggregate.totals)
  const [problem] = [...(read.problems ?? []), ...(totals?.problems ?? [])]
  if (problem !== undefined || read.values === undefined)
    throw new Error(`the sample's ${key}: ${problem?.field} ${problem?.message.zh}`)
  const { values } = read
  const date = definition.dateField === null ? undefined : values[definition.dateField]
  const day = aggregate?.to ?? (typeof date === 'string' ? date : null)
  const entered = day === null ? now : new Date(`${addDays(day, daysUntilEntered)}T02:00:00Z`)
  return {
    entry: null,
    drawn,
    register,
    kind,
    unitId: ids.unit(unit),
    values,
    aggregate: aggregate === null ? null : { ...aggregate, totals: totals?.totals ?? {} },
    source: { sample: key },
    enteredAt: entered > now ? now : entered,
  }
}

/** Straight into the store: the sample's measures are closed where their story has come to its end. */
async function citeAll(
  stores: Stores,
  actor: Actor,
  entries: readonly SampleEntry[],
  idOf: (key: string) => number,
  ids: Ids,
  at: Date,
): Promise<void> {
  const { citations: store, history } = stores
  const event = eventsOf(actor, 'sample.load', at)
  const records = new Map<string | number, CitingRecord>()
  for (const by of new Set(entries.flatMap(({ citedBy }) => citedBy))) {
    const [kind, id] =
      typeof by === 'number' ? (['finding', ids.finding(String(by))] as const) : (['measure', ids.measure(by)] as const)
    const record = await store.lockRecord(kind, id)
    if (record === null) throw new Error(`the sample cites for ${by}, which is not there`)
    records.set(by, record)
  }
  const targets = new Map<string, number | null>()
  const citations: NewCitation[] = []
  for (const { key, register, citedBy } of entries)
    for (const by of citedBy) {
      const record = records.get(by)
      if (record === undefined) continue
      const place = `${by} ${register}`
      if (record.kind === 'measure' && !targets.has(place))
        targets.set(place, await targetCounting(stores, record.id, register))
      const targetId = targets.get(place) ?? null
      citations.push({ entryId: idOf(key), record, targetId, by: actor.personId, onBehalfOf: null, at })
    }
  await store.citeMany(citations)
  await store.settleMeasures([...records.values()].flatMap(({ kind, id }) => (kind === 'measure' ? id : [])))
  await history.append(
    citations.map(({ entryId, record: { kind, id }, targetId }) =>
      event('entry.cited', kind, id, { after: { entryId, targetId, sample: true } }),
    ),
  )
}
