import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Span } from '../../core/notice/span.ts'
import { useTextOf } from '../language/language.ts'
import { AddBar } from './add-bar.tsx'
import { type Mark, onLines } from './line-marks.ts'
import type { PlaceInText } from './record-places.ts'
import { SourceLine } from './source-line.tsx'
import { placeAtPoint, selectedSpan } from './text-selection.ts'
import { texts } from './texts.ts'
import './source-pane.css'

/** Longer texts are drawn only where they are looked at. */
const virtualAbove = 500

export type SourcePaneHandle = { show: (line: number) => void }
type SourcePaneProps = {
  lines: readonly string[]
  marks: ReadonlyMap<number, readonly Mark[]>
  /** Places of the selected record or doubt. */
  active: readonly Span[]
  onPick: (place: PlaceInText) => void
  /** Null while nothing may be added. */
  onAdd: ((as: 'measure' | 'cause' | 'finding', span: Span) => void) | null
  ref: Ref<SourcePaneHandle>
}

/** The source text: what was recognised is marked, a click selects its record, selected text can be added. */
export function SourcePane({ lines, marks, active, onPick, onAdd, ref }: SourcePaneProps) {
  const text = useTextOf(texts)
  const pane = useRef<HTMLDivElement>(null)
  const [selection, setSelection] = useState<{ span: Span; rect: DOMRect } | null>(null)
  const virtual = lines.length > virtualAbove
  const virtualizer = useVirtualizer({
    count: lines.length,
    enabled: virtual,
    getScrollElement: () => pane.current,
    estimateSize: (index) => 8 + 26 * Math.max(1, Math.ceil((lines[index]?.length ?? 0) / 40)),
    overscan: 10,
  })
  useImperativeHandle(
    ref,
    () => ({
      show: (line) => {
        if (virtual) virtualizer.scrollToIndex(line - 1, { align: 'center' })
        else showLine(pane.current, line)
      },
    }),
    [virtual, virtualizer],
  )
  const activeByLine = useMemo(() => {
    const found = new Map<number, Mark[]>()
    for (const span of active) {
      for (const { line, start, end } of onLines(span, lines)) {
        found.set(line, [...(found.get(line) ?? []), { start, end, kind: 'active' }])
      }
    }
    return found
  }, [active, lines])

  const readSelection = useCallback(() => {
    const span = selectedSpan(pane.current)
    const rect = span ? window.getSelection()?.getRangeAt(0).getBoundingClientRect() : undefined
    setSelection(span && rect ? { span, rect } : null)
  }, [])
  useEffect(() => {
    // Dropping the selection anywhere takes the bar away; it comes when the selecting is done.
    const onChange = () => window.getSelection()?.isCollapsed && setSelection(null)
    document.addEventListener('selectionchange', onChange)
    return () => document.removeEventListener('selectionchange', onChange)
  }, [])
  const onMouseUp = ({ target, clientX, clientY }: MouseEvent) => {
    if (window.getSelection()?.isCollapsed === false) return readSelection()
    const place = placeAtPoint(target, clientX, clientY)
    if (place) onPick(place)
  }
  const line = (index: number) => {
    const own = marks.get(index + 1)
    return (
      <SourceLine
        key={index}
        number={index + 1}
        text={lines[index] ?? ''}
        marks={own}
        active={activeByLine.get(index + 1)}
        aside={isAside(own) ? (isAside(marks.get(index)) ? 'more' : 'first') : null}
      />
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click is a short way; j and k walk the same records by keyboard
    <div
      ref={pane}
      className="source-pane"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onMouseUp={onMouseUp}
      onTouchEnd={() => window.setTimeout(readSelection, 300)}
      onScroll={() => setSelection(null)}
    >
      {virtual ? (
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className="source-virtual"
              style={{ transform: `translateY(${start}px)` }}
            >
              {line(index)}
            </div>
          ))}
        </div>
      ) : (
        lines.map((_, index) => line(index))
      )}
      {selection && onAdd ? (
        <AddBar
          rect={selection.rect}
          name={text.add.name}
          onAdd={(as) => {
            onAdd(as, selection.span)
            window.getSelection()?.removeAllRanges()
            setSelection(null)
          }}
        />
      ) : null}
    </div>
  )
}

const isAside = (marks: readonly Mark[] | undefined): boolean => marks?.[0]?.kind === 'aside'

function showLine(pane: HTMLElement | null, line: number): void {
  const element = pane?.querySelector<HTMLElement>(`[data-line="${line}"]`)
  if (!pane || !element) return
  const top = element.offsetTop - pane.offsetTop
  const seen = top >= pane.scrollTop && top + element.offsetHeight <= pane.scrollTop + pane.clientHeight
  if (!seen) pane.scrollTop = top - (pane.clientHeight - Math.min(element.offsetHeight, pane.clientHeight)) / 2
}
