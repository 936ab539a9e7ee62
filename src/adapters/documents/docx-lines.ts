/**
 * A Word file (.docx) → lines: one per paragraph with the number Word shows before it, one per table row. Tracked insertions are
 * in, deletions out; hidden text, comments, footnotes, headers and footers are not part of the text.
 */
import { findParts } from './docx-package.ts'
import { docxText, lineText } from './docx-text.ts'

/** Lines of the document; throws `document.damaged`. The archive must have passed `checkZip` before. */
export function docxLines(bytes: Uint8Array): string[] {
  return docxText(findParts(bytes)).map(lineText)
}
