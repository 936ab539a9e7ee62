/** From what a person clicked or selected in the source pane to places of the text. */
import type { Span } from '../../core/notice/span.ts'
import type { PlaceInText } from './record-places.ts'

/** The place of a character shown at a point of the window; the beginning of the line where the point is beside the text. */
export function placeAtPoint(target: EventTarget | null, x: number, y: number): PlaceInText | null {
  const line = target instanceof Element ? lineOf(target) : null
  if (line === null) return null
  const range = document.caretRangeFromPoint?.(x, y)
  return (range && placeOf(range.startContainer, range.startOffset)) ?? { line, column: 1 }
}

/** The span that is selected inside `pane`; null when nothing is, or only blanks. */
export function selectedSpan(pane: HTMLElement | null): Span | null {
  const selection = window.getSelection()
  if (!pane || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  if (selection.toString().trim() === '') return null
  const range = selection.getRangeAt(0)
  if (!pane.contains(range.startContainer) || !pane.contains(range.endContainer)) return null
  const from = placeOf(range.startContainer, range.startOffset)
  const to = placeOf(range.endContainer, range.endOffset)
  if (!from || !to || to.line < from.line || (to.line === from.line && to.column <= from.column)) return null
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

function placeOf(node: Node, offset: number): PlaceInText | null {
  const element = node instanceof Element ? node : node.parentElement
  const line = element ? lineOf(element) : null
  if (!element || line === null) return null
  const piece = element.closest<HTMLElement>('[data-start]')
  if (piece && node.nodeType === Node.TEXT_NODE) return { line, column: Number(piece.dataset.start) + offset + 1 }
  // The border of an element: before its first piece, or behind what stands before the offset.
  const before = node instanceof Element ? node.childNodes[offset - 1] : null
  const last = before instanceof HTMLElement ? before : null
  const start = last?.dataset.start
  return { line, column: last && start !== undefined ? Number(start) + (last.textContent?.length ?? 0) + 1 : 1 }
}

function lineOf(element: Element): number | null {
  const line = Number(element.closest<HTMLElement>('[data-line]')?.dataset.line)
  return Number.isInteger(line) && line > 0 ? line : null
}
