/** Columns of a register's list, from its definition. */
import type { Language } from '../../core/proofread/diagnostic.ts'
import type { Field } from '../../core/registers/field.ts'
import type { RegisterView } from './register-queries.ts'
import { listOf } from './register-search.ts'

export type EntryColumn = {
  /** `$kind`, `$unit`, `$title`, `$citations`, or a field. */
  key: string
  label: string
  field: Field | null
  /** For `grid-template-columns`. */
  width: string
  /** Least pixels: from these the table scrolls sideways. */
  least: number
}

type OwnLabels = { kind: string; unit: string; title: string; citations: string; day: string }

const widths: Partial<Record<Field['type'], number>> = {
  day: 104,
  flag: 64,
  choice: 110,
  quantity: 96,
  money: 136,
  area: 110,
  computed: 110,
  person: 90,
  rows: 80,
  files: 120,
  dayRange: 190,
}
/** Those that take what room there is. */
const flexible = 150

/** Every column that the list can have, in order. */
export function columnsOf(register: RegisterView, language: Language, labels: OwnLabels): EntryColumn[] {
  const own = (key: string, label: string, least: number, share = 0): EntryColumn => ({
    key,
    label,
    field: null,
    least,
    width: share > 0 ? `minmax(${least}px, ${share}fr)` : `${least}px`,
  })
  const dated = register.dateField
  const day = dated === null ? [] : [dated]
  const rest = Object.keys(register.fields).filter((key) => key !== dated)
  const ofField = (key: string): EntryColumn[] => {
    const field = register.fields[key]
    if (!field) return []
    const least = widths[field.type] ?? flexible
    const width = widths[field.type] ? `${least}px` : `minmax(${least}px, 1fr)`
    return [{ key, label: field.name[language], field, width, least }]
  }
  return [
    ...day.flatMap(ofField),
    ...(register.kinds === null ? [] : [own('$kind', labels.kind, 110, 0.2)]),
    own('$title', labels.title, 200, 2),
    ...rest.flatMap(ofField),
    own('$unit', labels.unit, 130, 0.5),
    own('$citations', labels.citations, 64),
  ]
}

/** Those in sight when nobody chose others: date, kind, the register's own, unit, citations; the title where no text is. */
export function usualColumns(register: RegisterView, all: readonly EntryColumn[]): string[] {
  const listed = all.filter(({ key, field }) => field?.listed || key === register.dateField)
  const named = listed.some(({ field }) => field && isName(field))
  return all
    .filter((column) => listed.includes(column) || (column.field === null && (column.key !== '$title' || !named)))
    .map(({ key }) => key)
}

/** Words by which an entry is known: the column that leads to its page. */
export const isName = ({ type }: Field): boolean => type === 'text' || type === 'longText' || type === 'document'

export function shownColumns(
  register: RegisterView,
  all: readonly EntryColumn[],
  chosen: string | undefined,
): EntryColumn[] {
  const keys = chosen === undefined ? usualColumns(register, all) : listOf(chosen)
  const shown = all.filter(({ key }) => keys.includes(key))
  return shown.length > 0 ? shown : [...all]
}

/** The column that carries the link. */
export const linkColumn = (shown: readonly EntryColumn[]): string | undefined =>
  (shown.find(({ key, field }) => key === '$title' || (field && isName(field))) ?? shown[0])?.key
