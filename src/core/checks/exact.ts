/**
 * Exact arithmetic for thresholds: money in whole 分, quantities of at most three decimals, shares in per cent of at most
 * four. Nothing is divided before it is compared, so that 10.00 % and 10.01 % fall on their own sides whatever the amounts.
 */

import { rounded } from '../registers/quantity.ts'

/** An amount as a whole number of thousandths. Whole amounts are exact to the largest that is kept. */
const thousandths = (amount: number): bigint =>
  Number.isInteger(amount) ? BigInt(amount) * 1000n : BigInt(Math.round(amount * 1000))

/** Divided, to the nearest whole, half away from nothing. */
const nearest = (dividend: bigint, divisor: bigint): bigint =>
  divisor < 0n ? rounded(-dividend, -divisor) : rounded(dividend, divisor)

/** -1, 0, 1: how `part` stands to `percent` of `whole`. */
export function compareShare(part: number, whole: number, percent: number): -1 | 0 | 1 {
  const left = thousandths(part) * 1_000_000n
  const right = thousandths(whole) * BigInt(Math.round(percent * 10_000))
  return left < right ? -1 : left > right ? 1 : 0
}

/** Whether `part` is more than `percent` of `whole`. */
export const isAbove = (part: number, whole: number, percent: number): boolean => compareShare(part, whole, percent) > 0
/** Whether `part` is less than `percent` of `whole`. */
export const isBelow = (part: number, whole: number, percent: number): boolean => compareShare(part, whole, percent) < 0

/**
 * `part` in per cent of `whole`, for people to read: two decimals, and up to four where two would hide which side of a
 * threshold it is on. Null when there is no whole.
 */
export function percentOf(part: number, whole: number): number | null {
  const divisor = thousandths(whole)
  if (divisor === 0n) return null
  return Number(nearest(thousandths(part) * 1_000_000n, divisor)) / 10_000
}

/** `percent` of an amount of money, to the 分, half away from nothing. */
export const shareOf = (amount: number, percent: number): number =>
  Number(nearest(BigInt(Math.round(amount)) * BigInt(Math.round(percent * 10_000)), 1_000_000n))

/** Quantity by unit price, to the 分, half away from nothing. */
export const priceOf = (quantity: number, unitPrice: number): number =>
  Number(nearest(thousandths(quantity) * BigInt(Math.round(unitPrice)), 1000n))

/** The sum of quantities, without the error that adding decimals brings. */
export const sumOf = (quantities: readonly number[]): number =>
  Number(quantities.reduce((sum, quantity) => sum + thousandths(quantity), 0n)) / 1000

/** The difference of two quantities, without that error. */
export const less = (from: number, taken: number): number => Number(thousandths(from) - thousandths(taken)) / 1000
