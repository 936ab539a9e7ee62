/**
 * Entries are written: their values judged by the definition in force, what they refer to looked for, counts and title
 * worked out, single ones settled with those that stand for many, and every target that counts them recounted. One or
 * twenty thousand, within the transaction of whoever asks.
 */
import type { Actor } from '../core/access/policy.ts'
import { writesEntriesOf } from '../core/access/register-sight.ts'
import { type Day, parseDay } from '../core/deadline/day.ts'
import type { HistoryEvent } from '../core/history/history-event.ts'
import { type FieldProblem, Refusal } from '../core/refusal.ts'
import { countsOf } from '../core/registers/counts-of.ts'
import type { Register } from '../core/registers/definition.ts'
import { entryChange } from '../core/registers/entry-change.ts'
import { filing } from '../core/registers/entry-search.ts'
import { readTotals, readValues, type Values } from '../core/registers/read-values.ts'
import { type References, referencesOf } from '../core/registers/references-of.ts'
import { titleOf } from '../core/registers/title-of.ts'
import { sentences } from '../core/registers/value-sentences.ts'
import { eventsOf, permit } from './permit.ts'
import type { EntryContent, Meeting, Period, StoredEntry } from './ports/registers.ts'
import type { Stores, Visitor } from './ports.ts'
import { recountCited } from './recount-cited.ts'

export type EntryWish = {
  /** Null: a new one. `version`: the one that was shown; null takes it as it is. */
  entry: { id: number; version: number | null } | null
  register: string
  kind: string | null
  unitId: number
  /** As people write them, or as they are kept (`readValues`). */
  values: Readonly<Record<string, unknown>>
  aggregate: { from: string; to: string; totals: Readonly<Record<string, unknown>> } | null
  /** Where a new one comes from; null for what was filled in. */
  source?: Readonly<Record<string, unknown>> | null
  /** When a new one was filled in, of what is told of the past; otherwise the present. */
  enteredAt?: Date
  /** Id that was drawn for a new one, to which others refer. */
  drawn?: number
}
export type WrittenEntry = { id: number; version: number; change: 'created' | 'changed' | 'same' }

type Writing = {
  visitor: Visitor | null
  actor: Actor
  stores: Stores
  registers: ReadonlyMap<string, Register>
  at: Date
}

/**
 * All, or none with the reason. Results come in the order of the wishes.
 * @throws Refusal `record.notFound`, `access.…`, `entry.…`, `record.changedMeanwhile`
 */
export async function writeEntries(writing: Writing, wishes: readonly EntryWish[]): Promise<WrittenEntry[]> {
  const { visitor, actor, stores, registers, at } = writing
  const definitions = wishes.map(({ register, unitId }) => {
    const definition = registers.get(register)
    if (definition === undefined) throw new Refusal('record.notFound')
    permitWriting(visitor, actor, definition, unitId)
    return definition
  })
  for (const meeting of distinct(wishes.map(({ register, unitId }) => ({ register, unitId, kind: null }))))
    await stores.entries.lock(meeting.register, meeting.unitId)

  const befores = await beforesOf(writing, wishes)
  const read = wishes.map((wish, index) => readWish(definitions[index], wish, befores[index] ?? null))
  const references = read.map(({ definition, values }) => referencesOf(definition, values))
  await refuseMissing(writing, wishes, references)
  await knowFiles(writing, wishes, references)
  const names = { ...(await stores.entries.names(merged(references))) }
  // Entries written together may name one another before any of them is there to be looked up.
  for (const [index, { definition, values, period }] of read.entries()) {
    const { drawn, kind } = wishes[index] as EntryWish
    if (drawn !== undefined) names[`entry:${drawn}`] = titleOf(definition, kind, values, period, names)
  }
  const fresh = wishes.filter(({ entry, drawn }) => entry === null && drawn === undefined).length
  const ids = fresh === 0 ? [] : await stores.entries.ids(fresh)

  const contents = read.map(({ definition, values, totals, period }, index): EntryContent & { id: number } => {
    const { kind, unitId, entry, drawn } = wishes[index] as EntryWish
    const title = titleOf(definition, kind, values, period, names)
    return {
      id: entry?.id ?? drawn ?? ids.shift() ?? 0,
      kind,
      unitId,
      title,
      on: period?.to ?? dayOf(definition, values),
      values,
      counts: countsOf(definition, kind, values, totals),
      projectIds: references[index]?.projects ?? [],
      aggregate: period,
      definitionVersion: definition.version,
      filing: filing(definition, { kind, unitId, title, values }, names),
    }
  })
  for (const [index, content] of contents.entries())
    if (content.aggregate !== null)
      await refuseOverlap(
        stores,
        { ...content, register: wishes[index]?.register ?? '' },
        content.aggregate,
        contents,
        wishes,
      )

  const changes = contents.map((content, index) =>
    entryChange(definitions[index] as Register, befores[index] ?? null, content),
  )
  const isNew = (index: number): boolean => wishes[index]?.entry === null
  await stores.entries.add(
    contents.flatMap((content, index) => {
      const definition = definitions[index]
      if (!isNew(index) || definition === undefined) return []
      const { key: register, readers } = definition
      return {
        ...content,
        register,
        readers,
        source: wishes[index]?.source ?? null,
        createdBy: actor.personId,
        at: wishes[index]?.enteredAt ?? at,
      }
    }),
  )
  const changed = contents.flatMap((content, index) => (!isNew(index) && changes[index] ? [{ ...content, at }] : []))
  await stores.entries.change(changed)
  await stores.entries.attach(
    contents.flatMap(({ id }, index) =>
      (references[index]?.files ?? []).map(({ sha256 }) => ({ entryId: id, sha256 })),
    ),
    actor.personId,
  )
  const touched = contents.filter((_, index) => changes[index])
  const covered = await settleCovers(
    writing,
    wishes,
    befores,
    contents,
    changes.map((change) => change !== null),
  )

  const event = eventsOf(actor, 'entry.write', at)
  await stores.history.append(
    contents.flatMap(({ id }, index): HistoryEvent[] => {
      const change = changes[index]
      if (!change) return []
      const entered = wishes[index]?.enteredAt
      const told = entered === undefined ? event : eventsOf(actor, 'entry.write', entered)
      return [told(isNew(index) ? 'entry.created' : 'entry.changed', 'entry', id, change)]
    }),
  )
  await recountCited(stores, [...new Set([...touched.map(({ id }) => id), ...covered])], event)
  return contents.map(({ id }, index) => {
    const before = befores[index] ?? null
    const change = changes[index] ? (before === null ? 'created' : 'changed') : 'same'
    return { id, version: before === null ? 0 : before.version + (change === 'changed' ? 1 : 0), change }
  })
}

/** @throws Refusal `access.…`, `entry.officeWrites` */
export function permitWriting(visitor: Visitor | null, actor: Actor, definition: Register, unitId: number): void {
  permit(visitor, 'entry.write', { inspectionId: null, audiences: [unitId] })
  if (!writesEntriesOf(actor, definition, unitId))
    throw new Refusal('entry.officeWrites', { register: definition.name })
}

/** Entries as they stand; null for new ones. */
async function beforesOf(
  { visitor, actor, stores, registers }: Writing,
  wishes: readonly EntryWish[],
): Promise<(StoredEntry | null)[]> {
  const found = await stores.entries.find(wishes.flatMap(({ entry }) => entry?.id ?? []))
  const byId = new Map(found.map((entry) => [entry.id, entry]))
  const befores: (StoredEntry | null)[] = []
  for (const { entry, register } of wishes) {
    const before = entry === null ? null : byId.get(entry.id)
    const definition = registers.get(register)
    if (before === undefined || definition === undefined || (before !== null && before.register !== register))
      throw new Refusal('record.notFound')
    if (before !== null && entry !== null) {
      permitWriting(visitor, actor, definition, before.unitId)
      await refuseChanged(stores, before, entry.version)
      if (before.withdrawn) throw new Refusal('entry.withdrawn')
    }
    befores.push(before)
  }
  return befores
}

/** @throws Refusal `record.changedMeanwhile` */
export async function refuseChanged(
  { entries }: Pick<Stores, 'entries'>,
  { id, version }: { id: number; version: number },
  shown: number | null,
): Promise<void> {
  if (shown === null || version === shown) return
  const last = await entries.lastChange(id)
  throw new Refusal('record.changedMeanwhile', { who: last?.who ?? '', at: last === null ? '' : clock(last.at) })
}

/** `2024-09-11 10:00` in China. */
export function clock(at: Date): string {
  const there = new Date(at.getTime() + 8 * 3_600_000).toISOString()
  return `${there.slice(0, 10)} ${there.slice(11, 16)}`
}

type ReadWish = {
  definition: Register
  values: Values
  totals: Record<string, number> | null
  period: Period | null
}

function readWish(definition: Register | undefined, wish: EntryWish, before: StoredEntry | null): ReadWish {
  if (definition === undefined) throw new Refusal('record.notFound')
  const { kind, values: raw, aggregate } = wish
  if (aggregate !== null && !definition.aggregates)
    throw new Refusal('entry.noAggregates', { register: definition.name, field: '$aggregate' })
  const period = aggregate === null ? null : periodOf(aggregate)
  const read = readValues(definition, kind, raw, { aggregate: aggregate !== null })
  const totals = aggregate === null ? null : readTotals(definition, kind, aggregate.totals)
  const problems = [...(read.problems ?? []), ...(totals?.problems ?? [])]
  if (read.values === undefined || problems.length > 0) throw invalid(problems)
  return {
    definition,
    values: { ...goneFields(definition, before), ...read.values },
    totals: totals?.totals ?? null,
    period,
  }
}

/** What stands in fields that the definition no longer has stays with the entry. */
const goneFields = (definition: Register, before: StoredEntry | null): Values =>
  Object.fromEntries(Object.entries(before?.values ?? {}).filter(([key]) => !Object.hasOwn(definition.fields, key)))

/** All that is wrong at once, the first of it in the sentence. */
export function invalid(problems: readonly FieldProblem[]): Refusal {
  const [first] = problems
  const facts = { count: problems.length, first: first?.message ?? '', field: first?.field ?? '' }
  return new Refusal('entry.invalid', facts, problems)
}

function periodOf({ from, to }: { from: string; to: string }): Period {
  const [first, last] = [parseDay(from), parseDay(to)]
  if (first === null || last === null || first > last)
    throw new Refusal('entry.aggregateReversed', { field: '$aggregate' })
  return { from: first, to: last }
}

function dayOf({ dateField }: Register, values: Values): Day | null {
  const value = dateField === null ? undefined : values[dateField]
  const day = typeof value === 'object' && value !== null && 'from' in value ? value.from : value
  return typeof day === 'string' ? parseDay(day) : null
}

const merged = (references: readonly References[]): Pick<References, 'units' | 'people' | 'entries'> => ({
  units: [...new Set(references.flatMap(({ units }) => units))],
  people: [...new Set(references.flatMap(({ people }) => people))],
  entries: references.flatMap(({ entries }) => entries),
})

/** Every unit, person and entry that is named must be there; entries of this very writing are. */
async function refuseMissing(
  { stores, registers }: Writing,
  wishes: readonly EntryWish[],
  references: readonly References[],
): Promise<void> {
  const { units, people, entries } = merged(references)
  const drawn = new Map(wishes.flatMap(({ drawn, register }) => (drawn === undefined ? [] : [[drawn, register]])))
  const missing = await stores.entries.missing({
    units: [...new Set([...units, ...wishes.map(({ unitId }) => unitId)])],
    people,
    entries: entries.filter(({ id, register }) => drawn.get(id) !== register),
  })
  if (missing.units.length + missing.people.length + missing.entries.length === 0) return
  for (const [index, { unitId, register, values, entry }] of wishes.entries()) {
    if (missing.units.includes(unitId)) throw invalid([{ field: '$unit', message: sentences.noSuchUnit }])
    const definition = registers.get(register)
    const named = references[index]
    if (definition === undefined || named === undefined) continue
    const problems = Object.entries(definition.fields).flatMap(([key, field]): FieldProblem[] => {
      const own = referencesOf({ fields: { [key]: field } }, values as Values)
      const isGone =
        own.units.some((id) => missing.units.includes(id)) ||
        own.people.some((id) => missing.people.includes(id)) ||
        own.entries.some(({ id }) => missing.entries.includes(id) && id !== entry?.id)
      return isGone ? [{ field: key, message: sentences.gone(field.name) }] : []
    })
    if (problems.length > 0) throw invalid(problems)
  }
}

/** A file is what was taken in under its hash, by this person or for this entry, whatever the wish says of it. */
async function knowFiles(
  { stores, actor }: Writing,
  wishes: readonly EntryWish[],
  references: readonly References[],
): Promise<void> {
  const hashes = [...new Set(references.flatMap(({ files }) => files.map(({ sha256 }) => sha256)))]
  const ids = wishes.flatMap(({ entry }) => entry?.id ?? [])
  const known = new Map(
    (await stores.entries.knownFiles(hashes, actor.personId, ids)).map((file) => [file.sha256, file]),
  )
  for (const [index, { files }] of references.entries())
    for (const file of files) {
      const kept = known.get(file.sha256)
      if (kept?.size === file.size && kept.mediaType === file.mediaType) continue
      const field = Object.entries(wishes[index]?.values ?? {}).find(([, value]) =>
        JSON.stringify(value)?.includes(file.sha256),
      )
      throw invalid([{ field: field?.[0] ?? '$files', message: sentences.fileGone(file.name) }])
    }
}

/** Two that stand for some of the same days would count them twice. */
async function refuseOverlap(
  stores: Stores,
  content: EntryContent & { id: number; register: string },
  period: Period,
  others: readonly (EntryContent & { id: number })[],
  wishes: readonly EntryWish[],
): Promise<void> {
  const { id, register, kind, unitId, projectIds } = content
  const beside = others.find(
    (other, index) =>
      other.id < id &&
      wishes[index]?.register === register &&
      other.kind === kind &&
      other.unitId === unitId &&
      other.aggregate !== null &&
      other.aggregate.from <= period.to &&
      other.aggregate.to >= period.from &&
      (projectIds.length === 0 ||
        other.projectIds.length === 0 ||
        other.projectIds.some((one) => projectIds.includes(one))),
  )
  const found =
    beside ??
    (await stores.entries.overlapping(
      { register, kind, unitId },
      period,
      projectIds,
      others.map((other) => other.id),
    ))
  if (found !== null && found !== undefined)
    throw new Refusal('entry.aggregateOverlaps', { title: found.title, field: '$aggregate' })
}

/** @returns entries that are covered, or no longer, and were not written themselves */
async function settleCovers(
  { stores, registers, at }: Writing,
  wishes: readonly EntryWish[],
  befores: readonly (StoredEntry | null)[],
  contents: readonly EntryContent[],
  isChanged: readonly boolean[],
): Promise<number[]> {
  const places: { meeting: Meeting; period: Period }[] = []
  for (const [index, content] of contents.entries()) {
    const register = wishes[index]?.register ?? ''
    if (!isChanged[index] || !registers.get(register)?.aggregates) continue
    for (const state of [befores[index] ?? null, content]) {
      const period =
        state === null ? null : (state.aggregate ?? (state.on === null ? null : { from: state.on, to: state.on }))
      if (state !== null && period !== null)
        places.push({ meeting: { register, kind: state.kind, unitId: state.unitId }, period })
    }
  }
  const settled: number[] = []
  for (const meeting of distinct(places.map((place) => place.meeting))) {
    const periods = places.flatMap((place) => (same(place.meeting, meeting) ? [place.period] : []))
    const days = periods.flatMap(({ from, to }) => [from, to]).sort()
    const [from, to] = [days[0], days.at(-1)]
    // Many days of one import are settled as the one stretch that they lie in.
    const stretch = periods.length > 20 && from !== undefined && to !== undefined ? [{ from, to }] : periods
    settled.push(...(await stores.entries.settleCover(meeting, stretch, at)))
  }
  return settled
}

const keyOf = ({ register, kind, unitId }: Meeting): string => JSON.stringify([register, kind, unitId])
const same = (one: Meeting, other: Meeting): boolean => keyOf(one) === keyOf(other)
/** Each once, in one order: whoever locks them does so in the same. */
const distinct = (meetings: readonly Meeting[]): Meeting[] =>
  [...new Map(meetings.map((meeting) => [keyOf(meeting), meeting]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each)
