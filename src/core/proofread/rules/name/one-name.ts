/** Whether two names are likely two spellings of one: used for documents and projects. */
import { alikeCandidates, bigramsOf } from '../../bigrams.ts'

/** Words that come and go in the name of one thing. A word not among them makes another thing. */
const softWords =
  /^(?:的|了|等|和|与|及|全|区|建设|政府|投资|工程|管理|工作|实施|项目|暂行|试行|环境|有关|相关|领域|城市|专项|试点|片区|园区)+$/u
/** Kinds of rule and project that are confused when one writes from memory. 细则 and 方案 are often second documents of their own. */
const swapped: readonly (readonly string[])[] = [
  ['负责制', '责任制'],
  ['办法', '规定', '制度'],
  ['暂行办法', '试行办法'],
  ['暂行规定', '试行规定'],
  ['改造项目', '改建项目'],
  ['改造工程', '改建工程'],
]
/** A single character among these tells two things apart: level, number, direction, kind of body. */
const telling = /[市区县镇乡省村委组队处局办东西南北中上下前后左右内外大小新旧老一二三四五六七八九十甲乙丙\dA-Za-z]/u

/** Pairs of entries that `areOne` says are one thing under two names; each entry is the second of one pair at most. */
export function* twoNames<Entry extends { name: string }>(
  entries: readonly Entry[],
  areOne: (first: Entry, second: Entry) => boolean,
): Generator<[Entry, Entry]> {
  const told = new Set<number>()
  for (const [a, b] of alikeCandidates(entries.map(({ name }) => bigramsOf(name)))) {
    const [first, second] = [entries[a], entries[b]]
    if (!first || !second || told.has(b) || !areOne(first, second)) continue
    told.add(b)
    yield [first, second]
  }
}

/** True when the names differ only as two spellings of one name do. Both come without their place. */
export function likelyOneName(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short === long || short.length < 6 || (long.length - short.length) * 2 > short.length + 4) return false
  return spelledAlike(short, long) && digitsOf(short) === digitsOf(long)
}

function spelledAlike(short: string, long: string): boolean {
  if (swapped.some((words) => swapsTo(short, long, words))) return true
  const gaps = insertions(short, long)
  if (gaps !== null) {
    return gaps.length <= 2 && gaps.every((gap) => softWords.test(gap))
  }
  return short.length === long.length && short.length >= 8 && oneOrdinaryCharacterOff(short, long)
}

const digitsOf = (name: string): string => (name.match(/\d+/g) ?? []).join(' ')

function swapsTo(a: string, b: string, words: readonly string[]): boolean {
  return words.some(
    (from) => a.endsWith(from) && words.some((to) => to !== from && a.slice(0, -from.length) + to === b),
  )
}

/** The pieces that, put into `short`, make `long`; null when `short` is no subsequence of it. */
function insertions(short: string, long: string): string[] | null {
  let head = 0
  while (head < short.length && short.charAt(head) === long.charAt(head)) head += 1
  let tail = 0
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail += 1
  const middle = short.slice(head, short.length - tail)
  const longMiddle = long.slice(head, long.length - tail)
  if (middle === '') return longMiddle === '' ? [] : [longMiddle]
  const at = longMiddle.indexOf(middle)
  if (at === -1) return null
  return [longMiddle.slice(0, at), longMiddle.slice(at + middle.length)].filter((piece) => piece !== '')
}

function oneOrdinaryCharacterOff(a: string, b: string): boolean {
  const off = [...a].flatMap((character, index) => (character === b.charAt(index) ? [] : [character + b.charAt(index)]))
  const [only] = off
  return off.length === 1 && only !== undefined && !telling.test(only)
}
