// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row that has it
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useText } from '../language/language.ts'
import type { ColumnKey } from './columns.ts'
import { findingSummary, measureCell, type UnitNames } from './ledger-cell.tsx'
import { type LedgerRow, type MeasureRow, rowKey } from './ledger-row.ts'

type LedgerLineProps = {
  row: LedgerRow
  index: number
  shown: readonly ColumnKey[]
  names: UnitNames
  withAspect: boolean
  selected: boolean
  /** Ticked or not; null for rows that cannot be. */
  picked: boolean | null
  /** Null where there is no column of ticks. */
  onPick: ((row: MeasureRow, range: boolean) => void) | null
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
  picked,
  onPick,
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
      {onPick ? <PickCell row={row} picked={picked} onPick={onPick} /> : null}
      <Cells row={row} shown={shown} names={names} withAspect={withAspect} picking={onPick !== null} />
    </div>
  )
})

type PickCellProps = { row: LedgerRow; picked: boolean | null; onPick: NonNullable<LedgerLineProps['onPick']> }

/** The tick of a measure; with Shift, of all from the one ticked before. */
function PickCell({ row, picked, onPick }: PickCellProps) {
  const text = useText().ledger
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it only keeps the click from opening the row
    <div role="gridcell" className="cell cell-pick" onClick={(event) => event.stopPropagation()}>
      {row.type === 'measure' ? (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={text.pick(row.number)}
          checked={picked ?? false}
          onChange={(event) => onPick(row, 'shiftKey' in event.nativeEvent && event.nativeEvent.shiftKey === true)}
        />
      ) : null}
    </div>
  )
}

type CellsProps = Pick<LedgerLineProps, 'row' | 'shown' | 'names' | 'withAspect'> & { picking: boolean }

function Cells({ row, shown, names, withAspect, picking }: CellsProps) {
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
  const rest = { ['--rest' as string]: `${before + (picking ? 2 : 1)} / -1` }
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
