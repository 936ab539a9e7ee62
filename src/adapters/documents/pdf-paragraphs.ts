/**
 * Printed lines → paragraphs. A line goes on from the one before when that one fills the type area, and itself begins at the left
 * margin (a title may be centred), in the same size and at the usual distance. Chinese paragraphs are indented by two characters, so
 * the margin tells most.
 */

/** Places in points from the lower left corner of the page; `y` is the base line. */
export type PrintedLine = { text: string; left: number; right: number; y: number; size: number }
export type PrintedPage = { lines: PrintedLine[]; height: number }

type Margins = { left: number; right: number }

/** A line ends up to this many characters early when a number or a word did not fit, or a bracket may not end it. */
const EARLY_END = 3
const INDENT = 0.7
/** Lines this much larger than the body are a title, whose second line is centred, not at the margin. */
const TITLE_SIZE = 1.15
/** Beginnings of an item; they part paragraphs only in a document that does not indent. */
const ITEM =
  /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节条]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])/

export function paragraphsOf(pages: readonly PrintedPage[]): string[] {
  const width = Math.max(...pages.map(({ lines }) => rightmost(lines) - leftMargin(lines)), 0)
  const indents = hasIndents(pages)
  const pitch = usualPitch(pages)
  const body = mostFrequent(pages.flatMap(({ lines }) => lines.map((line) => Math.round(line.size))))
  const paragraphs: string[] = []
  let before: { line: PrintedLine; margins: Margins; page: PrintedPage } | null = null
  for (const page of pages) {
    const left = leftMargin(page.lines)
    const margins = { left, right: left + width }
    for (const line of page.lines) {
      const goesOn =
        before !== null &&
        fills(before.line, before.margins) &&
        (line.left <= margins.left + line.size * INDENT || line.size > body * TITLE_SIZE) &&
        Math.abs(line.size - before.line.size) < line.size * 0.15 &&
        (before.page !== page || isNear(before.line, line, pitch)) &&
        (indents || !ITEM.test(line.text))
      if (goesOn) paragraphs[paragraphs.length - 1] = joined(paragraphs.at(-1) ?? '', line.text)
      else paragraphs.push(line.text)
      before = { line, margins, page }
    }
  }
  return paragraphs
}

const fills = (line: PrintedLine, margins: Margins): boolean => line.right >= margins.right - line.size * EARLY_END
const isNear = (above: PrintedLine, below: PrintedLine, pitch: number): boolean =>
  above.y > below.y && above.y - below.y < Math.max((pitch || below.size * 2) * 1.3, below.size * 1.6)
const rightmost = (lines: readonly PrintedLine[]): number =>
  lines.reduce((right, line) => Math.max(right, line.right), 0)

/** Where lines begin that are not indented: the smallest left edge that occurs twice, or the smallest at all. */
function leftMargin(lines: readonly PrintedLine[]): number {
  const lefts = lines.map((line) => line.left).sort((a, b) => a - b)
  return lefts.find((left, at) => Math.abs((lefts[at + 1] ?? Number.POSITIVE_INFINITY) - left) < 2) ?? lefts[0] ?? 0
}

/** Whether the document indents the first lines of its paragraphs: some lines begin about two characters in. */
function hasIndents(pages: readonly PrintedPage[]): boolean {
  let indented = 0
  let all = 0
  for (const { lines } of pages) {
    const margin = leftMargin(lines)
    for (const { left, size } of lines) {
      all++
      if (left - margin > size * 1.4 && left - margin < size * 2.6) indented++
    }
  }
  return indented > all * 0.05
}

/** The most frequent distance between two lines, in points. */
const usualPitch = (pages: readonly PrintedPage[]): number =>
  mostFrequent(
    pages
      .flatMap(({ lines }) => lines.map((line, at) => Math.round((lines[at - 1]?.y ?? line.y) - line.y)))
      .filter((pitch) => pitch > 0),
  )

/** Zero when there are no values. */
function mostFrequent(values: readonly number[]): number {
  const times = new Map<number, number>()
  let usual = 0
  for (const value of values) {
    times.set(value, (times.get(value) ?? 0) + 1)
    if ((times.get(value) ?? 0) > (times.get(usual) ?? 0)) usual = value
  }
  return usual
}

/** Words of Latin script need the space that the end of the line stood for. */
const joined = (text: string, more: string): string =>
  /[A-Za-z0-9,;]$/.test(text) && /^[A-Za-z]/.test(more) ? `${text} ${more}` : text + more
