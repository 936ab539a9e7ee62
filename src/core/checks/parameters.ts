/**
 * Which value a rule has on a day and at a place. Shipped values have dates (the tender thresholds of 2018 say nothing about
 * a contract of 2017); a local rule takes their place from its first to its last day, and says where it comes from.
 */
import type { Day } from '../deadline/day.ts'
import type { Check, Parameter, ParametersOn } from './check.ts'

/** A local rule: another value for one parameter of one check. */
export type ParameterOverride = {
  readonly checkId: string
  readonly parameter: string
  /** The unit for whose projects it holds; null for the whole district. */
  readonly unitId: number | null
  readonly from: Day | null
  readonly to: Day | null
  readonly value: number
  /** Document and article, as people quote it. */
  readonly source: string
  /** Counts the changes of this rule, so that a result can say which it was judged by. */
  readonly version: number
}

type Shipped = Readonly<Record<string, Parameter>>

/** The value shipped for a day; the one of today for no day. Before the first value: the first. */
export function shippedValue(parameter: Parameter, day: Day | null): number {
  let value = parameter.values[0]?.value ?? 0
  for (const dated of parameter.values) {
    if (day === null || dated.from === null || dated.from <= day) value = dated.value
  }
  return value
}

const holdsOn = ({ from, to }: ParameterOverride, day: Day): boolean =>
  (from === null || from <= day) && (to === null || day <= to)

/** The local rule that takes the place of a shipped value: that of the unit before that of the district, the latest first. */
export function overrideOn(
  checkId: string,
  parameter: string,
  overrides: readonly ParameterOverride[],
  unitId: number | null,
  day: Day,
): ParameterOverride | null {
  const rank = (rule: ParameterOverride): readonly (string | number)[] => [
    rule.unitId === null ? 0 : 1,
    rule.from ?? '',
    rule.version,
  ]
  return overrides
    .filter((rule) => rule.checkId === checkId && rule.parameter === parameter)
    .filter((rule) => (rule.unitId === null || rule.unitId === unitId) && holdsOn(rule, day))
    .reduce<ParameterOverride | null>(
      (best, rule) => (best === null || isLater(rank(rule), rank(best)) ? rule : best),
      null,
    )
}

function isLater(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0
    if (value !== other) return value > other
  }
  return false
}

/** Every parameter of a check on a day, for a unit. No day is judged by the rule of `today`. */
export function parametersOn<P extends Shipped>(
  check: Pick<Check<never, P>, 'id' | 'parameters'>,
  overrides: readonly ParameterOverride[],
  unitId: number | null,
  today: Day,
): ParametersOn<P> {
  return (day) => {
    const on = day ?? today
    const values: Record<string, number> = {}
    for (const [name, parameter] of Object.entries(check.parameters)) {
      values[name] = overrideOn(check.id, name, overrides, unitId, on)?.value ?? shippedValue(parameter, on)
    }
    return values as { readonly [K in keyof P]: number }
  }
}
