/** What is typed into a calculator, read by its fields as an entry's values are. */
import type { Calculator, Raw, Worked } from '../../core/calculators/calculator.ts'
import type { Day } from '../../core/deadline/day.ts'
import type { Language } from '../../core/proofread/diagnostic.ts'
import type { Register } from '../../core/registers/definition.ts'
import { readField, readValues } from '../../core/registers/read-values.ts'
import type { FieldProblem } from '../registers/field-props.ts'

/** A register of nothing but these fields: reading asks for no more. */
const registerOf = ({ name, help, fields }: Calculator): Register => ({
  key: 'calculator',
  version: 1,
  name,
  help,
  group: 'own',
  kinds: null,
  fields,
  dateField: null,
  title: name,
  counts: {},
  aggregates: false,
  readers: 'everyone',
  writers: 'unit',
  openness: 'figure',
})

type Inputs = {
  /** What can be read already, for the sheet. */
  readonly values: Raw
  readonly worked: Worked | null
  /** What was typed and cannot be read; what is still empty is no fault while somebody types. */
  readonly problems: readonly FieldProblem[]
}

export function readInputs(calculator: Calculator, raw: Raw, today: Day, language: Language): Inputs {
  const read = readValues(registerOf(calculator), null, raw)
  if (read.values !== undefined) {
    // What these fields read is what their calculator takes.
    const worked = calculator.work(read.values as never, today)
    return { values: read.values, worked, problems: [] }
  }
  const problems = read.problems
    .filter((problem) => isTyped(raw, problem))
    .map(({ message, ...place }) => ({ ...place, sentence: message[language] }))
  return { values: readable(calculator, raw), worked: null, problems }
}

function isTyped(raw: Raw, { field, row, column }: { field: string; row?: number; column?: string }): boolean {
  const given = raw[field]
  if (row === undefined || column === undefined) return given !== undefined && given !== '' && !Array.isArray(given)
  const cell = Array.isArray(given) ? (given[row] as Raw | undefined)?.[column] : undefined
  return cell !== undefined && cell !== ''
}

/** Fields that can be read on their own; tables wait until they are whole. */
const readable = ({ fields }: Calculator, raw: Raw): Raw =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const read = field.type === 'rows' || field.type === 'computed' ? null : readField(field, raw[key], undefined)
      return read !== null && 'value' in read && read.value !== undefined ? [[key, read.value]] : []
    }),
  )
