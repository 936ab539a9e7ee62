/** Values worked out from fields of the same entry, exactly: fractions of whole numbers, rounded once at the end. */
import type { Expression, Field } from './field.ts'
import { mostPlaces, numberOf, readDecimal, rounded, thousandths } from './quantity.ts'

/** `numerator / denominator`, the denominator above nought. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint }

type Fields = Readonly<Record<string, Field>>
type Values = Readonly<Record<string, unknown>>

const whole = (value: bigint): Fraction => ({ numerator: value, denominator: 1n })

/** @returns null when a field is absent, or for a division by nothing */
export function compute(expression: Expression, fields: Fields, values: Values): Fraction | null {
  return evaluate(expression, fields, values, new Set())
}

/** The value of a computed field, rounded to its decimals: 分 for money, a share of one for `%`; null as above. */
export function computedValue(key: string, fields: Fields, values: Values): number | null {
  const field = fields[key]
  if (field?.type !== 'computed') return null
  const exact = evaluate(key, fields, values, new Set())
  if (exact === null) return null
  const places = (field.decimals ?? 0) + (field.unit === '%' ? 2 : 0)
  return numberOf(rounded(exact.numerator * 10n ** BigInt(places), exact.denominator), places)
}

/** @param entered computed fields that are being worked out: one that refers to itself has no value */
function evaluate(
  expression: Expression,
  fields: Fields,
  values: Values,
  entered: ReadonlySet<string>,
): Fraction | null {
  if (typeof expression === 'number') return literal(expression)
  if (typeof expression === 'string') return valueOfField(expression, fields, values, entered)
  if ('days' in expression) return daysBetween(values[expression.days[0]], values[expression.days[1]])
  const [operands, join] = operation(expression)
  const parts = operands.map((operand) => evaluate(operand, fields, values, entered))
  return parts.reduce((left, right) => (left === null || right === null ? null : join(left, right)))
}

type Join = (left: Fraction, right: Fraction) => Fraction | null

function operation(
  expression: Exclude<Expression, string | number | { days: unknown }>,
): [readonly Expression[], Join] {
  if ('add' in expression) return [expression.add, (a, b) => plus(a, b, 1n)]
  if ('subtract' in expression) return [expression.subtract, (a, b) => plus(a, b, -1n)]
  if ('multiply' in expression) return [expression.multiply, times]
  if ('divide' in expression) return [expression.divide, over]
  if ('most' in expression) return [expression.most, (a, b) => (isLess(a, b) ? b : a)]
  return [expression.least, (a, b) => (isLess(b, a) ? b : a)]
}

const plus = (a: Fraction, b: Fraction, sign: bigint): Fraction => ({
  numerator: a.numerator * b.denominator + sign * b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
})
const times = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
})
function over(a: Fraction, b: Fraction): Fraction | null {
  if (b.numerator === 0n) return null
  const sign = b.numerator < 0n ? -1n : 1n
  return { numerator: sign * a.numerator * b.denominator, denominator: sign * a.denominator * b.numerator }
}
/** Compared without dividing. */
export const isLess = (a: Fraction, b: Fraction): boolean => a.numerator * b.denominator < b.numerator * a.denominator

function valueOfField(key: string, fields: Fields, values: Values, entered: ReadonlySet<string>): Fraction | null {
  const field = fields[key]
  if (field?.type === 'computed')
    return entered.has(key) ? null : evaluate(field.of, fields, values, new Set([...entered, key]))
  const value = values[key]
  if (typeof value !== 'number') return null
  return field?.type === 'money'
    ? whole(BigInt(value))
    : { numerator: thousandths(value), denominator: 10n ** BigInt(mostPlaces) }
}

function literal(value: number): Fraction | null {
  const decimal = readDecimal(String(value))
  return decimal === null ? null : { numerator: decimal.digits, denominator: 10n ** BigInt(decimal.places) }
}

function daysBetween(from: unknown, to: unknown): Fraction | null {
  if (typeof from !== 'string' || typeof to !== 'string') return null
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return Number.isInteger(days) ? whole(BigInt(days)) : null
}
