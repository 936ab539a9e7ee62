/** What a form holds before it is saved: values as they are typed, judged by the definition. */
import type { Language } from '../../core/proofread/diagnostic.ts'
import type { DayRange } from '../../core/registers/field.ts'
import { isOfKind, readField, readTotals, readValues } from '../../core/registers/read-values.ts'
import type { Answer, Ask } from '../api.ts'
import type { FieldProblem } from './field-props.ts'
import type { EntryRecord, Names, RegisterView } from './register-queries.ts'

export type Draft = {
  kind: string | null
  unit: { id: number; name: string } | null
  /** By field, as typed or as kept. */
  raw: Readonly<Record<string, unknown>>
  names: Names
  /** An entry that stands for many. */
  aggregate: { from: string; to: string; totals: Readonly<Record<string, unknown>> } | null
}

export type WrittenEntry = Omit<Ask<'POST /api/registers/:register/entries'>['body'], 'submissionId'>
export type SavedEntry = Answer<'POST /api/registers/:register/entries'> & { title: string; register: string }

export const emptyDraft = (register: RegisterView, unit: Draft['unit']): Draft => ({
  kind: onlyKind(register),
  unit,
  raw: {},
  names: {},
  aggregate: null,
})

const onlyKind = ({ kinds }: RegisterView): string | null => {
  const keys = Object.keys(kinds ?? {})
  return keys.length === 1 ? (keys[0] ?? null) : null
}

export function draftOf(entry: EntryRecord): Draft {
  const raw = Object.fromEntries(
    Object.entries(entry.values).filter(([key]) => entry.definition.fields[key]?.type !== 'computed'),
  )
  return { kind: entry.kind, unit: entry.unit, raw, names: entry.names, aggregate: entry.aggregate }
}

/** What of a draft an entry of this kind has fields for. */
export const fieldsOf = (register: RegisterView, { kind, aggregate }: Draft) =>
  Object.entries(register.fields).filter(
    ([key, field]) => isOfKind(field, kind) && !(aggregate !== null && key === register.dateField),
  )

/** The entry as it would be sent, or what is wrong with it. Units and the period are no fields: `$unit`, `$aggregate`. */
export function readDraft(
  register: RegisterView,
  draft: Draft,
  language: Language,
  unitMissing: string,
): { written: WrittenEntry; problems?: undefined } | { written?: undefined; problems: FieldProblem[] } {
  const { kind, unit, aggregate } = draft
  const fields = new Set(fieldsOf(register, draft).map(([key]) => key))
  const raw = Object.fromEntries(Object.entries(draft.raw).filter(([key]) => fields.has(key)))
  const read = readValues(register, kind, raw, { aggregate: aggregate !== null })
  const totals = aggregate === null ? null : readTotals(register, kind, aggregate.totals)
  const period = aggregate === null ? null : readPeriod(aggregate)
  const problems: FieldProblem[] = [
    ...(read.problems ?? []),
    ...(totals?.problems ?? []),
    ...(period?.problems ?? []),
  ].map(({ message, ...place }) => ({ ...place, sentence: message[language] }))
  if (unit === null) problems.unshift({ field: '$unit', sentence: unitMissing })
  if (problems.length > 0 || unit === null || read.values === undefined) return { problems }
  return {
    written: {
      kind,
      unitId: unit.id,
      values: read.values,
      aggregate: period?.days && totals?.totals ? { ...period.days, totals: totals.totals } : null,
    },
  }
}

/** What of a draft can be read already: computed fields are worked out from it while somebody types. */
export function partialValues(register: Pick<RegisterView, 'fields'>, { raw }: Draft): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(register.fields)) {
    const read = field.type === 'rows' || field.type === 'computed' ? null : readField(field, raw[key], undefined)
    if (read && 'value' in read && read.value !== undefined) values[key] = read.value
  }
  return values
}

/** The period of an aggregate, judged as a field of the type is. */
function readPeriod({ from, to }: { from: string; to: string }) {
  const name = { zh: '起止日期', en: 'Period' }
  const read = readField({ type: 'dayRange', name }, { from, to }, undefined)
  return 'message' in read
    ? { problems: [{ field: '$aggregate', column: 'period', message: read.message }] }
    : { days: read.value as DayRange }
}
