/** The day of publication: from the page's own source line, else from the date below the signature. */
import type { Day } from '../deadline/day.ts'
import { soleDay } from './dates.ts'
import { type Stretch, textOf } from './shade.ts'

const stamped = /(?:发布|发文|公开|生成|成文|更新)?(?:时间|日期)[:] ?((?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)/

/** `aside` is the furniture of the page, `closing` the notice's last lines. */
export function publishedOn(aside: readonly Stretch[], closing: readonly Stretch[]): Day | null {
  for (const line of aside) {
    const found = stamped.exec(textOf(line).slice(0, 400))?.[1]
    const day = found ? soleDay(found) : null
    if (day) return day
  }
  for (const line of closing.slice(-6).toReversed()) {
    const day = soleDay(textOf(line).slice(0, 40).replaceAll(/[() ]/g, ''))
    if (day) return day
  }
  return null
}
