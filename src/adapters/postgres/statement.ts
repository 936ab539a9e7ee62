/** Builds one SQL statement piece by piece, its values apart from its text. */
import { createHash } from 'node:crypto'
import type { Statement } from './database.ts'

export type StatementBuilder = {
  /** Adds a value and gives its place-holder. */
  value(value: unknown): string
  build<Row extends object>(text: string): Statement<Row>
}

/** @param kind beginning of the name under which the statement is prepared; the text decides the rest */
export function statement(kind: string): StatementBuilder {
  const values: unknown[] = []
  return {
    value(value) {
      values.push(value)
      return `$${values.length}`
    },
    build: <Row extends object>(text: string): Statement<Row> => ({ name: `${kind}-${nameOf(text)}`, text, values }),
  }
}

const names = new Map<string, string>()

/** Equal texts are prepared once per connection. There are as many as there are combinations of filters and sorts. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  names.set(text, name)
  return name
}
