/**
 * Cuts the text of a finding into acts, each a measure: by run-in ordinals, by numbered lines, by ①②, 一方面/另一方面,
 * and where nothing marks them by sentences.
 */
import type { BlockKind } from './labels.ts'
import { countingOn, listMarks, type Mark, ordinalMarks } from './ordinals.ts'
import { problemWords } from './problem-words.ts'
import { nodeOf, type Stretch, sentencesOf, textOf, trimmed } from './shade.ts'
import { statusSentence } from './status.ts'

/** A line of a finding after its heading; `marker` where the line is itself numbered, `written` as in the source, `rank` as in markers. */
export type Paragraph = {
  readonly text: Stretch
  readonly marker: { readonly rank: number; readonly number: number; readonly written: string } | null
}

export type Act = {
  /** As the marker says; null where the text has none and the place decides. */
  readonly number: number | null
  readonly marker: string | null
  /** One or more stretches; none only while the act is being read. */
  readonly parts: Stretch[]
}

export type Tail = { readonly kind: BlockKind; readonly label: string; readonly paragraphs: Paragraph[] }

export type Acts = {
  readonly acts: Act[]
  /** Text before the first act. */
  readonly lead: Stretch[]
  /** Paragraphs after the last act that tell results or next steps. */
  readonly tail: Tail[]
}

/** Acts of consecutive paragraphs. `listed`: the text stands under 整改措施, where ； separates acts too. */
export function actsOf(paragraphs: readonly Paragraph[], listed: boolean): Acts {
  const begins = beginsOf(paragraphs)
  if (begins.length === 0) return bySentence(paragraphs, listed)
  const lead: Stretch[] = []
  const acts: Act[] = []
  const tail: Tail[] = []
  const [first] = begins
  const impliedFirst = first?.number === 2 && first.marker.includes('是')
  if (impliedFirst) acts.push({ number: 1, marker: null, parts: [] })
  let current: Act | null = acts[0] ?? null
  let next = 0
  for (const [part, { text, marker }] of paragraphs.entries()) {
    const mine: Begin[] = []
    for (let begin = begins[next]; begin && begin.part === part; begin = begins[++next]) mine.push(begin)
    const before = trimmed(text.shade, text.start, mine[0]?.start ?? text.end)
    if (before) {
      const kind = part > 0 && next === begins.length && mine.length === 0 ? tailKind(before) : null
      if (kind) tail.push({ kind, label: '', paragraphs: [{ text: before, marker: null }] })
      else if (tail.length > 0 && mine.length === 0) tail.at(-1)?.paragraphs.push({ text: before, marker: null })
      else if (current && !marker) current.parts.push(before)
      else lead.push(before)
    }
    for (const [index, begin] of mine.entries()) {
      const own = trimmed(text.shade, begin.end, mine[index + 1]?.start ?? text.end)
      current = { number: begin.number, marker: begin.marker, parts: own ? [own] : [] }
      acts.push(current)
    }
  }
  return { acts: withTrailing(acts.filter((act) => act.parts.length > 0)), lead, tail }
}

type Begin = {
  readonly part: number
  readonly start: number
  readonly end: number
  readonly number: number
  readonly marker: string
}

function beginsOf(paragraphs: readonly Paragraph[]): Begin[] {
  const texts = paragraphs.map((paragraph) => paragraph.text)
  const ordinals = ordinalMarks(texts).map((mark) => beginOf(mark, texts))
  const numbered = numberedBegins(paragraphs, texts)
  if (numbered.length === 0) {
    return ordinals.length > 0 ? ordinals : listMarks(texts).map((mark) => beginOf(mark, texts))
  }
  // A numbered line over ordinals is their heading; without any it is an act of its own.
  let next = 0
  const withoutOrdinals = numbered.filter((begin, index) => {
    const until = numbered[index + 1]?.part ?? paragraphs.length
    while ((ordinals[next]?.part ?? until) < begin.part) next++
    return (ordinals[next]?.part ?? until) >= until
  })
  const inner = listsBelow(withoutOrdinals, numbered, texts)
  return [...ordinals, ...(inner ?? withoutOrdinals)].sort(
    (one, other) => one.part - other.part || one.start - other.start,
  )
}

/** The numbered lines, and the marks of the same list that stand inside a line (`①…；②…` with `③…` on the next one). */
function numberedBegins(paragraphs: readonly Paragraph[], texts: readonly Stretch[]): Begin[] {
  const begins: Begin[] = []
  const [first] = paragraphs.flatMap(({ marker }) => marker ?? [])
  if (!first) return begins
  let { rank } = first
  let previous = 0
  let isBefore = true
  for (const [part, { text, marker }] of paragraphs.entries()) {
    if (marker) {
      // What stands before the first numbered line belongs to its list only when that line counts on from it.
      if (isBefore && marker.number !== previous + 1) begins.length = 0
      isBefore = false
      const written = withoutComma(marker.written)
      begins.push({ part, start: text.start, end: text.start, number: marker.number, marker: written })
      previous = marker.number
      rank = marker.rank
    }
    for (const mark of countingOn(rank, part, text, previous)) {
      begins.push(beginOf(mark, texts))
      previous = mark.number
    }
  }
  return begins
}

/** The lists inside numbered lines when every such line has one: then the lines are headings of groups; else null. */
function listsBelow(lines: readonly Begin[], numbered: readonly Begin[], texts: readonly Stretch[]): Begin[] | null {
  const found: Begin[] = []
  let next = 0
  for (const line of lines) {
    while ((numbered[next]?.part ?? texts.length) <= line.part) next++
    const until = numbered[next]?.part ?? texts.length
    const marks = listMarks(texts.slice(line.part, until))
    if (marks.length === 0) return null
    for (const mark of marks) found.push(beginOf({ ...mark, part: mark.part + line.part }, texts))
  }
  return found
}

const withoutComma = (marker: string): string => marker.replace(/[,，、]$/, '')

function beginOf(mark: Mark, texts: readonly Stretch[]): Begin {
  const shade = texts[mark.part]?.shade
  const marker = shade ? nodeOf({ shade, start: mark.start, end: mark.end }).text : mark.written
  return {
    part: mark.part,
    start: mark.start,
    end: mark.end,
    number: mark.number,
    marker: withoutComma(marker),
  }
}

/** What an unnumbered paragraph after the last act tells; null when it goes on with that act. */
function tailKind(text: Stretch): BlockKind | null {
  const opening = textOf(text).slice(0, 12)
  if (/^(?:下一步|下步|后续|今后)/.test(opening)) return 'nextStep'
  if (/^(?:目前|截至|截止|通过(?:上述|以上)|经过|整改以来|该问题|此问题)/.test(opening)) return 'result'
  return null
}

// What goes on with the sentence before instead of beginning an act.
const goesOn =
  /^(?:目前|截至|现已|现在|共|累计|其中|该|此|这|上述|经(?:调查|核查|查|了解)|通过(?:上述|以上)|已(?:按|全部))/

function bySentence(paragraphs: readonly Paragraph[], listed: boolean): Acts {
  const acts: Act[] = []
  const tail: Tail[] = []
  const lead: Stretch[] = []
  for (const [part, paragraph] of paragraphs.entries()) {
    const kind = part > 0 ? tailKind(paragraph.text) : null
    if (kind === 'nextStep') {
      tail.push({ kind, label: '', paragraphs: [paragraph] })
      continue
    }
    if (tail.length > 0) {
      tail.at(-1)?.paragraphs.push(paragraph)
      continue
    }
    const sentences = sentencesOf(paragraph.text, listed ? 'withSemicolon' : 'full')
    for (const [index, sentence] of sentences.entries()) {
      const previous = acts.at(-1)
      if (statusSentence(sentence)) continue
      const next = sentences[index + 1]
      if (part + index === 0 && next && tellsProblem(sentence, next)) {
        lead.push(sentence)
        continue
      }
      if (previous && goesOn.test(textOf(sentence).slice(0, 8))) previous.parts.push(sentence)
      else acts.push({ number: null, marker: null, parts: [sentence] })
    }
  }
  return { acts, lead, tail }
}

/** `7所学校票据不全。已补齐票据212份。`: the first sentence goes on with the problem, the second tells what was done. */
function tellsProblem(sentence: Stretch, next: Stretch): boolean {
  return (
    problemWords.test(textOf(sentence)) &&
    !/已/.test(textOf(sentence)) &&
    /^(?:目前|现)?已/.test(textOf(next).slice(0, 4))
  )
}

const achievement = /^(?:并)?(?:已)?(?:制定|出台|建立|修订|印发|完善)(?:出台|印发|完善)?了?(?=《|“|")/
const ruleTalk = /制度|机制|办法|规定|规程|细则|方案|建章|规范|完善|健全|修订|制定|出台|《/

/**
 * An act added after the last ordinal without one: a last sentence that begins with a verb of rule-making and its
 * document, while nothing before it in that measure speaks of rules.
 */
function withTrailing(acts: Act[]): Act[] {
  const last = acts.at(-1)
  const stretch = last?.parts.at(-1)
  if (!last || last.marker === null || !stretch) return acts
  const sentences = sentencesOf(stretch)
  const trailing = sentences.length > 1 ? sentences.at(-1) : undefined
  if (!trailing || !achievement.test(textOf(trailing))) return acts
  const before = trimmed(stretch.shade, stretch.start, trailing.start)
  if (!before || ruleTalk.test(textOf(before))) return acts
  const kept = [...last.parts.slice(0, -1), before]
  return [
    ...acts.slice(0, -1),
    { ...last, parts: kept },
    { number: (last.number ?? acts.length) + 1, marker: null, parts: [trailing] },
  ]
}
