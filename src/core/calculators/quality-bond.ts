/** When a quality bond is to be returned, and how much may be kept until then. */
import { shareOf } from '../checks/exact.ts'
import type { Day } from '../deadline/day.ts'
import { addDays, addMonths } from '../deadline/working-days.ts'

/** The day on which a period that began with acceptance has run out. */
export const guaranteeEnd = (accepted: string, months: number): Day => addMonths(accepted, months)

/** Days for the answer to a request for return, and for paying: 建质〔2017〕138号 articles 10 and 11, 14 days each. */
export const returnDays = 14

/** The most that may be kept, and the day by which it is back when the request comes on the last day. */
export const qualityBond = ({
  accepted,
  months,
  settled,
  share,
}: {
  accepted: string
  months: number
  settled: number
  share: number
}) => {
  const end = guaranteeEnd(accepted, months)
  return {
    end,
    most: shareOf(settled, share),
    answerBy: addDays(end, returnDays),
    paidBy: addDays(end, 2 * returnDays),
  }
}
