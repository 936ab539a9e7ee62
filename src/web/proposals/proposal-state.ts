/** What somebody decided on each proposal, and what would be written of it. Pure; nothing leaves the page before the end. */
import type { Language } from '../../core/proofread/diagnostic.ts'
import { titleOf } from '../../core/registers/title-of.ts'
import type { Answer, Ask } from '../api.ts'
import { type Draft, readDraft } from '../registers/entry-draft.ts'
import type { FieldProblem } from '../registers/field-props.ts'
import type { RegisterView } from '../registers/register-queries.ts'

export type ProposalPage = Answer<'GET /api/imports/:id/entries'>
export type Proposal = ProposalPage['proposals'][number]
export type Wish = Ask<'POST /api/imports/:id/entries'>['body']['entries'][number]

/** `parts`: its places cite the entries that its number is the sum of. */
export type Decision =
  | { act: 'open' | 'accept' | 'skip' | 'parts' }
  /** `adds`: another act, whose numbers are added. */
  | { act: 'merged'; into: string; adds: boolean }
export type Decided = { decision: Decision; draft: Draft }
export type Decisions = Readonly<Record<string, Decided>>
/** For what the text leaves open. */
export type Defaults = { from: string; to: string; unit: Draft['unit'] }

export const begun = ({ kind, unit, values, aggregate, sumOf }: Proposal): Decided => ({
  decision: { act: sumOf.length > 0 ? 'parts' : 'open' },
  draft: {
    kind,
    unit,
    raw: values,
    names: {},
    aggregate: aggregate && { from: aggregate.from ?? '', to: aggregate.to ?? '', totals: aggregate.totals },
  },
})

export type Judged = {
  proposal: Proposal
  decision: Decision
  /** With what was open filled in, and with what was merged into it. */
  draft: Draft
  register: RegisterView
  title: string
  problems: readonly FieldProblem[]
  /** Null while something is wrong with it. */
  wish: Wish | null
  measures: NonNullable<Proposal['places'][number]['measure']>[]
  /** Another accepted aggregate of the same unit, kind and period. */
  overlaps: string | null
}

export function judged(
  proposals: readonly Proposal[],
  decisions: Decisions,
  defaults: Defaults,
  registers: ReadonlyMap<string, RegisterView>,
  language: Language,
  unitMissing: string,
): Judged[] {
  const decisionOf = (proposal: Proposal): Decided => decisions[proposal.key] ?? begun(proposal)
  const all = proposals.flatMap((proposal): Judged[] => {
    const register = registers.get(proposal.register)
    if (register === undefined) return []
    const { decision, draft: own } = decisionOf(proposal)
    const given = proposals.filter((other) => {
      const { decision: theirs } = decisionOf(other)
      return (
        (theirs.act === 'merged' && theirs.into === proposal.key) ||
        (theirs.act === 'parts' && other.sumOf.includes(proposal.key))
      )
    })
    const added = given.filter((other) => {
      const { decision: theirs } = decisionOf(other)
      return theirs.act === 'merged' && theirs.adds
    })
    const draft = filled(own, added, defaults)
    const read = readDraft(register, draft, language, unitMissing)
    const measures = distinct(
      [proposal, ...given].flatMap(({ places }) => places.flatMap(({ measure }) => measure ?? [])),
    )
    const wish = read.written && {
      ...read.written,
      key: proposal.key,
      register: proposal.register,
      measureIds: measures.map(({ id }) => id),
    }
    const title = titleOf(register, draft.kind, wish?.values ?? draft.raw, wish?.aggregate ?? null, draft.names)
    const problems = read.problems ?? []
    return [{ proposal, decision, draft, register, title, problems, wish: wish ?? null, measures, overlaps: null }]
  })
  return all.map((one) => ({ ...one, overlaps: overlapOf(one, all) }))
}

function filled(draft: Draft, added: readonly Proposal[], { from, to, unit }: Defaults): Draft {
  if (draft.aggregate === null) return { ...draft, unit: draft.unit ?? unit }
  const totals: Record<string, unknown> = { ...draft.aggregate.totals }
  for (const { aggregate: other } of added)
    for (const [key, value] of Object.entries(other?.totals ?? {})) totals[key] = Number(totals[key] ?? 0) + value
  const aggregate = { from: draft.aggregate.from || from, to: draft.aggregate.to || to, totals }
  return { ...draft, unit: draft.unit ?? unit, aggregate }
}

const stands = ({ decision, proposal }: Judged): boolean =>
  proposal.entryId === null && (decision.act === 'open' || decision.act === 'accept')

function overlapOf(one: Judged, all: readonly Judged[]): string | null {
  const { aggregate, unitId, kind } = one.wish ?? {}
  if (!aggregate || !stands(one)) return null
  const other = all.find((each) => {
    const theirs = each.wish?.aggregate
    return (
      each !== one &&
      stands(each) &&
      each.proposal.register === one.proposal.register &&
      each.wish?.unitId === unitId &&
      each.wish?.kind === kind &&
      theirs != null &&
      theirs.from <= aggregate.to &&
      aggregate.from <= theirs.to
    )
  })
  return other?.title ?? null
}

/** Accepted, complete, and beside no other of the same period. */
export const ready = ({ wish, overlaps, proposal }: Judged): boolean =>
  wish !== null && overlaps === null && proposal.entryId === null

function distinct<T extends { id: number }>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [record.id, record])).values()]
}
