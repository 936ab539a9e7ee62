// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row that has it
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useText } from '../language/language.ts'
import { useNarrow } from '../parts/use-narrow.ts'
import { textSizeNow } from '../session/text-size.ts'
import { type ColumnKey, templateOf } from './columns.ts'
import { offsetOf, rememberOffset } from './last-search.ts'
import type { UnitNames } from './ledger-cell.tsx'
import { LedgerHead, type Order } from './ledger-head.tsx'
import { LedgerLine } from './ledger-line.tsx'
import { indexOfKey, type LedgerRow, rowKey } from './ledger-row.ts'
import { nextSelectable } from './next-selectable.ts'
import type { Selection } from './use-selection.ts'
import './ledger-table.css'

type LedgerTableProps = {
  /** Names the view, to scroll to where it was left. */
  view: string
  rows: readonly LedgerRow[]
  more: 'none' | 'waiting' | 'loading' | 'failed'
  shown: readonly ColumnKey[]
  names: UnitNames
  withAspect: boolean
  order: Order
  selected: string | null
  /** Null where nothing can be ticked. */
  selection: Selection | null
  onOrder: (order: Order) => void
  onSelect: (key: string) => void
  onOpen: (key: string) => void
  onMore: () => void
}

/** Heights in pixels, as `ledger-table.css` draws them: rows are never measured, so that any number scrolls evenly. */
const heights = { normal: 36, large: 42 }
const headHeight = 32
const narrowHeights = { finding: 62, measure: 92, cause: 48 }
const readAhead = 60

/** The rows as a grid; only those in sight are in the page. */
export function LedgerTable(props: LedgerTableProps) {
  const { view, rows, more, shown, names, withAspect, order, selected, selection, onOrder, onSelect, onOpen, onMore } =
    props
  const text = useText()
  const narrow = useNarrow()
  const scroller = useRef<HTMLDivElement>(null)
  const height = heights[textSizeNow()]
  // The same function while sizes are the same: with another one every row would be placed anew.
  const estimateSize = useCallback(
    (index: number) => (narrow ? narrowHeights[rows[index]?.type ?? 'cause'] : height),
    [narrow, rows, height],
  )
  const virtualizer = useVirtualizer({
    count: rows.length + (more === 'none' ? 0 : 1),
    getScrollElement: () => scroller.current,
    estimateSize,
    overscan: 12,
    // The head stands above the rows inside of what scrolls; the library rounds both to whole pixels.
    scrollPaddingEnd: narrow ? 0 : headHeight + 2,
    initialOffset: () => offsetOf(view),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known of sizes is forgotten when they change
  useLayoutEffect(() => virtualizer.measure(), [estimateSize])

  const seen = virtualizer.getVirtualItems()
  const last = seen[seen.length - 1]?.index ?? 0
  useEffect(() => {
    if (more === 'waiting' && last >= rows.length - readAhead) onMore()
  }, [more, last, rows.length, onMore])

  // Another view begins at its top, or where it was left.
  const shownView = useRef(view)
  useLayoutEffect(() => {
    if (shownView.current === view) return
    shownView.current = view
    virtualizer.scrollToOffset(offsetOf(view))
  }, [view, virtualizer])

  const at = useMemo(() => (selected === null ? -1 : indexOfKey(rows, selected)), [rows, selected])
  const shownAt = useRef(-1)
  useLayoutEffect(() => {
    if (at === shownAt.current) return
    shownAt.current = at
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' })
  }, [at, virtualizer])

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2)
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -rows.length, End: rows.length }[
      event.key
    ]
    if (by === undefined) return
    event.preventDefault()
    const next = nextSelectable(rows, at, by)
    if (next) onSelect(next)
  }
  const current = at < 0 ? undefined : rows[at]
  return (
    <div className="ledger-table">
      <div
        ref={scroller}
        id="ledger-rows"
        className="ledger-scroll"
        role="grid"
        aria-label={text.ledger.rows}
        aria-rowcount={more === 'none' ? rows.length + 1 : -1}
        aria-colcount={shown.length + (selection ? 1 : 0)}
        aria-activedescendant={current && seen.some(({ index }) => index === at) ? `row-${rowKey(current)}` : undefined}
        tabIndex={0}
        onScroll={(event) => rememberOffset(view, event.currentTarget.scrollTop)}
        onKeyDown={onKeyDown}
        style={{ ['--columns' as string]: `${selection ? '32px ' : ''}${templateOf(shown)}` }}
      >
        <LedgerHead shown={shown} order={order} rows={rows} selection={selection} onOrder={onOrder} />
        <div role="rowgroup" className="ledger-lines" style={{ height: virtualizer.getTotalSize() }}>
          {seen.map(({ index, start, size, key }) => {
            const row = rows[index]
            return row ? (
              <LedgerLine
                key={key}
                row={row}
                index={index}
                shown={shown}
                names={names}
                withAspect={withAspect}
                selected={index === at}
                picked={selection && row.type === 'measure' ? selection.measures.has(row.id) : null}
                onPick={selection?.pick ?? null}
                top={start}
                height={size}
                onOpen={onOpen}
              />
            ) : (
              <div
                key={key}
                role="row"
                className="line line-more"
                style={{ top: start, height: size }}
                aria-rowindex={index + 2}
              >
                <div role="gridcell" className="cell">
                  {more === 'failed' ? (
                    <>
                      {text.ledger.moreFailed}{' '}
                      <button type="button" className="button button-quiet" onClick={onMore}>
                        {text.common.retry}
                      </button>
                    </>
                  ) : (
                    text.ledger.loadingMore
                  )}
                </div>
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
