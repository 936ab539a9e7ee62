/** The records behind a figure, page by page, with what each adds. */
import type { z } from 'zod'
import type { figureRecordSchema } from '../core/api/figures.ts'
import { writeAmount } from '../core/figures/amount.ts'
import { isLedgerSubject, type Subject } from '../core/figures/subjects.ts'
import { writeFigure } from '../core/figures/write-figure.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf } from './permit.ts'
import type { FigureRow } from './ports/figures.ts'
import type { Visitor } from './ports.ts'
import {
  askedOf,
  countableOf,
  type FigureAsk,
  refusesRecords,
  restrictedUnits,
  type Sources,
  subjectOf,
  understand,
} from './understand-figure.ts'

/** @throws Refusal `figure.…`; each reading of a restricted entry is written down */
export async function listFigureRecords(
  outside: Sources,
  visitor: Visitor | null,
  { side, cursor, limit, ...ask }: FigureAsk & { side: 'count' | 'outOf'; cursor?: string | undefined; limit: number },
  language: Language,
) {
  const wanted = await understand(outside, visitor, ask, language)
  const { actor, scope, dictionary, query } = wanted
  const counting = side === 'outOf' ? (query.outOf ?? query.count) : query.count
  const subject = subjectOf(dictionary, counting)
  const refused = refusesRecords(actor, subject)
  if (refused !== null) throw new Refusal(refused, { register: { ...subject.name } })
  const place = cursor === undefined ? null : placeOf(cursor, subject)
  const asked = { ...askedOf(wanted, counting), ofUnits: restrictedUnits(actor, subject) }
  const found = await outside.data.read.figures.rows(scope, asked, place, limit + 1)
  const page = found.slice(0, limit)
  if (subject.register?.readers === 'restricted' && page.length > 0) {
    const event = eventsOf(actor, 'entry.readRestricted', outside.now())
    const read = page.map(({ id }) =>
      event('entry.read', 'entry', id, { after: { figure: writeFigure(query, dictionary, 'zh') } }),
    )
    await outside.data.inTenant(scope, ({ history }) => history.append(read))
  }
  const countable = countableOf(subject, counting)
  const rows = page.map(
    ({ place: _, ...row }): z.infer<typeof figureRecordSchema> => ({
      ...row,
      shown: row.amount === null ? '—' : writeAmount(row.amount, countable),
    }),
  )
  const value = sumOf(page)
  return {
    of: subject.key,
    rows,
    sum: { value, shown: writeAmount(value, countable), unit: countable.unit },
    nextCursor: found.length > limit ? (page.at(-1)?.place ?? null) : null,
  }
}

/** Exact: in thousandths, which amounts have at most. */
const sumOf = (rows: readonly FigureRow[]): number =>
  Number(
    rows.reduce(
      (sum, { amount, part }) => (part === 'covered' ? sum : sum + BigInt(Math.round((amount ?? 0) * 1000))),
      0n,
    ),
  ) / 1000

/** @throws Refusal `request.invalid` */
function placeOf(cursor: string, subject: Subject): string {
  if (!isLedgerSubject(subject.key) && !/^(?:-infinity|\d{4}-\d{2}-\d{2})\/\d{1,15}$/.test(cursor))
    throw new Refusal('request.invalid', { field: 'cursor', problem: cursor })
  return cursor
}
