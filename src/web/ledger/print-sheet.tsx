import { useLayoutEffect } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '../language/language.ts'
import { today } from '../parts/day-distance.ts'
import { type ColumnKey, columns } from './columns.ts'
import type { ActiveFilter } from './filter-words.ts'
import { findingSummary, measureCell, type UnitNames } from './ledger-cell.tsx'
import { type LedgerRow, rowKey } from './ledger-row.ts'
import './print-sheet.css'

type PrintSheetProps = {
  district: string
  inspection: string
  filters: readonly ActiveFilter[]
  shown: readonly ColumnKey[]
  names: UnitNames
  rows: readonly LedgerRow[]
  complete: boolean
}

/** The ledger as a document: title, district, date, filter in words, every row, heads repeated on each sheet. */
export function PrintSheet({ district, inspection, filters, shown: chosen, names, rows, complete }: PrintSheetProps) {
  const text = useText()
  const shown = chosen.filter((key) => columns[key].width)
  const before = shown.indexOf('text')
  useLayoutEffect(() => {
    document.body.classList.add('printing-ledger')
    return () => document.body.classList.remove('printing-ledger')
  }, [])
  const words = filters.map((one) => `${one.label} ${one.value}`).join('；')
  return createPortal(
    <div className="print-sheet">
      <h1>{text.ledger.printTitle(inspection)}</h1>
      <p>
        {district} · {text.ledger.printedOn(today())} · {text.ledger.printFilter(words || text.ledger.printAll)} ·{' '}
        {complete ? text.ledger.printRows(rows.length) : text.ledger.printPart(rows.length)}
      </p>
      <table>
        <thead>
          <tr>
            {shown.map((key) => (
              <th key={key} scope="col">
                {text.ledger.column[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row.type === 'measure' ? (
              <tr key={rowKey(row)}>
                {shown.map((key) => (
                  <td key={key} className={`print-${key}`}>
                    {measureCell(row, key, text, names)}
                  </td>
                ))}
              </tr>
            ) : (
              <tr key={rowKey(row)} className={`print-row-${row.type}`}>
                {before > 0 ? (
                  <td colSpan={before} className="print-lead">
                    {row.type === 'finding' ? row.number : text.ledger.cause}
                  </td>
                ) : null}
                <td colSpan={shown.length - before}>
                  {row.type === 'finding' ? (
                    <>
                      <strong>{row.heading}</strong> {chosen.includes('aspect') ? `${row.aspect ?? ''} ` : ''}
                      {findingSummary(row, text)}
                    </>
                  ) : (
                    row.text
                  )}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>,
    document.body,
  )
}
