/**
 * The main part of a Word file → lines whose pieces know where in the part they stand, so that comments can be put there.
 * One pass over the events of `document.xml`; nothing of it is kept but the text.
 */
import { type ListMarker, readNumbering } from './docx-numbering.ts'
import type { DocxParts } from './docx-package.ts'
import { readStyles } from './docx-styles.ts'
import { type Cell, type LineShape, rowLines } from './table-rows.ts'
import { readXml, type XmlAttributes } from './xml-reader.ts'

/** A piece of a line. `node` is the number of its `w:t` in the part (from 0) and `offset` its place there; null: it stands nowhere. */
export type DocxPiece = { text: string; node: number | null; offset: number }
export type DocxLine = DocxPiece[]

export const lineText = (line: DocxLine): string => line.map((piece) => piece.text).join('')
const synthetic = (text: string): DocxPiece => ({ text, node: null, offset: 0 })

const shape: LineShape<DocxLine> = {
  isBlank: (line) => lineText(line).trim() === '',
  joinCells: (cells) =>
    cells.flatMap((lines, at) => {
      const cell = lines.flatMap((line, nth) => (nth === 0 ? line : [synthetic(' '), ...line]))
      const text = cell.map((piece) => ({ ...piece, text: piece.text.replaceAll('\t', ' ') }))
      return at === 0 ? text : [synthetic('\t'), ...text]
    }),
}

type Paragraph = {
  text: DocxLine
  style: string | undefined
  list: string | undefined
  level: number | undefined
  /** The paragraph mark was deleted by a tracked change: the text goes on in the next paragraph. */
  markDeleted: boolean
  /** Lines of text boxes anchored in the paragraph. */
  boxes: DocxLine[]
}
type Row = { cells: Cell<DocxLine>[]; deleted: boolean }
/** What lines are written to: the document, a table cell or a text box. `carriedOver`: text whose paragraph mark was deleted. */
type Frame = Cell<DocxLine> & { carriedOver: DocxLine }

/** Subtrees that hold no text of the current version. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'pPrChange',
  'rPrChange',
  'sectPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'tblGridChange',
  'numberingChange',
  'sdtPr',
  'rt',
  'instrText',
  'delText',
])

/** The lines of a Word file. Throws `document.damaged`. */
export function docxText(parts: DocxParts): DocxLine[] {
  const reader = documentReader(parts)
  readXml(parts.document, reader)
  return reader.lines
}

/** Handlers that turn the events of `document.xml` into `lines`. */
function documentReader(parts: Pick<DocxParts, 'numbering' | 'styles'>) {
  const numbering = readNumbering(parts.numbering)
  const styles = readStyles(parts.styles)
  const lines: DocxLine[] = []
  const path: string[] = []
  const frames: Frame[] = [{ lines, hasTable: false, carriedOver: [] }]
  const rows: Row[] = []
  const paragraphs: Paragraph[] = []
  /** Depth of the element whose whole content is left out. */
  let skipFrom = Number.POSITIVE_INFINITY

  /** The `w:t` being read: its number in the document, and how much of it was read. */
  const textNode = { number: -1, length: 0 }

  const write = (line: DocxLine) => frames.at(-1)?.lines.push(line)
  const append = (text: string, node: number | null = null, offset = 0) => {
    paragraphs.at(-1)?.text.push({ text, node, offset })
  }

  const markerOf = ({ style, list, level }: Paragraph): ListMarker | null => {
    const fromStyle = styles.listOf(style)
    const name = list ?? fromStyle?.list
    if (name === undefined || name === '0') return null
    const tied = fromStyle?.list === name ? numbering.levelOfStyle(name, fromStyle.style) : undefined
    return numbering.next(name, level ?? fromStyle?.level ?? tied ?? 0)
  }

  const endParagraph = () => {
    const paragraph = paragraphs.pop()
    const frame = frames.at(-1)
    if (!paragraph || !frame) return
    const text = [...frame.carriedOver, ...paragraph.text]
    frame.carriedOver = paragraph.markDeleted ? text : []
    if (!paragraph.markDeleted) for (const line of splitAtBreaks(withMarker(markerOf(paragraph), text))) write(line)
    for (const line of paragraph.boxes) write(line)
  }

  const endFrame = (): Frame | undefined => {
    const frame = frames.pop()
    if (frame && frame.carriedOver.length > 0) frame.lines.push(frame.carriedOver)
    return frame
  }

  const endRow = () => {
    const row = rows.pop()
    if (row && !row.deleted) for (const line of rowLines(row.cells, shape)) write(line)
  }

  const properties = (name: string, attributes: XmlAttributes) => {
    const paragraph = paragraphs.at(-1)
    const parent = path.at(-2)
    if (!paragraph) return
    if (name === 'pStyle') paragraph.style = attributes.val
    else if (name === 'numId' && parent === 'numPr') paragraph.list = attributes.val
    else if (name === 'ilvl' && parent === 'numPr') paragraph.level = Number(attributes.val)
  }

  const open = (name: string, attributes: XmlAttributes) => {
    path.push(name)
    if (name === 't') {
      textNode.number++
      textNode.length = 0
    }
    if (path.length > skipFrom) return
    const parent = path.at(-2)
    const paragraph = paragraphs.at(-1)
    if (SKIPPED.has(name)) {
      const row = rows.at(-1)
      const isDeletion = name === 'del' || name === 'moveFrom'
      if (isDeletion && parent === 'rPr' && path.at(-3) === 'pPr' && paragraph) paragraph.markDeleted = true
      if (isDeletion && parent === 'trPr' && row) row.deleted = true
      skipFrom = path.length
      return
    }
    switch (name) {
      case 'p':
        paragraphs.push({
          text: [],
          style: undefined,
          list: undefined,
          level: undefined,
          markDeleted: false,
          boxes: [],
        })
        break
      case 'pStyle':
      case 'numId':
      case 'ilvl':
        properties(name, attributes)
        break
      case 'vanish':
        if (parent === 'rPr' && path.at(-3) === 'r' && attributes.val !== '0' && attributes.val !== 'false') {
          skipFrom = path.length - 2
        }
        break
      case 'tab':
        if (parent === 'r') append('\t')
        break
      case 'br':
      case 'cr':
        // A page or column break before any text only moves the paragraph.
        if (parent === 'r' && (paragraph?.text.length !== 0 || attributes.type === undefined)) append('\n')
        break
      case 'noBreakHyphen':
        append('-')
        break
      case 'sym':
        append(symbol(attributes.char))
        break
      case 'tbl': {
        const frame = frames.at(-1)
        if (frame) frame.hasTable = true
        break
      }
      case 'tr':
        rows.push({ cells: [], deleted: false })
        break
      case 'tc':
      case 'txbxContent':
        frames.push({ lines: [], hasTable: false, carriedOver: [] })
        break
    }
  }

  const close = (name: string) => {
    const depth = path.length
    path.pop()
    if (depth === skipFrom) skipFrom = Number.POSITIVE_INFINITY
    if (depth >= skipFrom || SKIPPED.has(name)) return
    if (name === 'p') endParagraph()
    else if (name === 'tr') endRow()
    else if (name === 'body') endFrame()
    else if (name === 'tc') {
      const cell = endFrame()
      if (cell) rows.at(-1)?.cells.push(cell)
    } else if (name === 'txbxContent') {
      const box = endFrame()
      for (const line of box?.lines ?? []) paragraphs.at(-1)?.boxes.push(line)
    }
  }

  const text = (value: string) => {
    if (path.at(-1) !== 't') return
    // Where Word anchors no comments (formulas, text boxes), text counts as standing nowhere.
    const canHoldComment = path.at(-2) === 'r' && !path.includes('oMath') && !path.includes('txbxContent')
    if (path.length < skipFrom)
      append(value.replace(/[\r\n]/g, ' '), canHoldComment ? textNode.number : null, textNode.length)
    textNode.length += value.length
  }

  return { lines, open, close, text }
}

/** Number and text as a reader sees them. The tab after `一、`, or between `1.` and a Chinese character, is only layout. */
function withMarker(marker: ListMarker | null, text: DocxLine): DocxLine {
  if (!marker) return text
  const first = text.find((piece) => piece.text !== '')?.text ?? ''
  const closed = /[、，。．）】〕]$/.test(marker.text)
  const clear = !/[\p{L}\p{Nd}]$/u.test(marker.text) && /^\p{Script=Han}/u.test(first)
  const needsGap = marker.suffix === 'space' || (marker.suffix === 'tab' && !closed && !clear)
  return [synthetic(`${marker.text}${needsGap && first !== '' ? ' ' : ''}`), ...text]
}

function splitAtBreaks(text: DocxLine): DocxLine[] {
  const lines: DocxLine[] = [[]]
  for (const piece of text) {
    if (piece.text === '\n') lines.push([])
    else lines.at(-1)?.push(piece)
  }
  return lines
}

/** A character of a symbol font: its code is private to the font, so only that there is a sign can be told. */
function symbol(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16)
  return point > 0x20 && point < 0xd800 ? String.fromCodePoint(point) : '□'
}
