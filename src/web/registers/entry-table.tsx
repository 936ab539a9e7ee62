// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row that has it
import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { useText, useTextOf } from '../language/language.ts'
import { useNarrow } from '../parts/use-narrow.ts'
import { textSizeNow } from '../session/text-size.ts'
import { cellClass, EntryCell, marksOf, useCellWords } from './entry-cell.tsx'
import { type EntryColumn, linkColumn } from './entry-columns.ts'
import type { EntryRow, Names, RegisterView } from './register-queries.ts'
import type { RegisterSearch, SearchChange } from './register-search.ts'
import { texts } from './texts.ts'
import '../ledger/ledger-table.css'

type EntryTableProps = {
  register: RegisterView
  rows: readonly EntryRow[]
  names: Names
  more: 'none' | 'waiting' | 'loading' | 'failed'
  shown: readonly EntryColumn[]
  search: RegisterSearch
  /** The row that has the keyboard. */
  at: number
  picked: ReadonlySet<number>
  onAt: (index: number) => void
  onPick: (ids: readonly number[], on: boolean) => void
  onChange: (change: SearchChange) => void
  onMore: () => void
}

/** Heights in pixels, as the styles draw them: rows are never measured, so that any number scrolls evenly. */
const heights = { normal: 36, large: 42 }
const narrowHeight = 84
const readAhead = 40
const pickWidth = 32

/** Entries as a grid; only those in sight are in the page. */
export function EntryTable(props: EntryTableProps) {
  const { register, rows, names, more, shown, search, at, picked, onAt, onPick, onChange, onMore } = props
  const text = useTextOf(texts)
  const { common, ledger } = useText()
  const narrow = useNarrow()
  const scroller = useRef<HTMLDivElement>(null)
  const height = narrow ? narrowHeight : heights[textSizeNow()]
  const virtualizer = useVirtualizer({
    count: rows.length + (more === 'none' ? 0 : 1),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    scrollPaddingEnd: narrow ? 0 : 32,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known of sizes is forgotten when they change
  useLayoutEffect(() => virtualizer.measure(), [height])
  const seen = virtualizer.getVirtualItems()
  const last = seen[seen.length - 1]?.index ?? 0
  useEffect(() => {
    if (more === 'waiting' && last >= rows.length - readAhead) onMore()
  }, [more, last, rows.length, onMore])
  useLayoutEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' })
  }, [at, virtualizer])

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2)
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -rows.length, End: rows.length }[
      event.key
    ]
    const row = rows[at]
    if (event.key === ' ' && row) {
      event.preventDefault()
      onPick([row.id], !picked.has(row.id))
    }
    if (by === undefined || event.target !== event.currentTarget) return
    event.preventDefault()
    onAt(Math.min(rows.length - 1, Math.max(0, at + by)))
  }
  const linked = linkColumn(shown)
  const width = shown.reduce((sum, { least }) => sum + least, pickWidth + 16)
  const all = rows.length > 0 && rows.every(({ id }) => picked.has(id))
  return (
    <div className="ledger-table entry-table">
      <div
        ref={scroller}
        id="entry-rows"
        className="ledger-scroll"
        role="grid"
        aria-label={register.name[text.language]}
        aria-rowcount={more === 'none' ? rows.length + 1 : -1}
        aria-colcount={shown.length + 1}
        aria-activedescendant={rows[at] && seen.some(({ index }) => index === at) ? `entry-${rows[at]?.id}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        style={{
          ['--columns' as string]: `${pickWidth}px ${shown.map(({ width: own }) => own).join(' ')}`,
          ['--least' as string]: `${width}px`,
        }}
      >
        <div role="rowgroup" className="ledger-head">
          <div role="row" className="head-line" aria-rowindex={1}>
            <div role="columnheader" className="cell cell-pick">
              <input
                type="checkbox"
                aria-label={text.pickAll}
                checked={all}
                onChange={() =>
                  onPick(
                    rows.map(({ id }) => id),
                    !all,
                  )
                }
              />
            </div>
            {shown.map((column) => (
              <Head key={column.key} column={column} register={register} search={search} onChange={onChange} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className="ledger-lines" style={{ height: virtualizer.getTotalSize() }}>
          {seen.map(({ index, start, size, key }) => {
            const row = rows[index]
            const style = { top: start, height: size }
            if (!row)
              return (
                <div key={key} role="row" className="line line-more" style={style} aria-rowindex={index + 2}>
                  <div role="gridcell" className="cell">
                    {more === 'failed' ? (
                      <>
                        {ledger.moreFailed}{' '}
                        <button type="button" className="button button-quiet" onClick={onMore}>
                          {common.retry}
                        </button>
                      </>
                    ) : (
                      ledger.loadingMore
                    )}
                  </div>
                </div>
              )
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the grid that holds the focus
              <div
                key={key}
                id={`entry-${row.id}`}
                role="row"
                className={`line${row.withdrawn ? ' line-withdrawn' : ''}${row.coveredBy === null ? '' : ' line-covered'}`}
                style={style}
                aria-rowindex={index + 2}
                aria-selected={index === at}
                onClick={() => onAt(index)}
              >
                <div role="gridcell" className="cell cell-pick">
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={text.pick(row.title)}
                    checked={picked.has(row.id)}
                    onChange={(event) => onPick([row.id], event.target.checked)}
                  />
                </div>
                {narrow ? (
                  <NarrowRow register={register} row={row} shown={shown} names={names} />
                ) : (
                  shown.map((column) => (
                    <div key={column.key} role="gridcell" className={cellClass(column)}>
                      <EntryCell
                        register={register}
                        row={row}
                        column={column}
                        names={names}
                        linked={column.key === linked}
                      />
                    </div>
                  ))
                )}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

type HeadProps = {
  column: EntryColumn
  register: RegisterView
  search: RegisterSearch
  onChange: (change: SearchChange) => void
}

/** A column that the list can be ordered by: a click orders, another one turns the order round. */
function Head({ column, register, search, onChange }: HeadProps) {
  const { key, label } = column
  const sort = key === register.dateField ? 'on' : key === '$title' ? 'title' : null
  const sorted = sort !== null && sort === (search.sort ?? 'on')
  const descending = search.descending !== 'false'
  const order = () =>
    onChange({
      sort: sort === 'on' || sort === null ? undefined : sort,
      descending: (sorted ? !descending : sort === 'on') ? undefined : 'false',
    })
  return (
    <div
      role="columnheader"
      className={cellClass(column)}
      aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      {sort === null ? (
        <span className="cut">{label}</span>
      ) : (
        <button type="button" className="sort" onClick={order}>
          {label}
          <span aria-hidden="true">{sorted ? (descending ? ' ↓' : ' ↑') : ''}</span>
        </button>
      )}
    </div>
  )
}

type NarrowRowProps = { register: RegisterView; row: EntryRow; shown: readonly EntryColumn[]; names: Names }

/** On a phone: the title, and under it in one line what else is chosen. */
function NarrowRow({ register, row, shown, names }: NarrowRowProps) {
  const text = useTextOf(texts)
  const wordsOf = useCellWords(register, names)
  const linked = linkColumn(shown)
  const rest = shown
    .filter(({ key }) => key !== linked && key !== register.dateField && key !== '$citations')
    .map((column) => wordsOf(row, column))
    .filter(Boolean)
  return (
    <div role="gridcell" className="cell cell-narrow">
      <Link to="/entries/$id" params={{ id: String(row.id) }}>
        {row.title}
      </Link>
      <span className="small quiet">{[row.on, ...rest, ...marksOf(row, text)].filter(Boolean).join(' · ')}</span>
    </div>
  )
}
