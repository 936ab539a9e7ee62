import { Link } from '@tanstack/react-router'
import type { EntryFile } from '../../core/registers/field.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import type { EntryColumn } from './entry-columns.ts'
import type { EntryRow, Names, RegisterView } from './register-queries.ts'
import { texts } from './texts.ts'
import { unitOf, valueIn, valueWords } from './value-words.ts'

type EntryCellProps = {
  register: RegisterView
  row: EntryRow
  column: EntryColumn
  names: Names
  /** The cell leads to the entry's page. */
  linked: boolean
}

/** What stands in one cell of the list. */
export function EntryCell({ register, row, column, names, linked }: EntryCellProps) {
  const text = useTextOf(texts)
  const words = useCellWords(register, names)(row, column)
  const unit = column.field && words !== '' ? unitOf(column.field) : ''
  if (!linked)
    return (
      <>
        <span className="cut" title={words}>
          {words}
        </span>
        {unit ? <span className="unit">{unit}</span> : null}
      </>
    )
  return (
    <>
      <Link className="cut" to="/entries/$id" params={{ id: String(row.id) }} title={words || row.title}>
        {words || row.title}
      </Link>
      {marksOf(row, text).map((mark) => (
        <span key={mark} className="tag small">
          {mark}
        </span>
      ))}
    </>
  )
}

type Texts = (typeof texts)['zh']

/** What is said of an entry beside its name. */
export function marksOf(row: EntryRow, text: Texts): string[] {
  return [
    ...(row.aggregate ? [text.aggregateMark(row.aggregate.from, row.aggregate.to)] : []),
    ...(row.coveredBy === null ? [] : [text.coveredMark]),
    ...(row.withdrawn ? [text.withdrawnMark] : []),
  ]
}

/** The plain words of a cell: for the list, for print. */
export function useCellWords(register: RegisterView, names: Names): (row: EntryRow, column: EntryColumn) => string {
  const language = useLanguage()
  return (row, { key, field }) => {
    if (key === '$kind') return row.kind === null ? '' : (register.kinds?.[row.kind]?.[language] ?? row.kind)
    if (key === '$unit') return row.unit.name
    if (key === '$title') return row.title
    if (key === '$citations') return row.citations === 0 ? '' : String(row.citations)
    if (!field) return ''
    const value = valueIn(register.fields, key, row.values)
    if (row.aggregate && (value === undefined || value === null)) return totalWords(register, row, key)
    if (field.type === 'files')
      return (value as readonly EntryFile[] | undefined)?.map(({ name }) => name).join('、') ?? ''
    return valueWords(field, value, language, names)
  }
  function totalWords(definition: RegisterView, row: EntryRow, key: string): string {
    if (key === definition.dateField) return row.on ?? ''
    const counted = Object.entries(definition.counts).find(([, { of }]) => of === key)
    const field = definition.fields[key]
    const total = counted && row.aggregate?.totals[counted[0]]
    return total === undefined || !field ? '' : valueWords(field, total, language, names)
  }
}

/** Its class: figures stand to the right. */
export const cellClass = ({ key, field }: EntryColumn): string =>
  key === '$citations' || (field && /^(?:money|area|quantity|computed)$/.test(field.type)) ? 'cell cell-figure' : 'cell'
