/** Money: whole 分 wherever it is kept or added up, 元 and 万元 where people read and type. */
import { type AmountFault, inPlaces, numberOf, readAmount, rounded, writeDecimal } from './quantity.ts'

/** 分 in one of what people write, as a power of ten. */
const powers: Readonly<Record<string, number>> = {
  '': 2,
  元: 2,
  圆: 2,
  万: 6,
  万元: 6,
  亿: 10,
  亿元: 10,
}

/** `1,234.56 元`, `12.5万元`, `￥80` in 分: exact, or not at all. */
export function yuan(text: string): number | AmountFault {
  const amount = readAmount(
    text
      .normalize('NFKC')
      .trim()
      .replace(/^(?:人民币|[¥￥])\s*/, ''),
  )
  if (amount === null) return 'notANumber'
  const power = powers[amount.unit]
  if (power === undefined) return 'otherUnit'
  const fen = inPlaces(amount.decimal, power)
  if (fen === null) return 'tooManyPlaces'
  return numberOf(fen, 0) ?? 'tooLarge'
}

/** `1,234.56`; in 万元 with as many decimals as it takes. */
export function writeMoney(
  fen: number | bigint,
  { unit = '元', grouped = true }: { unit?: '元' | '万元'; grouped?: boolean } = {},
): string {
  const whole = BigInt(fen)
  return unit === '元'
    ? writeDecimal(whole, 2, { grouped, fixed: true })
    : writeDecimal(whole, 6, { grouped, fixed: false })
}

/** For charts and heads of pages: 万元 to two decimals, rounded, `1,234.57`. */
export const roundedWan = (fen: number | bigint): string =>
  writeDecimal(rounded(BigInt(fen), 10_000n), 2, { grouped: true, fixed: true })
