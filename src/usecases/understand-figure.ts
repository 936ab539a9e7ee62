/** What somebody asks to have counted, as a query that he may ask: by name, as a text, or as it is kept. */
import type { z } from 'zod'
import { type Actor, audiencesOf, may, sightOf } from '../core/access/policy.ts'
import type { figureAskSchema, figureSchema } from '../core/api/figures.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Day } from '../core/deadline/day.ts'
import { addDays } from '../core/deadline/working-days.ts'
import type { Dictionary } from '../core/figures/dictionary.ts'
import { parseFigure } from '../core/figures/parse-figure.ts'
import { type Counting, type FigureQuery, figureQuerySchema } from '../core/figures/query.ts'
import { type Countable, isLedgerSubject, type Subject } from '../core/figures/subjects.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import type { Operator } from './acting.ts'
import { namedFigures } from './named-figures.ts'
import { permit } from './permit.ts'
import type { Asked } from './ports/figures.ts'
import type { Outside, Scope, Visitor } from './ports.ts'

export type FigureAsk = z.infer<typeof figureAskSchema>
export type Sources = Pick<Outside, 'data' | 'now'>

const scopeOf = (actor: Actor): Scope => ({ tenantId: actor.tenantId, sight: sightOf(actor) })

export async function dictionaryOf({ data, now }: Sources, actor: Actor): Promise<Dictionary> {
  return { ...(await data.read.figures.dictionary(scopeOf(actor))), today: chinaDay(now()) }
}

export type Wanted = {
  actor: Actor
  scope: Scope
  dictionary: Dictionary
  query: FigureQuery
  named: z.infer<typeof figureSchema>['named']
}

/** The operator at the server has the database anyway: he counts as the office does. */
const operatorOf = (tenantId: number): Actor => ({
  tenantId,
  personId: 0,
  assignments: [{ role: 'office', unitId: null, inspectionId: null }],
  subordinateIds: new Map(),
})

/** @throws Refusal `figure.…` */
export async function understand(
  outside: Sources,
  who: Visitor | Operator | null,
  ask: FigureAsk,
  language: Language,
): Promise<Wanted> {
  const actor = who !== null && 'operatorOf' in who ? operatorOf(who.operatorOf) : permit(who, 'figure.read')
  const dictionary = await dictionaryOf(outside, actor)
  const { query: asked, named } = await queryOf(outside, actor, dictionary, ask, language)
  const within = (side: Counting): Counting =>
    ask.inspection !== undefined && side.inspections.length === 0 && isLedgerSubject(side.of)
      ? { ...side, inspections: [ask.inspection] }
      : side
  const query: FigureQuery = {
    count: within(asked.count),
    outOf: asked.outOf === null ? null : within(asked.outOf),
    asOf: ask.asOf ?? asked.asOf,
  }
  for (const side of [query.count, query.outOf]) if (side !== null) permitCounting(actor, dictionary, side, query.asOf)
  return { actor, scope: scopeOf(actor), dictionary, query, named }
}

async function queryOf(
  outside: Sources,
  actor: Actor,
  dictionary: Dictionary,
  { name, text, query }: FigureAsk,
  language: Language,
): Promise<Pick<Wanted, 'query' | 'named'>> {
  if (name !== undefined) {
    const found = (await namedFigures(outside, actor)).find(({ key }) => key === name)
    if (found === undefined) throw new Refusal('figure.unknownName', { name })
    return { query: found.query, named: { key: name, version: found.version, name: found.name[language] } }
  }
  if (query !== undefined) return { query: readQuery(query), named: null }
  return { query: readText(text ?? '', dictionary), named: null }
}

function readQuery(json: string): FigureQuery {
  try {
    return figureQuerySchema.parse(JSON.parse(json))
  } catch {
    throw new Refusal('request.invalid', { field: 'query', problem: 'not a figure' })
  }
}

/** @throws Refusal `figure.notUnderstood` naming the word */
export function readText(text: string, dictionary: Dictionary): FigureQuery {
  const { query, problem } = parseFigure(text, dictionary)
  if (problem !== null)
    throw new Refusal('figure.notUnderstood', { word: problem.word || text, problem: problem.message, field: 'text' })
  return query
}

/** @throws Refusal `figure.unknownRegister` */
export function subjectOf(dictionary: Dictionary, { of, count }: Counting): Subject {
  const subject = dictionary.subjects.find(({ key }) => key === of)
  if (subject === undefined || subject.counts[count] === undefined)
    throw new Refusal('figure.unknownRegister', { of: subject === undefined ? of : `${of} ${count}` })
  return subject
}

function permitCounting(actor: Actor, dictionary: Dictionary, counting: Counting, asOf: Day | null): void {
  const subject = subjectOf(dictionary, counting)
  if (counting.where.light !== undefined && subject.key === 'measure' && asOf !== null && asOf < dictionary.today)
    throw new Refusal('figure.noPastLight')
  const isPersonal = Object.keys(counting.where).some(
    (field) => subject.filters[field]?.restricted || subject.register?.readers === 'restricted',
  )
  // Whoever sees more than the units that he keeps does not slice their personal entries.
  if (isPersonal && !ownSightOnly(actor) && !readsAllRestricted(actor))
    throw new Refusal('figure.restrictedField', { register: { ...subject.name } })
}

const readsAllRestricted = (actor: Actor): boolean =>
  may(actor, 'entry.readRestricted', { inspectionId: null, audiences: [] }).allowed
const keptUnits = (actor: Actor): number[] => audiencesOf(actor, null, ['officer', 'unitHead'])
const ownSightOnly = (actor: Actor): boolean => {
  const { whole, audiences } = sightOf(actor)
  const kept = keptUnits(actor)
  return whole !== 'all' && whole.length === 0 && kept.length > 0 && audiences.every((each) => kept.includes(each))
}

export const refusesRecords = (actor: Actor, { register }: Subject): 'figure.restrictedRecords' | null =>
  register?.readers === 'restricted' && !readsAllRestricted(actor) && keptUnits(actor).length === 0
    ? 'figure.restrictedRecords'
    : null

/** Of a restricted register the entries of the units that the reader keeps it for. */
export const restrictedUnits = (actor: Actor, { register }: Subject): number[] | null =>
  register?.readers === 'restricted' && !readsAllRestricted(actor) ? keptUnits(actor) : null

/** A day that is not over yet is now. */
export function askedOf({ dictionary, query: { asOf } }: Wanted, counting: Counting): Asked {
  const before = asOf === null || asOf >= dictionary.today ? null : new Date(`${addDays(asOf, 1)}T00:00:00+08:00`)
  return { counting, subject: subjectOf(dictionary, counting), before, ofUnits: null }
}

/** Which of its counts. */
export const countableOf = (subject: Subject, { of, count }: Counting): Countable => {
  const countable = subject.counts[count]
  if (countable === undefined) throw new Refusal('figure.unknownRegister', { of: `${of} ${count}` })
  return countable
}
