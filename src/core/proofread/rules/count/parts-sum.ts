import type { Quantity } from '../../../notice/notice.ts'
import { comparePlace, type Node, spanOf, textAfter, textBefore } from '../../pieces.ts'
import type { Found, Rule } from '../../rule.ts'
import { type Counted, type StatusFigure, sentencesWithNumbers, statusesOf, wholeOf } from './statuses.ts'

/** Parts named beside their whole must add up to it. */
export const partsSum: Rule = {
  code: 'count/parts-sum',
  severity: 'error',
  name: { zh: '分项之和与总数不符', en: 'Parts do not add up to the whole' },
  explanation: {
    zh: {
      why: '分项与总数写在一起，读者会当场相加。加不起来，整篇数字都会受到怀疑。',
      fix: '核对每个分项和总数；分项有交叉或者只列举一部分的，写明“其中部分”或者交叉关系。',
      example: '“立行立改10项、限期整改12项、长期坚持5项，共28项”：分项相加为27项。',
    },
    en: {
      why: 'Readers add up parts that stand beside their whole. When the sum is wrong, every other figure is doubted.',
      fix: 'Check each part and the whole; where parts overlap or only some are named, say so.',
      example: '“10 at once, 12 within a term, 5 ongoing, 28 in all”: the parts make 27.',
    },
  },
  *check({ passages }) {
    for (const passage of passages) {
      if (passage.quantities.length < 3) continue
      const sentences = sentencesWithNumbers(passage)
      const told = sentences.flatMap((sentence) => [
        ...totalAfterParts(sentence),
        ...partsAfterTotal(sentence),
        ...remainders(sentence),
      ])
      yield* told
      if (passage.role !== 'prose') continue
      const places = new Set(told.map(({ line, column }) => `${line}:${column}`))
      const whole = sentences.filter((sentence) => statusParts(sentence) !== null)
      for (const stretch of whole.length > 0 ? whole : [passage]) {
        for (const found of statusSum(stretch)) if (!places.has(`${found.line}:${found.column}`)) yield found
      }
    }
  },
}

const totalWord = /(?:共|共计|合计|总计|总共|总数为?)$/
/** A verb between 共 and the number. What such a total counts in 个 or 次 may be another thing than its parts. */
const totalOfActs =
  /(?:^|[，,、；;])(?:共|共计|合计|累计)(?:问责|追责|处理|处置|整治|整改|清退|清理|追回|追缴|收缴|退还|核减|节约|拆除|补栽|补植|栽植)[^，,。；;\d]{0,2}$/
const meetings = /(?:共|共计|合计|累计)召开(?:各类)?会议$/
const manyThings = ['个', '次', '项', '条', '件', '处']

function isTotal(sentence: Node, quantity: Quantity): boolean {
  const before = textBefore(sentence, quantity, 8)
  return (
    totalWord.test(before) || meetings.test(before) || (totalOfActs.test(before) && !manyThings.includes(quantity.unit))
  )
}

/** Persons and occasions stand beside one another, and are added though they cannot be. */
const countedAs = (unit: string): string => (unit === '人次' ? '人' : unit)
const joints = /^[^，,。；;]{0,12}[、，,和及][^，,。；;、]{0,16}$/

/** `10项、12项、5项，共28项`: the quantities just before a total, in its unit. */
function* totalAfterParts(sentence: Counted): Generator<Found> {
  const { quantities } = sentence
  for (const [index, total] of quantities.entries()) {
    if (!isTotal(sentence, total)) continue
    const parts: Quantity[] = []
    let next = total
    for (let at = index - 1; at >= 0; at -= 1) {
      const part = quantities[at]
      if (!part || countedAs(part.unit) !== countedAs(total.unit) || isTotal(sentence, part)) break
      if (!joints.test(between(sentence, part, next))) break
      parts.unshift(part)
      next = part
    }
    if (parts.length >= 2) yield* compared(total, parts)
  }
}

/** `28个问题，其中立行立改10个、限期整改12个、长期坚持5个`: parts that claim to be all of the whole. */
function* partsAfterTotal(sentence: Counted): Generator<Found> {
  const { quantities } = sentence
  for (const [index, total] of quantities.entries()) {
    if (!/^[^。；;\d]{0,12}[，,：:](?:其中|分别(?:为|是))/.test(textAfter(sentence, total, 18))) continue
    const parts: Quantity[] = []
    for (const part of quantities.slice(index + 1)) {
      // `20万元至50万元25个`: the bound of a class is no part.
      if (part.unit !== total.unit && /^(?:以[上下内外]|[至到\d])/.test(textAfter(sentence, part, 2))) continue
      if (part.unit !== total.unit) break
      parts.push(part)
    }
    const sum = sumOf(parts)
    // Parts that say 其中 may be only some of the whole; too large a sum is wrong in any reading.
    const all = /分别/.test(textAfter(sentence, total, 18)) || allThereIs(sentence, parts)
    if (parts.length >= 2 && (sum > total.value || all)) yield* compared(total, parts)
  }
}

/** Pairs of kinds beside which there is no third: a rule is new or revised, money comes from the treasury or from oneself. */
const noThird: readonly (readonly [RegExp, RegExp])[] = [
  [/新(?:建|增|制定|出台|订)/, /修订|修改|完善/],
  [/财政/, /自筹/],
]

function allThereIs(sentence: Node, parts: readonly Quantity[]): boolean {
  const [one, other] = parts.map((part) => textBefore(sentence, part, 6))
  return parts.length === 2 && noThird.some(([first, second]) => first.test(one ?? '') && second.test(other ?? ''))
}

const remaining = /(?:剩余|其余|余下|剩下)的?$/

/** `47处，已盘活31处，剩余16处`: what was done and what is left make the whole. Any whole named before will do. */
function* remainders(sentence: Counted): Generator<Found> {
  for (const rest of sentence.quantities) {
    if (!remaining.test(textBefore(sentence, rest, 4))) continue
    const before = sentence.quantities.filter((each) => each.unit === rest.unit && comparePlace(each, rest) < 0)
    const readings = before.slice(0, -1).map((_, index) => before.slice(index))
    if (readings.some(([whole, ...parts]) => whole && sumOf([...parts, rest]) === whole.value)) continue
    const [whole, part] = before.slice(-2)
    if (whole && part && whole.value > part.value && whole.value > rest.value) yield* compared(whole, [part, rest])
  }
}

/** Status figures of a sentence or paragraph against the number of findings or measures it names. */
function* statusSum(stretch: Counted): Generator<Found> {
  const named = statusParts(stretch)
  if (named === null) return
  const { whole, figures } = named
  const kinds: readonly (readonly StatusFigure['bucket'][])[] = [
    ['done', 'basicallyDone', 'open', 'ongoing'],
    ['done', 'basicallyDone', 'open'],
    ['term', 'ongoing'],
    ['done', 'basicallyDone', 'open', 'term', 'ongoing'],
  ]
  const readings = kinds
    .map((buckets) => figures.filter(({ bucket }) => buckets.includes(bucket)).map(({ quantity }) => quantity))
    .filter((parts) => parts.length >= 2)
  // Two figures of one status mean two lists in one paragraph: no single sum is claimed.
  if (new Set(figures.map(({ bucket }) => bucket)).size < figures.length - 1) return
  if (readings.some((parts) => sumOf(parts) === whole.value)) return
  const [widest] = readings
  if (widest) yield* compared(whole, widest)
}

/** A whole and at least two status figures in its unit; null where a stretch does not name them. */
function statusParts(stretch: Counted): { whole: Quantity; figures: StatusFigure[] } | null {
  const all = statusesOf(stretch)
  const unit = all[0]?.quantity.unit ?? ''
  const figures = all.filter(({ quantity }) => quantity.unit === unit)
  const whole = figures.length >= 2 ? wholeOf(stretch, unit) : null
  return whole && { whole, figures }
}

function* compared(total: Quantity, parts: readonly Quantity[]): Generator<Found> {
  const sum = sumOf(parts)
  if (parts.some((part) => part.approximate) || total.approximate) return
  const mixed = parts.some((part) => part.unit !== total.unit)
  if (sum === total.value && !mixed) return
  const related = parts.map((part) => ({ ...spanOf(part), note: { zh: '分项', en: 'part' } }))
  if (sum === total.value) {
    yield {
      ...spanOf(total),
      severity: 'hint',
      message: {
        zh: `分项有的以“人”计、有的以“人次”计，相加得${total.text}，口径不一。`,
        en: `Some parts count persons and some occasions; their sum ${total.text} mixes both.`,
      },
      related,
    }
    return
  }
  const terms = parts.map((part) => part.value).join('+')
  yield {
    ...spanOf(total),
    message: {
      zh: `分项之和${terms}=${sum}，与所称${total.value}${total.unit}不符。`,
      en: `The parts make ${terms}=${sum}, the text says ${total.value}.`,
    },
    related,
  }
}

/** Sum without the noise of binary fractions (0.1 + 0.2). */
const sumOf = (parts: readonly Quantity[]): number =>
  Math.round(parts.reduce((sum, part) => sum + part.value, 0) * 1e6) / 1e6

function between(node: Node, a: Quantity, b: Quantity): string {
  const gap = textAfter(node, a, 40)
  const end = gap.indexOf(b.text)
  return end === -1 ? '。' : gap.slice(0, end)
}
