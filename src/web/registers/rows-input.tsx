import { useQuery } from '@tanstack/react-query'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import type { Cell, Field } from '../../core/registers/field.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { unitTreeQuery } from '../people/people-queries.ts'
import { FieldInput } from './field-input.tsx'
import type { FieldInputProps } from './field-props.ts'
import { pastedRows } from './pasted-rows.ts'
import { texts } from './texts.ts'

type Row = Record<string, unknown>

/** A small table within an entry: Enter goes down and adds a row at the end; what is copied in Excel is pasted over it. */
export function RowsInput(props: FieldInputProps<Extract<Field, { type: 'rows' }>>) {
  const { field, label, hint, error, value, onValue, names, onNames, problems } = props
  const text = useTextOf(texts)
  const language = useLanguage()
  const table = useRef<HTMLTableElement>(null)
  const units = useQuery(unitTreeQuery).data
  const columns = Object.entries(field.columns)
  const rows = Array.isArray(value) ? (value as Row[]) : []
  const put = (next: readonly Row[]) => onValue(next.length === 0 ? undefined : next)
  const focusCell = (row: number, column: number) =>
    window.setTimeout(() => {
      const cell = table.current?.querySelector(`[data-cell="${row}-${column}"]`)
      cell?.querySelector<HTMLElement>('input, select')?.focus()
    })
  const add = (column = 0) => {
    put([...rows, {}])
    focusCell(rows.length, column)
  }
  const placeOf = (target: EventTarget): [number, number] | null => {
    const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-cell]') : null
    const [row, column] = (cell?.dataset.cell ?? '').split('-').map(Number)
    return row === undefined || column === undefined ? null : [row, column]
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeOf(event.target)
    // A list that is open has taken the key for itself.
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing || !place) return
    if (event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const [row, column] = place
    if (row + 1 < rows.length) focusCell(row + 1, column)
    else add(column)
  }
  const onPaste = (event: ClipboardEvent) => {
    const place = placeOf(event.target)
    const pasted = event.clipboardData.getData('text/plain')
    if (!place || !/[\t\n]/.test(pasted.trimEnd())) return
    event.preventDefault()
    const next = pastedRows(columns, rows, place, pasted, (name) => units?.find((unit) => unit.name === name)?.id)
    put(next.rows)
    onNames(next.names)
    announce(text.pasted(next.count))
  }
  const of = (row: number, column: string) =>
    problems.find((one) => one.row === row && one.column === column)?.sentence ?? null
  return (
    <section className="field rows-input" aria-label={label}>
      <p className="field-name">{label}</p>
      {hint ? <p className="field-hint">{hint}</p> : null}
      {rows.length > 0 ? (
        <div className="rows-scroll">
          <table ref={table} className="rows-table" onKeyDown={onKeyDown} onPaste={onPaste}>
            <thead>
              <tr>
                <th scope="col">{text.rowNumber}</th>
                {columns.map(([key, cell]) => (
                  <th key={key} scope="col" className={cell.required ? 'required' : ''}>
                    {headOf(cell, language)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
                <tr key={at}>
                  <td className="figure quiet">{at + 1}</td>
                  {columns.map(([key, cell], column) => (
                    <td key={key} data-cell={`${at}-${column}`} className={`rows-${cell.type}`}>
                      <FieldInput
                        compact
                        field={cell}
                        label={text.cell(cell.name[language], at + 1)}
                        error={of(at, key)}
                        value={row[key]}
                        onValue={(given) =>
                          put(rows.map((one, index) => (index === at ? { ...one, [key]: given } : one)))
                        }
                        names={names}
                        onNames={onNames}
                      />
                    </td>
                  ))}
                  <td>
                    <button
                      type="button"
                      className="dialog-close"
                      aria-label={text.dropRow(at + 1)}
                      title={text.dropRow(at + 1)}
                      onClick={() => put(rows.filter((_, index) => index !== at))}
                    >
                      ×
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <p className="rows-acts">
        <Button onClick={() => add()}>{text.addRow}</Button>
        {rows.length > 0 ? <span className="field-hint">{text.rowsHint}</span> : null}
      </p>
      {error ? <p className="field-error">{error}</p> : null}
    </section>
  )
}

const headOf = (cell: Cell, language: 'zh' | 'en'): string => {
  const unit = cell.type === 'quantity' ? cell.unit : cell.type === 'money' ? '元' : cell.type === 'area' ? '㎡' : ''
  return unit === '' ? cell.name[language] : `${cell.name[language]}（${unit}）`
}
