/** Figures from the tally: whole months added up, and what hangs over at both ends of the period read entry by entry. */
import { type Day, dayOf } from '../../core/deadline/day.ts'
import type { Asked } from '../../usecases/ports/figures.ts'
import type { Scope, Statement } from './database.ts'
import { below, conditionsOn, countableOf, isCited, ownUnits } from './figure-entries.ts'
import { statement } from './statement.ts'

/** The tally knows units, kinds and months of entries as they stand. */
export const isTallied = ({ counting, before, ofUnits }: Asked): boolean =>
  before === null &&
  ofUnits === null &&
  counting.projects.length === 0 &&
  Object.keys(counting.where).length === 0 &&
  !isCited(counting)

export type Tallied = {
  value: string
  singles: number
  aggregates: number
  covered: number
  entries: number
}

/** To be asked only where no aggregate reaches over an edge of the period: a single entry within one counts then. */
export function talliedStatement(scope: Scope, asked: Asked): Statement<Tallied> {
  const { counting, subject } = asked
  const builder = statement('figure-tally')
  const count = `${builder.value(counting.count)}::text`
  const { whole, edges } = splitPeriod(counting.period)
  const parts: string[] = []
  if (whole !== null) {
    const tenant = `${builder.value(scope.tenantId)}::bigint`
    const conditions = [
      `tally.tenant_id = ${tenant}`,
      `tally.register = ${builder.value(subject.key)}::text`,
      `tally.counted in (${count}, '')`,
    ]
    for (const kinds of [counting.kinds, countableOf(asked)?.kinds ?? []])
      if (kinds.length > 0) conditions.push(`tally.kind = any (${builder.value(kinds)}::text[])`)
    const own = subject.register?.readers === 'everyone' ? null : ownUnits(scope.sight)
    if (own !== null) conditions.push(`tally.unit_id = any (${builder.value(own)}::bigint[])`)
    if (counting.units.length > 0) conditions.push(`tally.unit_id = any (${below(builder, tenant, counting.units)})`)
    if (whole.from !== null) conditions.push(`tally.month >= ${builder.value(whole.from)}::date`)
    if (whole.to !== null) conditions.push(`tally.month <= ${builder.value(whole.to)}::date`)
    // Entries without a day are in no period.
    if (whole.from === null && whole.to !== null) conditions.push("tally.month > '-infinity'")
    parts.push(`select coalesce(sum(single_sum + aggregate_sum) filter (where counted <> ''), 0) as value,
        coalesce(sum(singles) filter (where counted <> ''), 0) as singles,
        coalesce(sum(aggregates) filter (where counted <> ''), 0) as aggregates,
        coalesce(sum(covered) filter (where counted = ''), 0) as covered,
        coalesce(sum(singles + aggregates) filter (where counted = ''), 0) as entries
      from entry_tally tally where ${conditions.join(' and ')}`)
  }
  if (edges.length > 0) {
    const on = conditionsOn(builder, scope, asked)
    for (const { from, to } of edges)
      parts.push(`select coalesce(sum(amount) filter (where counts), 0) as value,
          count(amount) filter (where counts and single) as singles, count(amount) filter (where not single) as aggregates,
          count(*) filter (where not counts) as covered, count(*) filter (where counts) as entries
        from (select (e.counts ->> ${count})::numeric as amount, e.covered_by is null as counts,
            e.aggregate_from is null as single
          from entry e where ${on('e')} and e.on_key between ${builder.value(from)}::date and ${builder.value(to)}::date
        ) edge`)
  }
  const { text, values } = builder.build(`
    select sum(value)::text as value, sum(singles)::bigint as singles, sum(aggregates)::bigint as aggregates,
      sum(covered)::bigint as covered, sum(entries)::bigint as entries
    from (${parts.join(' union all ')}) part`)
  return { text, values }
}

type Edge = { from: Day; to: Day }
type Bounds = { from: Day | null; to: Day | null }

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const parts = (day: Day): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8)),
]
const dayIn = (year: number, month: number, date: number): Day => {
  // Months count on over the end of a year.
  const found = dayOf(year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1, date)
  if (found === null) throw new RangeError(`no such day: ${year}-${month}-${date}`)
  return found
}

/** First days of the whole months in a period, and the stretches of days that are left. */
export function splitPeriod(period: Bounds | null): { whole: Bounds | null; edges: Edge[] } {
  if (period === null) return { whole: { from: null, to: null }, edges: [] }
  const { from, to } = period
  const [fromYear, fromMonth, fromDate] = from === null ? [0, 0, 1] : parts(from)
  const [toYear, toMonth, toDate] = to === null ? [0, 0, 0] : parts(to)
  const endsMonth = to === null || toDate === lastDay(toYear, toMonth)
  if (from !== null && to !== null && fromYear === toYear && fromMonth === toMonth && (fromDate > 1 || !endsMonth))
    return { whole: null, edges: [{ from, to }] }
  const edges: Edge[] = []
  const first = from === null ? null : fromDate === 1 ? from : dayIn(fromYear, fromMonth + 1, 1)
  if (from !== null && fromDate > 1) edges.push({ from, to: dayIn(fromYear, fromMonth, lastDay(fromYear, fromMonth)) })
  const last = to === null ? null : endsMonth ? dayIn(toYear, toMonth, 1) : dayIn(toYear, toMonth - 1, 1)
  if (to !== null && !endsMonth) edges.push({ from: dayIn(toYear, toMonth, 1), to })
  const whole = first !== null && last !== null && first > last ? null : { from: first, to: last }
  return { whole, edges }
}
