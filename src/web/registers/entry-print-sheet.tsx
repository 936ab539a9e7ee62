import { useLayoutEffect } from 'react'
import { createPortal } from 'react-dom'
import { useText, useTextOf } from '../language/language.ts'
import { today } from '../parts/day-distance.ts'
import { useBoot } from '../session/use-boot.ts'
import { cellClass, marksOf, useCellWords } from './entry-cell.tsx'
import { type EntryColumn, linkColumn } from './entry-columns.ts'
import { conditionWords, kindWords, periodWords } from './filter-words.ts'
import type { EntryRow, Names, RegisterView } from './register-queries.ts'
import { type RegisterSearch, whereOf } from './register-search.ts'
import { texts } from './texts.ts'
import { unitOf } from './value-words.ts'
import '../ledger/print-sheet.css'

type EntryPrintSheetProps = {
  register: RegisterView
  search: RegisterSearch
  shown: readonly EntryColumn[]
  names: Names
  rows: readonly EntryRow[]
  complete: boolean
}

/** A register as a document: title, district, date, filter in words, every entry, heads repeated on each sheet. */
export function EntryPrintSheet({ register, search, shown, names, rows, complete }: EntryPrintSheetProps) {
  const text = useTextOf(texts)
  const { ledger } = useText()
  const { district } = useBoot()
  const wordsOf = useCellWords(register, names)
  const linked = linkColumn(shown)
  useLayoutEffect(() => {
    document.body.classList.add('printing-ledger')
    return () => document.body.classList.remove('printing-ledger')
  }, [])
  const { language } = text
  const said: (string | null)[] = [
    kindWords(register, search.kind, language),
    periodWords(search, text),
    ...[...new Set(whereOf(search.where).map(([key]) => key))].map((key) => {
      const field = register.fields[key]
      const words = field ? conditionWords(key, field, search.where, language, text) : null
      return field && words ? `${field.name[language]} ${words}` : null
    }),
    search.q ?? null,
  ]
  const filter = said.filter(Boolean).join('；')
  return createPortal(
    <div className="print-sheet">
      <h1>{register.name[language]}</h1>
      <p>
        {district} · {ledger.printedOn(today())} · {ledger.printFilter(filter || ledger.printAll)} ·{' '}
        {complete ? ledger.printRows(rows.length) : ledger.printPart(rows.length)}
      </p>
      <table>
        <thead>
          <tr>
            {shown.map(({ key, label, field }) => (
              <th key={key} scope="col">
                {field && unitOf(field) ? `${label}（${unitOf(field)}）` : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {shown.map((column) => (
                <td key={column.key} className={cellClass(column)}>
                  {wordsOf(row, column)}
                  {column.key === linked
                    ? marksOf(row, text)
                        .map((mark) => ` [${mark}]`)
                        .join('')
                    : ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  )
}
