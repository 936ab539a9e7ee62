/**
 * Figures over registers. An aggregate belongs to a period when the whole of its own does; a single entry within an aggregate
 * that counts adds nothing, and one whose aggregate does not count (it reaches over the edge, or is filtered out) stands
 * for itself.
 */
import type { Sight } from '../../core/access/policy.ts'
import type { Counting } from '../../core/figures/query.ts'
import type { Countable } from '../../core/figures/subjects.ts'
import type { Asked } from '../../usecases/ports/figures.ts'
import type { Scope, Statement } from './database.ts'
import { statement } from './statement.ts'

export type Builder = ReturnType<typeof statement>

/** Units of which alone this reader sees entries; null where the wall lets more through. */
export const ownUnits = ({ whole, audiences }: Sight): readonly number[] | null =>
  whole !== 'all' && whole.length === 0 && !audiences.some((audience) => audience < 0) ? audiences : null

export const isCited = ({ findings, inspections }: Counting): boolean => findings.length > 0 || inspections.length > 0

/** Which count it is; one that is not known counts nothing. */
export const countableOf = ({ subject, counting }: Asked): Countable | null => subject.counts[counting.count] ?? null

/** Units with those below them. */
export const below = (builder: Builder, tenant: string, units: readonly number[]): string =>
  `array(select lower.unit_id from unit upper join unit lower on lower.tenant_id = upper.tenant_id
      and lower.path like upper.path || '%'
    where upper.tenant_id = ${tenant} and upper.unit_id = any (${builder.value(units)}::bigint[]))`

/** What makes an entry one of those asked for, but for the period. Said of an alias, because aggregates are asked as well. */
export function conditionsOn(builder: Builder, scope: Scope, asked: Asked): (alias: string) => string {
  const { counting, subject, before, ofUnits } = asked
  const value = (given: unknown) => builder.value(given)
  const tenant = `${value(scope.tenantId)}::bigint`
  const register = `${value(subject.key)}::text`
  const conditions: ((alias: string) => string)[] = [
    (e) => `${e}.tenant_id = ${tenant} and ${e}.register = ${register}`,
  ]
  const add = (condition: (alias: string) => string) => conditions.push(condition)
  if (before === null) add((e) => `${e}.withdrawn_at is null`)
  else {
    const at = `${value(before)}::timestamptz`
    add((e) => `not ${e}.withdrawn and ${e}.from_at < ${at} and (${e}.until_at is null or ${e}.until_at >= ${at})`)
  }
  for (const kinds of [counting.kinds, countableOf(asked)?.kinds ?? []]) {
    if (kinds.length === 0) continue
    const list = `${value(kinds)}::text[]`
    add((e) => `${e}.kind = any (${list})`)
  }
  // The wall says the same; said here, an index serves it.
  const own = subject.register?.readers === 'everyone' ? null : ownUnits(scope.sight)
  for (const units of [own, ofUnits]) {
    if (units === null) continue
    const list = `${value(units)}::bigint[]`
    add((e) => `${e}.unit_id = any (${list})`)
  }
  if (counting.units.length > 0) {
    const list = below(builder, tenant, counting.units)
    add((e) => `${e}.unit_id = any (${list})`)
  }
  if (counting.projects.length > 0) {
    const list = `${value(counting.projects)}::bigint[]`
    add((e) => `${e}.project_ids && ${list}`)
  }
  for (const [field, values] of Object.entries(counting.where)) {
    const [name, list] = [`${value(field)}::text`, `${value(values)}::text[]`]
    add((e) => `${e}.fields ->> ${name} = any (${list})`)
  }
  if (isCited(counting)) {
    const citing = citingSql(builder, tenant, asked)
    add((e) => `${e}.entry_id in (${citing})`)
  }
  return (alias) => conditions.map((condition) => condition(alias)).join(' and ')
}

/** Numbers of the findings that a measure answers: they stand in a list of their own where there are several. */
export const answered = (number: string, several: string): string =>
  `case when cardinality(${several}) > 0 then ${several} else array[regexp_replace(${number}, '-\\d+$', '')] end`

/** Entries that a finding or a measure which answers it cites, each once however often it is cited. */
function citingSql(builder: Builder, tenant: string, { counting, before }: Asked): string {
  const at = before === null ? null : `${builder.value(before)}::timestamptz`
  const cited =
    at === null
      ? 'citation.withdrawn_at is null'
      : `citation.cited_at < ${at} and (citation.withdrawn_at is null or citation.withdrawn_at >= ${at})`
  const inspections = counting.inspections.length === 0 ? null : `${builder.value(counting.inspections)}::bigint[]`
  const ofInspection = (record: string) =>
    inspections === null ? '' : `and ${record}.inspection_id = any (${inspections})`
  const numbers = counting.findings.length === 0 ? null : `${builder.value(counting.findings)}::text[]`
  const ofFinding = numbers === null ? '' : `and finding.number = any (${numbers})`
  const ofMeasure = numbers === null ? '' : `and ${answered('measure.number', 'measure.finding_numbers')} && ${numbers}`
  return `select citation.entry_id from citation
      join finding on finding.tenant_id = ${tenant} and finding.finding_id = citation.record_id
      where citation.tenant_id = ${tenant} and citation.record_kind = 'finding' and ${cited}
        ${ofFinding} ${ofInspection('finding')}
    union all select citation.entry_id from citation
      join measure on measure.tenant_id = ${tenant} and measure.measure_id = citation.record_id
      where citation.tenant_id = ${tenant} and citation.record_kind = 'measure' and ${cited}
        ${ofMeasure} ${ofInspection('measure')}`
}

/** Days of the period, and for an aggregate the whole of its own. What has no day is in none. */
export function insideOf(builder: Builder, { counting: { period }, before }: Asked): (alias: string) => string {
  const { from, to } = period ?? { from: null, to: null }
  const first = from === null ? null : `${builder.value(from)}::date`
  const last = to === null ? null : `${builder.value(to)}::date`
  // Entries as they were have no key by which they are ordered.
  const day = (e: string) => (before === null ? `${e}.on_key` : `${e}.on_day`)
  return (e) =>
    [
      ...(first === null
        ? []
        : [`${day(e)} >= ${first}`, `(${e}.aggregate_from is null or ${e}.aggregate_from >= ${first})`]),
      ...(last === null ? [] : [`${day(e)} <= ${last}`]),
      ...(first === null && last !== null ? [`${e}.on_day is not null`] : []),
    ]
      .map((condition) => ` and ${condition}`)
      .join('')
}

/** Entries asked for, each with whether it counts (`held.entry_id` is null for those that do). */
export function entriesSql(builder: Builder, scope: Scope, asked: Asked) {
  const table = asked.before === null ? 'entry' : 'entry_state'
  const [on, inside] = [conditionsOn(builder, scope, asked), insideOf(builder, asked)]
  return {
    from: `${table} e left join ${table} held on held.entry_id = e.covered_by and ${on('held')}${inside('held')}`,
    where: `${on('e')}${inside('e')}`,
    amount: `(e.counts ->> ${builder.value(asked.counting.count)}::text)::numeric`,
  }
}

type Totals = {
  value: string
  singles: number
  aggregates: number
  covered: number
  unknown: number
}

export function scannedStatement(scope: Scope, asked: Asked): Statement<Totals> {
  const builder = statement('figure')
  const { from, where, amount } = entriesSql(builder, scope, asked)
  const { text, values } = builder.build(`
    select coalesce(sum(amount) filter (where counts), 0)::text as value,
      count(*) filter (where counts and single and amount is not null) as singles,
      count(*) filter (where not single and amount is not null) as aggregates,
      count(*) filter (where not counts) as covered,
      count(*) filter (where counts and amount is null) as unknown
    from (select ${amount} as amount, held.entry_id is null as counts, e.aggregate_from is null as single
      from ${from} where ${where}) entry`)
  // Without a name: how many rows there are decides the way.
  return { text, values }
}

/** Aggregates that reach over an edge of the period, and entries without a day. */
export function edgesStatement(scope: Scope, asked: Asked): Statement<{ cut: number; undated: number }> {
  const builder = statement('figure-edges')
  const on = conditionsOn(builder, scope, asked)
  const inside = insideOf(builder, asked)
  const table = asked.before === null ? 'entry' : 'entry_state'
  const { from, to } = asked.counting.period ?? { from: null, to: null }
  const overlaps = [
    ...(from === null ? [] : [`e.on_day >= ${builder.value(from)}::date`]),
    ...(to === null ? [] : [`e.aggregate_from <= ${builder.value(to)}::date`]),
  ]
  const { text, values } = builder.build(`
    select (select count(*) from ${table} e where e.aggregate_from is not null and ${on('e')}
        and ${overlaps.join(' and ')} and not (true${inside('e')})) as cut,
      (select count(*) from ${table} e where ${asked.before === null ? "e.on_key = '-infinity'" : 'e.on_day is null'} and ${on('e')}) as undated`)
  return { text, values }
}
