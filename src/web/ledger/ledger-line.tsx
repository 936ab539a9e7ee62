// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row that has it
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useText } from '../language/language.ts'
import type { ColumnKey } from './columns.ts'
import { findingSummary, measureCell, type UnitNames } from './ledger-cell.tsx'
import { type LedgerRow, rowKey } from './ledger-row.ts'

type LedgerLineProps = {
  row: LedgerRow
  index: number
  shown: readonly ColumnKey[]
  names: UnitNames
  withAspect: boolean
  selected: boolean
  /** Pixels from the first row's top. */
  top: number
  height: number
  onOpen: (key: string) => void
}

/** One row of the table: a click anywhere opens it, its number is a true link. */
export const LedgerLine = memo(function LedgerLine({
  row,
  index,
  shown,
  names,
  withAspect,
  selected,
  top,
  height,
  onOpen,
}: LedgerLineProps) {
  const key = rowKey(row)
  const open = row.type === 'cause' ? undefined : () => onOpen(key)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the grid around the rows
    <div
      id={`row-${key}`}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={`line line-${row.type}`}
      style={{ top, height }}
      onClick={open}
    >
      <Cells row={row} shown={shown} names={names} withAspect={withAspect} />
    </div>
  )
})

function Cells({ row, shown, names, withAspect }: Pick<LedgerLineProps, 'row' | 'shown' | 'names' | 'withAspect'>) {
  const text = useText()
  if (row.type === 'measure')
    return shown.map((column) => (
      <div key={column} role="gridcell" className={`cell cell-${column}`}>
        {column === 'number' ? <NumberLink row={row} /> : measureCell(row, column, text, names)}
      </div>
    ))
  const before = shown.indexOf('text')
  const lead = shown.slice(0, before).map((column) => (
    <div key={column} role="gridcell" className={`cell cell-${column}`}>
      {column === 'number' && row.type === 'finding' ? <NumberLink row={row} /> : null}
    </div>
  ))
  const rest = { ['--rest' as string]: `${before + 1} / -1` }
  if (row.type === 'cause')
    return (
      <>
        {lead}
        <div role="gridcell" className="cell cell-rest" style={rest}>
          <span className="cause-word">{text.ledger.cause}</span>
          <span className="cut">{row.text}</span>
        </div>
      </>
    )
  return (
    <>
      {lead}
      <div role="gridcell" className="cell cell-rest" style={rest}>
        <span className="cut heading">{row.heading}</span>
        {withAspect && row.aspect ? <span className="faint cut aspect">{row.aspect}</span> : null}
        <span className="summary figure">{findingSummary(row, text)}</span>
      </div>
    </>
  )
}

function NumberLink({ row }: { row: Exclude<LedgerRow, { type: 'cause' }> }) {
  const params = { id: String(row.id) }
  return (
    <Link
      to={row.type === 'finding' ? '/findings/$id' : '/measures/$id'}
      params={params}
      tabIndex={-1}
      className="number-link figure"
      // A plain click opens the panel like the rest of the row; with Ctrl or the middle button it is a link.
      onClick={(event) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) event.preventDefault()
        else event.stopPropagation()
      }}
    >
      {row.number}
    </Link>
  )
}
