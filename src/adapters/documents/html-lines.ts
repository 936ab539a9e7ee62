/**
 * A saved web page → lines as a reader sees them: a line per block, a row of a table per line with tabs between cells; scripts,
 * styles and hidden parts left out. Read by parse5, which accepts any input; walked without recursion, since pages nest deeply.
 */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { Refusal } from '../../core/refusal.ts'
import { decodeStrictly, decodeText } from './decode-text.ts'
import { type Cell, type LineShape, rowLines } from './table-rows.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Bytes of a page → text: as for plain text, and then by the encoding that the page names itself. */
export function decodeHtml(bytes: Uint8Array): { encoding: string; text: string } {
  try {
    return decodeText(bytes)
  } catch (error) {
    const named = namedEncoding(bytes)
    const text = named === null ? null : decodeStrictly(bytes, named)
    if (named !== null && text !== null) return { encoding: named, text }
    throw error
  }
}

/** The charset of a `<meta>` in the first 2 kB when it is none of those that `decodeText` has tried. */
function namedEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const label = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})/i.exec(head)?.[1]
  if (label === undefined) return null
  try {
    const { encoding } = new TextDecoder(label)
    return ['utf-8', 'gbk', 'gb18030'].includes(encoding) ? null : encoding
  } catch {
    return null
  }
}

const LEFT_OUT = new Set([
  'head',
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'audio',
  'video',
  'canvas',
  'datalist',
])
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'optgroup',
  'option',
  'p',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
])
const PREFORMATTED = new Set(['pre', 'textarea', 'xmp', 'listing'])
/** More elements inside one another than any page has; parse5's own work grows with the depth. */
const DEEPEST = 2000

/** Where lines are written: the page or a table cell. `line` is the one being written. */
type Frame = Cell<string> & { line: string }

const shape: LineShape<string> = {
  isBlank: (line) => line.trim() === '',
  joinCells: (cells) =>
    cells
      .map((lines) => lines.map((line) => line.trim()).join(' '))
      .map((cell) => cell.replaceAll('\t', ' '))
      .join('\t'),
}

export function htmlLines(html: string): string[] {
  const page: Frame = { lines: [], hasTable: false, line: '' }
  const frames: Frame[] = [page]
  const rows: Cell<string>[][] = []
  let preformatted = 0

  const endLine = () => {
    const frame = frames.at(-1)
    if (!frame) return
    const line = frame.line.replace(/ +$/, '')
    if (line !== '') frame.lines.push(line)
    frame.line = ''
  }
  const write = (text: string) => {
    const frame = frames.at(-1)
    if (!frame) return
    if (preformatted > 0) {
      const [first = '', ...others] = text.split('\n')
      frame.line += first
      for (const other of others) {
        endLine()
        frame.line = other
      }
      return
    }
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ')
    frame.line += frame.line === '' || frame.line.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed
  }

  const enter = (element: Element) => {
    const name = element.tagName
    if (name === 'br' || BLOCKS.has(name)) endLine()
    if (PREFORMATTED.has(name)) preformatted++
    const frame = frames.at(-1)
    if (name === 'table' && frame) frame.hasTable = true
    if (name === 'tr') rows.push([])
    if (name === 'td' || name === 'th') frames.push({ lines: [], hasTable: false, line: '' })
  }
  const leave = (element: Element) => {
    const name = element.tagName
    if (BLOCKS.has(name)) endLine()
    if (PREFORMATTED.has(name)) preformatted--
    if (name === 'td' || name === 'th') {
      const cell = frames.pop()
      if (cell) rows.at(-1)?.push(cell)
    }
    if (name === 'tr') for (const line of rowLines(rows.pop() ?? [], shape)) frames.at(-1)?.lines.push(line)
  }

  walk(parse(html), enter, leave, write)
  endLine()
  return page.lines
}

/** Visits visible elements and text in document order. Throws `document.damaged` for a page nested absurdly deep. */
function walk(
  root: Node,
  enter: (at: Element) => void,
  leave: (at: Element) => void,
  text: (text: string) => void,
): void {
  const open: { node: Node; next: number }[] = [{ node: root, next: 0 }]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const children = 'childNodes' in top.node ? top.node.childNodes : []
    const child = children[top.next++]
    if (child === undefined) {
      open.pop()
      if (defaultTreeAdapter.isElementNode(top.node)) leave(top.node)
    } else if (defaultTreeAdapter.isTextNode(child)) text(child.value)
    else if (defaultTreeAdapter.isElementNode(child) && !isHidden(child)) {
      if (open.length > DEEPEST) throw new Refusal('document.damaged')
      enter(child)
      open.push({ node: child, next: 0 })
    }
  }
}

function isHidden(element: Element): boolean {
  if (LEFT_OUT.has(element.tagName)) return true
  return element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value.slice(0, 500))),
  )
}
