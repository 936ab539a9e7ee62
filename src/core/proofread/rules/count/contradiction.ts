import type { Declared } from '../../../notice/notice.ts'

/**
 * The declared number of `what` that the text contradicts: the largest, because smaller ones may count a part of the
 * whole. Null when none is declared, or when one agrees with what the text shows.
 */
export function contradiction(numbers: readonly Declared[], what: Declared['what'], shown: number): Declared | null {
  const declared = numbers.filter((each) => each.what === what)
  if (declared.some((each) => each.value === shown)) return null
  return declared.reduce<Declared | null>((most, each) => (most && most.value >= each.value ? most : each), null)
}
