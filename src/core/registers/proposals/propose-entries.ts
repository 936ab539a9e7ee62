/**
 * Entries that a notice reports: meetings, studies, trainings, rules, checks, patrols, plantings … each with the places that say
 * so. The same act under several findings is one proposal. Nothing is made up: what the text does not say stays empty, and
 * numbers that are not exact (300 余人) stay out. A person decides what is entered.
 */
import type { Day } from '../../deadline/day.ts'
import type { DateMention, DocumentMention, Notice, Quantity } from '../../notice/notice.ts'
import type { Span } from '../../notice/span.ts'
import { type ActClause, actClausesOf, actKey, sameAct, sameSubject } from '../../proofread/act-clause.ts'
import { clausesOf, dealt, type Node, sentencesOf, spanOf } from '../../proofread/pieces.ts'
import type { Register } from '../definition.ts'
import { shippedRegisters } from '../registers.ts'
import { type ActWords, actWords, kindIn } from './act-words.ts'
import { actIn } from './propose-counted.ts'

export type ProposalPlace = {
  /** Indexes in `notice.findings` and in that finding's `measures`. */
  findingIndex: number
  measureIndex: number
  span: Span
  text: string
}
export type Proposal = {
  /** By the first place: the same text gives the same keys. */
  key: string
  register: string
  kind: string | null
  /** As `readValues` reads them. */
  values: Record<string, string | number | readonly string[]>
  /** The act stands for several; days that the text does not give are null. */
  aggregate: { from: Day | null; to: Day | null; totals: Record<string, number> } | null
  /** Who did it, as the text names them. */
  unit: string | null
  /** Where each field, count (`count:times`) or period (`period`) was read. */
  spans: Record<string, Span>
  places: ProposalPlace[]
  /** Proposals that its number seems to be the sum of (27 + 1186 = 1213): entered beside them it would count twice. */
  sumOf: string[]
}

type Found = Proposal & { clause: ActClause }

/** In the order of the text. */
export function proposeEntries(notice: Notice): Proposal[] {
  const found = candidatesOf(notice)
  const kept: Found[] = []
  for (const one of found) {
    const same = kept.find((other) => isSame(one, other))
    if (same === undefined) kept.push(one)
    else merge(same, one)
  }
  return kept.map(({ clause: _, ...proposal }) => ({ ...proposal, sumOf: partsOf(proposal, kept) }))
}

/** The proposals of the same register, at least two, whose numbers together are the number of this one. */
function partsOf({ key, register, aggregate }: Proposal, all: readonly Proposal[]): string[] {
  const [total, ...more] = Object.entries(aggregate?.totals ?? {})
  if (total === undefined || more.length > 0) return []
  const [count, sum] = total
  const parts = all.flatMap((other) => {
    const part = other.key === key || other.register !== register ? undefined : other.aggregate?.totals[count]
    return part !== undefined && part < sum ? [{ key: other.key, part }] : []
  })
  for (const [index, one] of parts.entries()) {
    const rest = parts.slice(index + 1).find(({ part }) => part + one.part === sum)
    if (rest !== undefined) return [one.key, rest.key]
  }
  const whole = parts.reduce((together, { part }) => together + part, 0)
  return parts.length > 2 && whole === sum ? parts.map(({ key: part }) => part) : []
}

/** One act told twice: the same register and kind, nothing counted differently, and words that say the same. */
function isSame(one: Found, other: Found): boolean {
  if (one.register !== other.register) return false
  if (one.register === 'regulation') return one.kind === other.kind && titleKey(one) === titleKey(other)
  if (one.kind !== null && other.kind !== null && one.kind !== other.kind) return false
  const [counts, otherCounts] = [countsIn(one), countsIn(other)]
  const agree = Object.entries(counts).every(([key, value]) => (otherCounts[key] ?? value) === value)
  if (!agree || Object.keys(counts).every((key) => otherCounts[key] === undefined)) return false
  const within = one.places[0]?.findingIndex === other.places[0]?.findingIndex
  return !within && sameSubject(one.clause.subject, other.clause.subject) && sameAct(one.clause, other.clause)
}

const titleKey = ({ values }: Proposal): string => actKey(String(values.title ?? ''))

const countsIn = ({ aggregate, values }: Proposal): Record<string, number> => {
  if (aggregate !== null) return aggregate.totals
  const counted = Object.entries(values).filter((each): each is [string, number] => typeof each[1] === 'number')
  return { times: 1, ...Object.fromEntries(counted) }
}

/** What one place leaves open another may say. */
function merge(into: Found, other: Found): void {
  into.places.push(...other.places.filter(({ span }) => !into.places.some((place) => sameSpan(place.span, span))))
  into.kind ??= other.kind
  into.unit ??= other.unit
  into.values = { ...other.values, ...into.values }
  into.spans = { ...other.spans, ...into.spans }
  if (into.aggregate === null || other.aggregate === null) return
  into.aggregate = {
    from: into.aggregate.from ?? other.aggregate.from,
    to: into.aggregate.to ?? other.aggregate.to,
    totals: { ...other.aggregate.totals, ...into.aggregate.totals },
  }
}

const sameSpan = (one: Span, other: Span): boolean => one.line === other.line && one.column === other.column

// What is to be done, or done again and again, was not yet done.
const ahead =
  /每(?:个?季|半?年|个?月|周|两)|拟(?!定)|计划(?!书)|将(?:要|于|继续)|今后|下一步|力争|不少于|至少|持续开展|定期/

type Clause = {
  node: Node
  act: ActClause
  quantities: readonly Quantity[]
  documents: readonly DocumentMention[]
  dates: readonly DateMention[]
}

function candidatesOf(notice: Notice): Found[] {
  const acts = actClausesOf(notice)
  let next = 0
  const found: Found[] = []
  for (const [findingIndex, finding] of notice.findings.entries()) {
    for (const [measureIndex, measure] of finding.measures.entries()) {
      const nodes = clausesOf(measure)
      const quantities = dealt(nodes, measure.quantities)
      const documents = dealt(nodes, measure.documents)
      const dates = dealt(nodes, measure.dates)
      const clauses = nodes.flatMap((node, index): Clause[] => {
        const act = acts[next++]
        const facts = {
          quantities: quantities[index] ?? [],
          documents: documents[index] ?? [],
          dates: dates[index] ?? [],
        }
        return act === undefined ? [] : [{ node, act, ...facts }]
      })
      const sentences = dealt(sentencesOf(measure), nodes).map((list) => new Set(list.map(placeKey)))
      for (const own of sentences)
        found.push(
          ...inSentence(
            clauses.filter(({ node }) => own.has(placeKey(node))),
            { findingIndex, measureIndex },
          ),
        )
    }
  }
  return found
}

const placeKey = ({ line, column }: Span): string => `${line}.${column}`

type At = Pick<ProposalPlace, 'findingIndex' | 'measureIndex'>

/** An act goes on in the clauses after it, as long as they count something of it. */
function inSentence(clauses: readonly Clause[], at: At): Found[] {
  const found: Found[] = []
  let current: { proposal: Found; words: ActWords } | null = null
  let dates: readonly DateMention[] = []
  let isAhead = false
  for (const clause of clauses) {
    if (clause.dates.length > 0) dates = clause.dates
    isAhead ||= ahead.test(clause.node.text)
    if (isAhead) continue
    found.push(...rulesIn(clause, at, dates))
    const begun = actOf(clause, at, dates)
    if (begun !== null) {
      current = begun
      found.push(begun.proposal)
    } else if (current !== null) goOn(current, clause)
  }
  return found
}

const ruleKinds: Partial<Record<DocumentMention['verb'], string>> = {
  made: 'made',
  issued: 'made',
  revised: 'revised',
  repealed: 'repealed',
}

function rulesIn(clause: Clause, at: At, dates: readonly DateMention[]): Found[] {
  return clause.documents.flatMap((document) => {
    const kind = ruleKinds[document.verb]
    if (kind === undefined) return []
    const day = dayIn(dates)
    const values = { title: document.title, ...(day && { on: day.from }) }
    const spans = { title: spanOf(document), ...(day && { on: day.span }) }
    return [{ ...begin('regulation', clause, at, document), kind, values, spans, aggregate: null }]
  })
}

/** An act of its own: its number is in the unit of its register, or it is one meeting that was held. */
function actOf(clause: Clause, at: At, dates: readonly DateMention[]): { proposal: Found; words: ActWords } | null {
  const text = clause.node.text
  for (const quantity of clause.quantities) {
    const actOfUnit = (words: string) => actIn(words, quantity.unit, shippedRegisters)
    const words = actOfUnit(`${quantity.verb ?? ''}${quantity.noun ?? ''}`) ?? actOfUnit(text)
    if (words === null || words.register === 'regulation' || quantity.approximate) continue
    const proposal = counted(words, quantity, clause, at, dates)
    if (proposal === null) continue
    goOn({ proposal, words }, { ...clause, quantities: clause.quantities.filter((other) => other !== quantity) })
    return { proposal, words }
  }
  const held = actWords.find(({ register, words }) => register === 'meeting' && words.test(text))
  if (held === undefined || clause.quantities.length > 0 || !/(?:召开|举行|召集)/.test(text)) return null
  const day = dayIn(dates)
  const values = { topic: text.slice(0, 300), ...(day && { on: day.from }) }
  const spans = { topic: spanOf(clause.node), ...(day && { on: day.span }) }
  const proposal = {
    ...begin('meeting', clause, at, clause.node),
    kind: kindIn(held, text),
    values,
    spans,
    aggregate: null,
  }
  return { proposal, words: held }
}

function counted(
  words: ActWords,
  quantity: Quantity,
  clause: Clause,
  at: At,
  dates: readonly DateMention[],
): Found | null {
  const register: Register = shippedRegisters[words.register]
  const count = register.counts[words.counted]
  // What is worked out from other fields cannot be entered.
  if (count === undefined || register.fields[count.of]?.type === 'computed') return null
  const text = clause.node.text
  const begun = { ...begin(words.register, clause, at, quantity), kind: kindIn(words, text) }
  const documents = clause.documents.filter(({ verb }) => verb === 'studied').map(({ title }) => title)
  const values: Proposal['values'] = {
    ...(words.subject && { [words.subject]: text.slice(0, 200) }),
    ...(documents.length > 0 && words.register === 'study' && { documents }),
  }
  const spans: Proposal['spans'] = { ...(words.subject && { [words.subject]: spanOf(clause.node) }) }
  const day = dayIn(dates)
  const isOne = count.of === 'entries' && quantity.value === 1
  if (isOne || (count.of !== 'entries' && (day !== null || !register.aggregates))) {
    const field = count.of === 'entries' ? {} : { [count.of]: `${quantity.value}${quantity.unit}` }
    const dated = day && register.dateField !== null ? { [register.dateField]: day.from } : {}
    const read = count.of === 'entries' ? {} : { [count.of]: spanOf(quantity) }
    const whenRead = day && register.dateField !== null ? { [register.dateField]: day.span } : {}
    return {
      ...begun,
      values: { ...values, ...dated, ...field },
      spans: { ...spans, ...read, ...whenRead },
      aggregate: null,
    }
  }
  // One entry cannot stand for several of these; which they were, the text does not say.
  if (!register.aggregates) return null
  const period = dates.find(({ from, to }) => from !== null && to !== null)
  return {
    ...begun,
    values,
    spans: { ...spans, [`count:${words.counted}`]: spanOf(quantity), ...(period && { period: spanOf(period) }) },
    aggregate: { from: period?.from ?? null, to: period?.to ?? null, totals: { [words.counted]: quantity.value } },
  }
}

/** `发现问题6个，制止6个` after a patrol. */
function goOn({ proposal, words }: { proposal: Found; words: ActWords }, clause: Clause): void {
  const register: Register = shippedRegisters[words.register]
  for (const quantity of clause.quantities) {
    if (quantity.approximate) continue
    const said = `${quantity.verb ?? ''}${quantity.noun ?? ''}`
    const more = words.more?.find(([pattern]) =>
      pattern.test(said === '' ? clause.node.text : `${said}${quantity.unit}`),
    )
    const count = more && register.counts[more[1]]
    if (more === undefined || count === undefined) continue
    const [, key] = more
    if (proposal.aggregate !== null) {
      if (proposal.aggregate.totals[key] !== undefined) continue
      proposal.aggregate.totals[key] = quantity.value
      proposal.spans[`count:${key}`] = spanOf(quantity)
    } else if (proposal.values[count.of] === undefined && count.of !== 'entries') {
      proposal.values[count.of] = quantity.value
      proposal.spans[count.of] = spanOf(quantity)
    }
  }
}

function begin(register: string, clause: Clause, at: At, node: Span): Omit<Found, 'values' | 'spans' | 'aggregate'> {
  const place = { ...at, span: spanOf(clause.node), text: clause.node.text }
  return {
    key: `${at.findingIndex + 1}.${at.measureIndex + 1}/${node.line}.${node.column}`,
    register,
    kind: null,
    unit: clause.act.subject,
    places: [place],
    sumOf: [],
    clause: clause.act,
  }
}

function dayIn(dates: readonly DateMention[]): { from: Day; span: Span } | null {
  const day = dates.find(({ precision, from }) => precision === 'day' && from !== null)
  return day?.from ? { from: day.from, span: spanOf(day) } : null
}
