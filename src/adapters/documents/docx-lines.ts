/**
 * A Word file (.docx) → lines: one per paragraph with the number Word shows before it, one per table row. Tracked insertions are
 * in, deletions out; hidden text, comments, footnotes, headers and footers are not part of the text.
 */
import { type Unzipped, unzipSync } from 'fflate'
import { Refusal } from '../../core/refusal.ts'
import { type ListMarker, readNumbering } from './docx-numbering.ts'
import { readStyles } from './docx-styles.ts'
import { type Cell, rowLines } from './table-rows.ts'
import { readXml, type XmlAttributes, type XmlElement, xmlTree } from './xml-reader.ts'

/** Lines of the document; throws `document.damaged`. The archive must have passed `checkZip` before. */
export function docxLines(bytes: Uint8Array): string[] {
  const parts = findParts(bytes)
  const reader = documentReader(parts)
  readXml(parts.document, reader)
  return reader.lines
}

type Parts = { document: Uint8Array; numbering: XmlElement | null; styles: XmlElement | null }

/** The main part and its two companions, found through the relationships, since producers name them freely. */
function findParts(bytes: Uint8Array): Parts {
  const packageRelations = relationsOf(unpack(bytes, ['_rels/.rels']), '_rels/.rels')
  const main = (packageRelations.get('officeDocument') ?? 'word/document.xml').replace(/^\//, '')
  const slash = main.lastIndexOf('/') + 1
  const folder = main.slice(0, slash)
  const relationsName = `${folder}_rels/${main.slice(slash)}.rels`
  const relations = relationsOf(unpack(bytes, [relationsName]), relationsName)
  const target = (kind: string): string => {
    const named = relations.get(kind) ?? `${kind}.xml`
    return named.startsWith('/') ? named.slice(1) : folder + named
  }
  const names = { numbering: target('numbering'), styles: target('styles') }
  const files = unpack(bytes, [main, names.numbering, names.styles])
  const document = files[main]
  if (!document) throw new Refusal('document.damaged')
  const tree = (name: string): XmlElement | null => (files[name] ? xmlTree(files[name]) : null)
  return { document, numbering: tree(names.numbering), styles: tree(names.styles) }
}

function unpack(bytes: Uint8Array, names: readonly string[]): Unzipped {
  try {
    return unzipSync(bytes, { filter: (file) => names.includes(file.name) })
  } catch {
    throw new Refusal('document.damaged')
  }
}

/** Relationship kind (last word of its type) → target. */
function relationsOf(files: Unzipped, name: string): Map<string, string> {
  const relations = new Map<string, string>()
  const file = files[name]
  for (const { attributes } of file ? xmlTree(file).children : []) {
    const kind = (attributes.Type ?? '').split('/').at(-1) ?? ''
    if (attributes.Target !== undefined && !relations.has(kind)) relations.set(kind, attributes.Target)
  }
  return relations
}

type Paragraph = {
  text: string
  style: string | undefined
  list: string | undefined
  level: number | undefined
  /** The paragraph mark was deleted by a tracked change: the text goes on in the next paragraph. */
  markDeleted: boolean
  /** Lines of text boxes anchored in the paragraph. */
  boxes: string[]
}
type Row = { cells: Cell[]; deleted: boolean }
/** What lines are written to: the document, a table cell or a text box. `carriedOver`: text whose paragraph mark was deleted. */
type Frame = Cell & { carriedOver: string }

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

/** Handlers that turn the events of `document.xml` into `lines`. */
function documentReader(parts: Pick<Parts, 'numbering' | 'styles'>) {
  const numbering = readNumbering(parts.numbering)
  const styles = readStyles(parts.styles)
  const lines: string[] = []
  const path: string[] = []
  const frames: Frame[] = [{ lines, hasTable: false, carriedOver: '' }]
  const rows: Row[] = []
  const paragraphs: Paragraph[] = []
  /** Depth of the element whose whole content is left out. */
  let skipFrom = Number.POSITIVE_INFINITY

  const write = (line: string) => frames.at(-1)?.lines.push(line)
  const append = (text: string) => {
    const paragraph = paragraphs.at(-1)
    if (paragraph) paragraph.text += text
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
    const text = frame.carriedOver + paragraph.text
    frame.carriedOver = paragraph.markDeleted ? text : ''
    if (!paragraph.markDeleted) for (const line of withMarker(markerOf(paragraph), text).split('\n')) write(line)
    for (const line of paragraph.boxes) write(line)
  }

  const endFrame = (): Frame | undefined => {
    const frame = frames.pop()
    if (frame && frame.carriedOver !== '') frame.lines.push(frame.carriedOver)
    return frame
  }

  const endRow = () => {
    const row = rows.pop()
    if (row && !row.deleted) for (const line of rowLines(row.cells)) write(line)
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
          text: '',
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
        if (parent === 'r' && (paragraph?.text !== '' || attributes.type === undefined)) append('\n')
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
        frames.push({ lines: [], hasTable: false, carriedOver: '' })
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
    if (path.length < skipFrom && path.at(-1) === 't') append(value)
  }

  return { lines, open, close, text }
}

/** Number and text as a reader sees them. The tab after `一、`, or between `1.` and a Chinese character, is only layout. */
function withMarker(marker: ListMarker | null, text: string): string {
  if (!marker) return text
  const closed = /[、，。．）】〕]$/.test(marker.text)
  const clear = !/[\p{L}\p{Nd}]$/u.test(marker.text) && /^\p{Script=Han}/u.test(text)
  const needsGap = marker.suffix === 'space' || (marker.suffix === 'tab' && !closed && !clear)
  return `${marker.text}${needsGap && text !== '' ? ' ' : ''}${text}`
}

/** A character of a symbol font: its code is private to the font, so only that there is a sign can be told. */
function symbol(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16)
  return point > 0x20 && point < 0xd800 ? String.fromCodePoint(point) : '□'
}
