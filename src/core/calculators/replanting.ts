/** Replanting: designed, planted, surviving → missing → order. */
import { percentOf, sumOf } from '../checks/exact.ts'

/** What is missing of a kind of plant, less what was replanted. */
export const missingPlants = ({
  designed,
  surviving,
  replanted = 0,
}: {
  readonly designed: number
  readonly surviving: number
  readonly replanted?: number
}): number => Math.max(0, sumOf([designed, -surviving, -replanted]))

/** Living plants in per cent of those that should be there. */
export const survivalRate = (surviving: number, planted: number): number | null => percentOf(surviving, planted)

/**
 * Hands out replanted plants to what is missing, in order: what one replanting has to spare goes to the next kind it names.
 * @returns replanted plants by kind
 */
export function allot(
  missing: readonly { readonly id: number; readonly missing: number }[],
  replantings: readonly { readonly plants: number; readonly of: readonly number[] }[],
): ReadonlyMap<number, number> {
  const left = new Map(missing.map((each) => [each.id, each.missing]))
  const got = new Map<number, number>()
  for (const { plants, of } of replantings) {
    let rest = plants
    for (const id of of) {
      const given = Math.min(rest, left.get(id) ?? 0)
      left.set(id, (left.get(id) ?? 0) - given)
      got.set(id, (got.get(id) ?? 0) + given)
      rest -= given
    }
  }
  return got
}
