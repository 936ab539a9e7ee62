/** Months, quarters and years that are over: what a branch owed in each can be told. */
import type { Day } from '../deadline/day.ts'
import { addDays, addMonths } from '../deadline/working-days.ts'

type Period = { readonly from: Day; readonly to: Day; readonly name: string }
const monthsIn = { month: 1, quarter: 3, year: 12 } as const
export type Length = keyof typeof monthsIn

/**
 * The last periods that are over, the earliest first.
 * @param name `2024-08`, `2024-Q2`, `2024`: the same in every language
 */
export function periodsBefore(today: Day, length: Length, count: number): readonly Period[] {
  const months = monthsIn[length]
  const month = Number(today.slice(5, 7)) - 1
  const running = `${today.slice(0, 4)}-${String(month - (month % months) + 1).padStart(2, '0')}-01`
  return Array.from({ length: count }, (_, index) => {
    const from = addMonths(running, (index - count) * months)
    const year = from.slice(0, 4)
    const name =
      length === 'year'
        ? year
        : length === 'month'
          ? from.slice(0, 7)
          : `${year}-Q${(Number(from.slice(5, 7)) + 2) / 3}`
    return { from, to: addDays(addMonths(from, months), -1), name }
  })
}

/** Months between the months of two days; negative when the second is earlier. */
export const monthsFrom = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
