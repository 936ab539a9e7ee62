/**
 * A PDF with text → lines, one per paragraph. A PDF knows only where pieces of text stand on its pages: they are put together to
 * printed lines here, page numbers at the foot are taken off, and `pdf-paragraphs.ts` rejoins what was wrapped.
 * Slanted text (watermarks) is left out. Read by unpdf (PDF.js), which runs no script and fetches nothing.
 */
import { getDocumentProxy } from 'unpdf'
import { plainIdeographs } from '../../core/notice/plain-ideographs.ts'
import { Refusal } from '../../core/refusal.ts'
import { type PrintedLine, type PrintedPage, paragraphsOf } from './pdf-paragraphs.ts'

type TextPiece = { str: string; transform: number[]; width: number; height: number }

/** Lines of the document, none when it is a scan. Throws `document.damaged`, `document.encrypted`, `document.fontMissing`. */
export async function pdfLines(bytes: Uint8Array): Promise<string[]> {
  const pages = await readPages(bytes)
  return paragraphsOf(pages.map(({ pieces, height }) => withoutPageNumber({ lines: printedLines(pieces), height })))
}

async function readPages(bytes: Uint8Array): Promise<{ pieces: TextPiece[]; height: number }[]> {
  const pages: { pieces: TextPiece[]; height: number }[] = []
  let fontMissing = false
  /** PDF.js asks here for tables that a PDF takes for granted; the text of such a font would be left out without a word. */
  class MissingTables {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<never> {
      if (kind === 'cMapUrl') fontMissing = true
      throw new Error(`no table ${filename}`)
    }
  }
  try {
    // PDF.js takes the buffer over, so it gets a copy.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      // Its warnings are not for the user's terminal.
      verbosity: 0,
      disableFontFace: true,
      useWorkerFetch: false,
      BinaryDataFactory: MissingTables,
    })
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const pieces = items.filter((item): item is typeof item & TextPiece => 'str' in item)
      pages.push({ pieces, height: page.getViewport({ scale: 1 }).height })
      page.cleanup()
    }
    await document.destroy()
  } catch (error) {
    // PDF.js throws errors of every kind on damaged files.
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new Refusal(isLocked ? 'document.encrypted' : 'document.damaged')
  }
  if (fontMissing) throw new Refusal('document.fontMissing')
  return pages
}

/** Pieces on one base line, in the order of the file, are one printed line. */
function printedLines(pieces: readonly TextPiece[]): PrintedLine[] {
  const lines: PrintedLine[] = []
  for (const piece of pieces) {
    const [, slant = 0, , size = 0, x = 0, y = 0] = piece.transform
    if (piece.str === '' || Math.abs(slant) > 0.1) continue
    const isSpace = piece.str.trim() === ''
    const last = lines.at(-1)
    if (last && Math.abs(last.y - y) < last.size / 2 && x > last.left) {
      // A wide gap is a step to the next column of a table.
      last.text += isSpace && piece.width > last.size * 1.2 ? '\t' : piece.str
      last.right = Math.max(last.right, x + piece.width)
      // A number before the text is often set smaller than it.
      if (!isSpace) last.size = Math.max(last.size, Math.abs(size))
    } else if (!isSpace) {
      lines.push({ text: piece.str, left: x, right: x + piece.width, y, size: Math.abs(size) })
    }
  }
  for (const line of lines) line.text = readable(line.text)
  return lines.filter((line) => line.text !== '')
}

/**
 * The text without what is not text: signs for which the font names no character, radicals that
 * stand for characters, and the thin gap that word processors set between
 * Chinese and Latin or digits, which PDF.js reports as a space though nobody typed one.
 */
function readable(text: string): string {
  return plainIdeographs(text)
    .replace(/[\p{Cc}\p{Surrogate}]/gu, (sign) => (sign === '\t' ? sign : ''))
    .replace(
      /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]) (?=[!-~])|(?<=[!-~]) (?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’])/gu,
      '',
    )
    .trim()
}

const PAGE_NUMBER = /^(?:[-—–－·\s]*\d{1,4}[-—–－·\s]*|第\s*\d{1,4}\s*页.{0,12}|\d{1,4}\s*\/\s*\d{1,4})$/
/** Part of the page's height that its foot takes: GB/T 9704 sets the page number 7 mm below a type area that ends 35 mm above the edge. */
const FOOT = 0.12

/** Takes a page number off, where it stands alone as the lowest line in the foot of the page. */
function withoutPageNumber(page: PrintedPage): PrintedPage {
  const lowest = page.lines.reduce<PrintedLine | undefined>(
    (low, line) => (low && low.y <= line.y ? low : line),
    undefined,
  )
  if (!lowest || lowest.y > page.height * FOOT || !PAGE_NUMBER.test(lowest.text)) return page
  return { ...page, lines: page.lines.filter((line) => line !== lowest) }
}
