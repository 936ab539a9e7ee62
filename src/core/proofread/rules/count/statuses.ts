/** Status figures (`28个问题，已完成26个，基本完成1个`), as the rules on sums and rates need them. */
import type { Quantity } from '../../../notice/notice.ts'
import { dealt, type Node, sentencesOf, textAfter, textBefore } from '../../pieces.ts'

/** A stretch of text with its numbers: a sentence or a paragraph. */
export type Counted = Node & { quantities: readonly Quantity[] }

/** The sentences of a paragraph, each with its own numbers. */
export function sentencesWithNumbers(paragraph: Counted): Counted[] {
  const sentences = sentencesOf(paragraph)
  const hands = dealt(sentences, paragraph.quantities)
  return sentences.map((sentence, index) => ({ ...sentence, quantities: hands[index] ?? [] }))
}

export type StatusFigure = { bucket: 'done' | 'basicallyDone' | 'open' | 'term' | 'ongoing'; quantity: Quantity }

const buckets: readonly [StatusFigure['bucket'], RegExp][] = [
  ['basicallyDone', /(?:基本完成|基本整改)[^，。；、,;\d]{0,6}$/],
  [
    'open',
    /(?:尚未|未完成|未整改|没有完成|正在|持续推进|持续整改|推进中|整改中|部分完成|部分整改)[^，。；、,;\d]{0,6}$/,
  ],
  ['term', /(?:立行立改|即知即改|立整立改|限期整改|限期完成|分阶段|阶段性)[^，。；、,;\d]{0,6}$/],
  ['ongoing', /长期(?:坚持|整改|推进)[^，。；、,;\d]{0,6}$/],
  ['done', /(?:完成|整改到位|已整改|已销号|已办结)[^，。；、,;\d]{0,6}$/],
]

const subject = /^\s*(?:具体|反馈|整改|巡察)?(?:问题|措施|任务|事项)/
const subjectBefore = /(?:问题|措施|任务|事项)(?:共|共计|合计|总计|有)?$/

/** The whole whose parts a stretch counts in `unit` (findings in 个, measures in 项); the largest such number. */
export function wholeOf(stretch: Counted, unit: string): Quantity | null {
  const wholes = stretch.quantities.filter(
    (quantity) =>
      quantity.unit === unit &&
      statusOf(stretch, quantity) === null &&
      (subject.test(textAfter(stretch, quantity, 8)) || subjectBefore.test(textBefore(stretch, quantity, 8))),
  )
  return wholes.reduce<Quantity | null>((most, each) => (most && most.value >= each.value ? most : each), null)
}

export function statusesOf(stretch: Counted): StatusFigure[] {
  return stretch.quantities.flatMap((quantity) => {
    const bucket = quantity.unit === '%' ? null : statusOf(stretch, quantity)
    return bucket === null ? [] : [{ bucket, quantity }]
  })
}

function statusOf(stretch: Counted, quantity: Quantity): StatusFigure['bucket'] | null {
  const words = textBefore(stretch, quantity, 14)
  return buckets.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}
