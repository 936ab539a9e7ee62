import type { Quantity } from '../../../notice/notice.ts'
import { comparePlace, spanOf, textBefore } from '../../pieces.ts'
import type { Found, Rule, Words } from '../../rule.ts'
import { type Counted, sentencesWithNumbers, statusesOf, wholeOf } from './statuses.ts'

/** A completion rate must be the quotient of figures that the text names. */
export const rate: Rule = {
  code: 'count/rate',
  severity: 'error',
  name: { zh: '完成率与完成数不符或口径不明', en: 'Rate differs from its figures or is not defined' },
  explanation: {
    zh: {
      why: '完成率的分子可以含或者不含“基本完成”，分母可以是问题也可以是措施。口径不写明，同一进度可以写出几个率。',
      fix: '率的后面写明口径，例如“完成率92.9%（已完成26个，占28个问题的比例，不含基本完成）”，并核对四舍五入。',
      example: '“28个问题，已完成26个，基本完成1个，完成率96.4%”：只有把基本完成的1个计入，才得96.4%。',
    },
    en: {
      why: 'A completion rate may or may not count what is “basically done”, and may be taken of findings or of measures. Without its definition the same progress gives several rates.',
      fix: 'Print the definition beside the rate, for example “92.9% (26 of 28 findings done, basically done not counted)”, and check the rounding.',
      example:
        '“28 findings, 26 done, 1 basically done, rate 96.4%”: that is so only if the basically done one counts.',
    },
  },
  *check({ passages }) {
    for (const passage of passages) {
      if (!passage.quantities.some(isPercent)) continue
      for (const sentence of sentencesWithNumbers(passage)) {
        for (const share of sentence.quantities.filter(isPercent)) {
          const words = textBefore(sentence, share, 14)
          const found =
            passage.role === 'prose' && rateWord.test(words)
              ? judged(hasWhole(sentence) ? sentence : passage, share)
              : ofNeighbours(sentence, share, words)
          if (found) yield found
        }
      }
    }
  },
}

const isPercent = ({ unit }: Quantity): boolean => unit === '%' || unit === '％'

/** True where a sentence names both what is done and what it is a part of; else they stand elsewhere in the paragraph. */
function hasWhole(sentence: Counted): boolean {
  const done = statusesOf(sentence).find(({ bucket }) => bucket === 'done')
  return done !== undefined && wholeOf(sentence, done.quantity.unit) !== null
}

const rateWord = /(?:完成|整改|办结|销号|落实)[^，,。；;]{0,4}率[^，,。；;\d]{0,5}$/
const defined = /(?:不?含|包括|计入|不计|口径)[^，。；]{0,8}(?:基本完成|计算|统计)|按[^，。；]{1,10}(?:口径|计算|统计)/

function judged(passage: Counted, quantity: Quantity): Found | null {
  const figures = statusesOf(passage)
  const done = figures.find(({ bucket }) => bucket === 'done')?.quantity
  const basically = figures.find(({ bucket }) => bucket === 'basicallyDone')?.quantity.value ?? 0
  const whole = wholeOf(passage, done?.unit ?? '个')
  const total = whole?.value ?? null
  if (done === undefined) return total === null ? null : impossibleShare(quantity, total)
  const places = [done, ...(whole ? [whole] : [])]
  const say = (message: Words, severity: 'error' | 'warning'): Found => ({
    ...spanOf(quantity),
    severity,
    message,
    related: places.map((place) => ({ ...spanOf(place), note: { zh: '计算所用的数', en: 'figure used' } })),
  })
  if (total === null) {
    return say(
      {
        zh: `完成率${quantity.text}没有写明总数，无法核对分母。`,
        en: `The rate ${quantity.text} names no total: its denominator is unknown.`,
      },
      'warning',
    )
  }
  const plain = matches(quantity, done.value / total)
  const wide = basically > 0 && matches(quantity, (done.value + basically) / total)
  if ((plain && basically === 0) || (defined.test(passage.text) && (plain || wide))) return null
  const share = percent(done.value / total)
  if (plain) return null
  if (wide) {
    return say(
      {
        zh: `完成率${quantity.text}把基本完成的${basically}${done.unit}计为完成，口径没有写明；只计已完成为${share}。`,
        en: `The rate ${quantity.text} counts ${basically} basically done as done and does not say so; without them it is ${share}.`,
      },
      'warning',
    )
  }
  return say(
    {
      zh: `完成率${quantity.text}与已完成${done.value}、总数${total}不符：${done.value}÷${total}=${share}。`,
      en: `The rate ${quantity.text} does not follow from ${done.value} done of ${total}: that is ${share}.`,
    },
    'error',
  )
}

const namedRate = /(办结|化解|办理|整改|完成|合格|达标|满意|销号|回收|成活)率(?:达到?了?|为|是)?$/

/** `受理220件，办结28件，办结率93.3%`: a rate named after the act that a number just before it counts. */
function ofNeighbours(sentence: Counted, share: Quantity, words: string): Found | null {
  const act = namedRate.exec(words)?.[1]
  if (act === undefined) return null
  const before = sentence.quantities.filter((each) => comparePlace(each, share) < 0)
  const part = before.findLast((each) => {
    const said = textBefore(sentence, each, 6)
    return said.includes(act) && !/基本|未|正在/.test(said)
  })
  if (part === undefined || isPercent(part)) return null
  const wholes = before.filter((each) => each !== part && each.unit === part.unit && each.value >= part.value)
  if (wholes.length === 0 || wholes.some((whole) => matches(share, part.value / whole.value))) return null
  const terms = wholes.map((whole) => `${part.value}÷${whole.value}=${percent(part.value / whole.value)}`).join('，')
  return {
    ...spanOf(share),
    severity: 'warning',
    message: {
      zh: `${act}率${share.text}与前面的数不符：${terms}。`,
      en: `The rate ${share.text} does not follow from the numbers before it: ${terms}.`,
    },
    related: [part, ...wholes].map((place) => ({ ...spanOf(place), note: { zh: '计算所用的数', en: 'figure used' } })),
  }
}

/** A rate of a known total must be reached by some whole number of things. */
function impossibleShare(quantity: Quantity, total: number): Found | null {
  const nearest = Math.round((quantity.value / 100) * total)
  if (matches(quantity, nearest / total)) return null
  return {
    ...spanOf(quantity),
    severity: 'warning',
    message: {
      zh: `总数为${total}时，完成数取任何整数都得不到${quantity.text}，口径不明。`,
      en: `No whole number out of ${total} gives ${quantity.text}: the definition is unclear.`,
    },
  }
}

/** True when the quotient, rounded or cut to the digits written, is the rate. */
function matches(quantity: Quantity, quotient: number): boolean {
  const decimals = /\.(\d+)/.exec(quantity.text.normalize('NFKC'))?.[1]?.length ?? 0
  const unit = 10 ** -decimals
  return Math.abs(quotient * 100 - quantity.value) < unit * 0.51 || cut(quotient * 100, decimals) === quantity.value
}

const cut = (value: number, decimals: number): number => Math.floor(value * 10 ** decimals + 1e-9) / 10 ** decimals

const percent = (quotient: number): string => `${Math.round(quotient * 1000) / 10}%`
