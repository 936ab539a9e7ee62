import type { Notice } from '../../../notice/notice.ts'
import type { Node } from '../../pieces.ts'

/** The lines of the notice itself, whole: page furniture, which the office did not write, is left out. */
export function ownLines(notice: Notice, lines: readonly string[]): Node[] {
  const furniture = new Set(notice.setAside.map(({ line }) => line))
  return lines.flatMap((text, index) => {
    const line = index + 1
    return text.trim() === '' || furniture.has(line)
      ? []
      : [{ line, column: 1, endLine: line, endColumn: text.length + 1, text }]
  })
}
