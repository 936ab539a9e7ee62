import type { Notice } from '../../../notice/notice.ts'
import type { RepeatedAct } from '../../repeated-acts.ts'
import type { Found } from '../../rule.ts'

const shownLength = 24

/** One diagnostic for an act: at its first place, with the other places related. */
export function reportOf(notice: Notice, act: RepeatedAct): Found {
  const [first, ...others] = act.places
  const numbers = [...new Set(act.places.map((place) => place.findingIndex))].map(
    (index) => notice.findings[index]?.number ?? String(index + 1),
  )
  const text = (first?.text ?? act.text).replaceAll('\n', '')
  const shown = text.length > shownLength ? `${text.slice(0, shownLength)}…` : text
  const list = { zh: numbers.join('、'), en: numbers.join(', ') }
  const total = act.quantity && act.quantity.value * act.places.length
  const counted = act.quantity && {
    zh: `逐条相加会把${act.quantity.value}${act.quantity.unit}计成${total}${act.quantity.unit}。`,
    en: ` Added up place by place, ${act.quantity.value} would become ${total}.`,
  }
  const [zh, en] =
    act.kind === 'exact'
      ? [
          `“${shown}”在${numbers.length}个问题下重复（第${list.zh}个）。`,
          `“${shown}” stands under ${numbers.length} findings (${list.en}).`,
        ]
      : [
          `“${shown}”与其他问题下的表述疑为同一做法，涉及${numbers.length}个问题（第${list.zh}个）。`,
          `“${shown}” and its like under other findings seem one act; ${numbers.length} findings (${list.en}).`,
        ]
  return {
    ...(first?.span ?? { line: 1, column: 1, endLine: 1, endColumn: 1 }),
    message: { zh: zh + (counted?.zh ?? ''), en: en + (counted?.en ?? '') },
    related: others.map((place) => {
      const number = notice.findings[place.findingIndex]?.number ?? ''
      return { ...place.span, note: { zh: `第${number}个问题`, en: `finding ${number}` } }
    }),
  }
}
