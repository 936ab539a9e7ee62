/** What every input of a field is given. */
import type { Field } from '../../core/registers/field.ts'
import type { Names } from './register-queries.ts'

/** What is wrong in an entry, by field; of a table also in which row and column. */
export type FieldProblem = { field: string; row?: number; column?: string; sentence: string }

export type FieldInputProps<F extends Field = Field> = {
  field: F
  label: string
  hint: string | undefined
  error: string | null
  /** As typed or as kept: what `readValues` understands. Undefined: not filled in. */
  value: unknown
  onValue: (value: unknown) => void
  /** Names of what values refer to, as far as they are known. */
  names: Names
  onNames: (names: Names) => void
  /** In a table: fewer words, everything on one line. */
  compact: boolean
  /** Of a table: problems of its cells. */
  problems: readonly FieldProblem[]
}
