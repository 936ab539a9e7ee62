import type { Quantity } from '../../../notice/notice.ts'
import { type Bigrams, bigramsOf, sharedCount } from '../../bigrams.ts'
import { groupsBy } from '../../groups.ts'
import type { Passage } from '../../passages.ts'
import { dealt, type Node, sentencesOf, spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

/** Units in which a sum that agrees is hardly chance. `株` and `棵` count the same plants. */
const concrete: Record<string, string> = {
  株: '株',
  棵: '株',
  亩: '亩',
  米: '米',
  公里: '公里',
  平方米: '平方米',
  立方米: '立方米',
  吨: '吨',
  万元: '万元',
  元: '元',
  万平方米: '万平方米',
}
const smallest = 20

type Place = { quantity: Quantity; finding: number; unit: string; sentence: Node }

/** Two quantities under one finding that add up to one under another: perhaps one act reported in two places. */
export const matchingSum: Rule = {
  code: 'repeat/matching-sum',
  severity: 'warning',
  name: { zh: '不同问题下的数字恰为和数', en: 'Figures of one finding add up to one of another' },
  explanation: {
    zh: {
      why: '一个问题下的两个数相加正好等于另一个问题下的数，往往是同一批工作写了两遍，汇总时会加倍。',
      fix: '核实是否同一批。是的，只计一次并注明；不是的，写明各自的时间和地点。',
      example: '第3个问题“补栽15株”“补栽385株”，第7个问题“补植400株”：15+385=400。',
    },
    en: {
      why: 'When two figures under one finding make exactly the figure under another, the same work has often been told twice, and totals double it.',
      fix: 'Find out whether it is the same work. If so, count it once and say so; if not, give time and place of each.',
      example: 'Finding 3 has 15 and 385 trees planted, finding 7 has 400: 15 + 385 = 400.',
    },
  },
  *check({ notice, passages }) {
    const places = passages.flatMap((passage) => placesIn(passage))
    const pairs: [Place, Place][] = []
    for (const list of groupsBy(places, (place) => place.finding).values()) {
      // A finding with very many figures gives sums by chance.
      if (list.length > 40) continue
      for (const [index, a] of list.entries()) {
        for (const b of list.slice(index + 1)) {
          if (a.unit === b.unit) pairs.push([a, b])
        }
      }
    }
    const sums = groupsBy(pairs, ([a, b]) => `${round(a.quantity.value + b.quantity.value)} ${a.unit}`)
    for (const total of places) {
      if (total.quantity.value < smallest) continue
      for (const [a, b] of sums.get(`${round(total.quantity.value)} ${total.unit}`) ?? []) {
        if (a.finding === total.finding || !aboutOne(a, b, total)) continue
        const name = (place: Place): string => notice.findings[place.finding]?.number ?? ''
        const sum = `${a.quantity.value}+${b.quantity.value}=${total.quantity.value}`
        yield {
          ...spanOf(total.quantity),
          message: {
            zh: `第${name(a)}个问题的两个数相加恰为此数（${sum}），疑为同一批工作，应避免重复计数。`,
            en: `Two figures of finding ${name(a)} make this one (${sum}): perhaps the same work, counted twice.`,
          },
          related: [a, b].map((part) => ({
            ...spanOf(part.quantity),
            note: { zh: `第${name(part)}个问题`, en: `finding ${name(part)}` },
          })),
        }
        break
      }
    }
  },
}

function placesIn(passage: Passage): Place[] {
  const { finding } = passage
  if (finding === null) return []
  const exact = passage.quantities.filter(({ unit, approximate }) => concrete[unit] !== undefined && !approximate)
  if (exact.length === 0) return []
  const sentences = sentencesOf(passage)
  const hands = dealt(sentences, exact)
  return sentences.flatMap((sentence, index) =>
    (hands[index] ?? []).map((quantity) => ({
      ...{ quantity, finding, sentence },
      unit: concrete[quantity.unit] ?? quantity.unit,
    })),
  )
}

const ordinary = /补栽|补种|栽植|种植|补植|共计|项目|工程|完成|建设|进行|问题|\d|[^\p{L}]/gu

/** What the sentence is about; planting words are one word, `共计补植` and `补栽` differ only in style. */
const wordsOf = (sentence: Node): Bigrams => {
  const words = sentence.text.replace(ordinary, '')
  return bigramsOf(/补栽|补种|栽植|种植|补植/.test(sentence.text) ? `${words}补植` : words)
}

/** True when each two of three sentences have words in common. */
function aboutOne(a: Place, b: Place, total: Place): boolean {
  const [one, two, sum] = [wordsOf(a.sentence), wordsOf(b.sentence), wordsOf(total.sentence)]
  return sharedCount(one, two) > 0 && sharedCount(one, sum) > 0 && sharedCount(two, sum) > 0
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6
