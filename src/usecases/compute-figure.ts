/** A figure: counted, followed through time, completed while it is typed. */
import type { z } from 'zod'
import { type Actor, seesWhole, sightOf } from '../core/access/policy.ts'
import type { countedSchema, figureSchema } from '../core/api/figures.ts'
import { dayOf } from '../core/deadline/day.ts'
import { addDays } from '../core/deadline/working-days.ts'
import { percentOf, writeAmount } from '../core/figures/amount.ts'
import { definitionOf } from '../core/figures/definition-of.ts'
import { parseFigure } from '../core/figures/parse-figure.ts'
import type { Counting } from '../core/figures/query.ts'
import { isLedgerSubject, type Subject } from '../core/figures/subjects.ts'
import { suggest } from '../core/figures/suggest.ts'
import { writeFigure } from '../core/figures/write-figure.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { type RefusalCode, refusalSentence } from '../core/refusal.ts'
import type { Operator } from './acting.ts'
import { namedFigures } from './named-figures.ts'
import { permit } from './permit.ts'
import type { Come } from './ports/figures.ts'
import type { Visitor } from './ports.ts'
import {
  askedOf,
  countableOf,
  dictionaryOf,
  type FigureAsk,
  refusesRecords,
  type Sources,
  subjectOf,
  understand,
} from './understand-figure.ts'

/** @throws Refusal `figure.…` */
export async function computeFigure(
  outside: Sources,
  who: Visitor | Operator | null,
  ask: FigureAsk,
  language: Language,
): Promise<z.infer<typeof figureSchema>> {
  const wanted = await understand(outside, who, ask, language)
  const { actor, scope, dictionary, query, named } = wanted
  const { count, outOf } = query
  const [part, whole] = await Promise.all([
    outside.data.read.figures.come(scope, askedOf(wanted, count)),
    outof(outOf, (side) => outside.data.read.figures.come(scope, askedOf(wanted, side))),
  ])
  const subject = subjectOf(dictionary, count)
  const recordsRefusal =
    refusesRecords(actor, subject) ?? (outOf && refusesRecords(actor, subjectOf(dictionary, outOf)))
  const opened = { register: { ...subject.name } }
  const answer = (code: RefusalCode | null) => ({
    allowed: code === null,
    reason: code === null ? null : refusalSentence(code, opened, language),
  })
  return {
    text: writeFigure(query, dictionary, language),
    query,
    named,
    count: shownOf(subject, count, part),
    ratio:
      outOf === null || whole === null
        ? null
        : {
            outOf: shownOf(subjectOf(dictionary, outOf), outOf, whole),
            percent: percentOf(part.value, whole.value),
          },
    definition: definitionOf(query, dictionary)[language],
    asOf: query.asOf,
    seen: seenBy(actor, count, subject),
    records: answer(recordsRefusal),
    download: answer(recordsRefusal ?? (subject.register?.openness === 'figure' ? 'figure.numberOnly' : null)),
  }
}

/** At the end of each of the twelve months before, and now. */
export async function figureCourse(outside: Sources, visitor: Visitor | null, ask: FigureAsk, language: Language) {
  const { today } = (await understand(outside, visitor, ask, language)).dictionary
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const firsts = Array.from({ length: 12 }, (_, back) => new Date(Date.UTC(year, month - 12 + back, 1)))
  const ends = firsts.flatMap((first) => {
    const day = dayOf(first.getUTCFullYear(), first.getUTCMonth() + 1, 1)
    return day === null ? [] : [addDays(day, -1)]
  })
  const points = []
  // One after the other: each reads as much as the figure itself.
  for (const day of [...ends, today]) {
    const { count, ratio } = await computeFigure(outside, visitor, { ...ask, asOf: day }, language)
    points.push({ day, value: count.value, shown: count.shown, percent: ratio?.percent ?? null })
  }
  return { points }
}

/** Where else the same is counted. */
export async function figureUses(outside: Sources, visitor: Visitor | null, ask: FigureAsk, language: Language) {
  const { scope, actor, dictionary, query, named } = await understand(outside, visitor, ask, language)
  const [figures, measures] = await Promise.all([
    namedFigures(outside, actor),
    isLedgerSubject(query.count.of) ? [] : outside.data.read.figures.targets(scope, query.count),
  ])
  const counts = (side: Counting | null) => side?.of === query.count.of && side.count === query.count.count
  return {
    figures: figures
      .filter(({ key, query: other }) => key !== named?.key && (counts(other.count) || counts(other.outOf)))
      .filter(({ query: other }) => dictionary.subjects.some(({ key }) => key === other.count.of))
      .map(({ key, name }) => ({ key, name: name[language] })),
    measures,
  }
}

export async function suggestFigure(outside: Sources, visitor: Visitor | null, text: string, language: Language) {
  const actor = permit(visitor, 'figure.read')
  const dictionary = await dictionaryOf(outside, actor)
  const { problem } = parseFigure(text, dictionary)
  return {
    suggestions: suggest(text, dictionary, language).map(({ note, ...each }) => ({ ...each, note: note[language] })),
    problem: problem === null ? null : { ...problem, message: problem.message[language] },
  }
}

const outof = async <T>(side: Counting | null, work: (side: Counting) => Promise<T>): Promise<T | null> =>
  side === null ? null : work(side)

function shownOf(subject: Subject, counting: Counting, come: Come): z.infer<typeof countedSchema> {
  const countable = countableOf(subject, counting)
  return { ...come, kept: countable.kept, shown: writeAmount(come.value, countable), unit: countable.unit }
}

/** Whether others see more of this than the reader does. */
function seenBy(actor: Actor, { inspections }: Counting, { register }: Subject): 'whole' | 'own' {
  const sight = sightOf(actor)
  if (sight.whole === 'all') return 'whole'
  if (register !== null)
    return register.readers === 'everyone' || sight.whole.length > 0 || sight.audiences.some((each) => each < 0)
      ? 'whole'
      : 'own'
  return inspections.length > 0 && inspections.every((inspection) => seesWhole(sight, inspection)) ? 'whole' : 'own'
}
