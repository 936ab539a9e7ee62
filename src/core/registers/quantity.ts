/** Numbers as people write them, read and written exactly: nothing is rounded that was typed, nothing guessed. */

/** `digits` × 10^−`places`. */
export type Decimal = { readonly digits: bigint; readonly places: number }

const written = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/
/** An amount, and the unit behind it. */
const withUnit = /^([+-]?[\d,.]+)\s*([^\d\s].*)?$/

/** Full width made half, blanks around taken off. Blanks within stay: `12 34` is no number. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/^[−–—]\s*/, '-')

/** `1,234.5`, `-3`, `１２`; null for anything else, thousands in the wrong place included. */
export function readDecimal(text: string): Decimal | null {
  const [, sign, whole, fraction = ''] = written.exec(folded(text)) ?? []
  if (whole === undefined) return null
  const digits = BigInt(whole.replaceAll(',', '') + fraction)
  return { digits: sign === '-' ? -digits : digits, places: fraction.length }
}

/** The number and what stands behind it: `27 株` → 27 and `株`. */
export function readAmount(text: string): { decimal: Decimal; unit: string } | null {
  const [, number, unit] = withUnit.exec(folded(text)) ?? []
  const decimal = number === undefined ? null : readDecimal(number)
  return decimal === null ? null : { decimal, unit: (unit ?? '').trim() }
}

/** As a whole number of 10^−`places`; null where that would leave something out. */
export function inPlaces({ digits, places }: Decimal, wanted: number): bigint | null {
  if (places <= wanted) return digits * 10n ** BigInt(wanted - places)
  const divisor = 10n ** BigInt(places - wanted)
  return digits % divisor === 0n ? digits / divisor : null
}

/** The nearest whole number of `numerator / denominator`, halves away from nought. */
export function rounded(numerator: bigint, denominator: bigint): bigint {
  const size = (numerator < 0n ? -numerator : numerator) * 2n + denominator
  const nearest = size / (denominator * 2n)
  return numerator < 0n ? -nearest : nearest
}

/** `units` of 10^−`places` in writing; thousands apart when `grouped`. */
export function writeDecimal(units: bigint, places: number, { grouped = false, fixed = false } = {}): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const whole = places === 0 ? digits : digits.slice(0, -places)
  const fraction = places === 0 ? '' : digits.slice(-places)
  const shown = fixed ? fraction : fraction.replace(/0+$/, '')
  const apart = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole
  return `${units < 0n ? '-' : ''}${apart}${shown === '' ? '' : `.${shown}`}`
}

/** Quantities and areas are kept with at most so many decimals. */
export const mostPlaces = 3
const mostUnits = BigInt(Number.MAX_SAFE_INTEGER)

/** A kept quantity as a whole number of thousandths: what sums are made of. */
export const thousandths = (value: number): bigint => BigInt(Math.round(value * 1000))

/** The number that stands for so many units of 10^−`places`; null when it would not be exact. */
export const numberOf = (units: bigint, places: number): number | null =>
  units > mostUnits || units < -mostUnits ? null : Number(writeDecimal(units, places))

/** Why an amount is not taken. */
export type AmountFault = 'notANumber' | 'tooManyPlaces' | 'otherUnit' | 'tooLarge'

/**
 * A quantity of a field.
 * @param unit of the field: nothing else may stand behind the number, but for 万
 * @param decimals at most
 */
export function readQuantity(text: string, unit: string, decimals: number): number | AmountFault {
  const amount = readAmount(text)
  if (amount === null) return 'notANumber'
  const isInTenThousands = amount.unit === '万' || amount.unit === `万${fold(unit)}`
  if (!isInTenThousands && amount.unit !== '' && amount.unit !== fold(unit)) return 'otherUnit'
  const { digits, places } = amount.decimal
  const units = inPlaces({ digits: isInTenThousands ? digits * 10_000n : digits, places }, decimals)
  if (units === null) return 'tooManyPlaces'
  return numberOf(units, decimals) ?? 'tooLarge'
}

const fold = (unit: string): string => unit.normalize('NFKC')

/** ㎡ in one of what people write, as a fraction. */
const areas: Readonly<Record<string, readonly [bigint, bigint]>> = {
  '': [1n, 1n],
  m2: [1n, 1n],
  平方米: [1n, 1n],
  平米: [1n, 1n],
  亩: [2000n, 3n],
  公顷: [10_000n, 1n],
  平方公里: [1_000_000n, 1n],
}

/** An area in ㎡: `3.2亩`, `1,200 ㎡`, `2 公顷`. 亩 come to the nearest thousandth of a ㎡; ㎡ are taken as they are. */
export function readArea(text: string): number | AmountFault {
  const amount = readAmount(text)
  if (amount === null) return 'notANumber'
  const factor = areas[amount.unit.toLowerCase()]
  if (factor === undefined) return 'otherUnit'
  const [times, of] = factor
  const { digits, places } = amount.decimal
  const units =
    of === 1n
      ? inPlaces({ digits: digits * times, places }, mostPlaces)
      : rounded(digits * times * 10n ** BigInt(mostPlaces), of * 10n ** BigInt(places))
  if (units === null) return 'tooManyPlaces'
  return numberOf(units, mostPlaces) ?? 'tooLarge'
}

/** ㎡ as 亩 to two decimals: `3.20`. */
export const inMu = (squareMetres: number): string =>
  writeDecimal(rounded(thousandths(squareMetres) * 3n, 20_000n), 2, { fixed: true })

export const writeQuantity = (value: number, grouped = false): string =>
  writeDecimal(thousandths(value), mostPlaces, { grouped })
