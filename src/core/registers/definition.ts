/**
 * A register: a typed list of records of one kind, declared once. Everything else follows from the declaration: storage,
 * validation, form, list, Excel, API, JSON Schema, what can be counted, help. A new register is one file beside this one and
 * a line in `registers.ts`; a tenant adds fields and registers in the browser, as values of the same shape.
 */
import { z } from 'zod'
import type { Day } from '../deadline/day.ts'
import { type Field, fieldSchema, keySchema, type ValuesOf, type Words, wordsSchema } from './field.ts'

/** Groups under which the registers are listed. */
export const registerGroups = ['party', 'rules', 'land', 'money', 'project', 'planting', 'people', 'own'] as const
export type RegisterGroup = (typeof registerGroups)[number]

/**
 * Who reads: `everyone` with a role of the district; `unit`: the unit that keeps the entry, those above it, and whoever sees
 * an inspection as a whole; `restricted`: the unit that keeps it and the office, and each reading is logged.
 */
export const registerReaders = ['everyone', 'unit', 'restricted'] as const
/** Who writes: a unit its own entries (the office any), or the office alone. */
export const registerWriters = ['unit', 'office'] as const
/** What a published figure shows of the entries behind it: their rows, or the number alone. */
export const registerOpenness = ['rows', 'figure'] as const

/** What is counted: the entries themselves, or a field of theirs added up. */
const countSchema = z.strictObject({
  name: wordsSchema,
  unit: z.string().trim().min(1).max(12),
  of: z.union([z.literal('entries'), keySchema]),
  kinds: z.array(keySchema).min(1).readonly().optional(),
})

export const registerSchema = z.strictObject({
  key: keySchema,
  /** 1, and one more with each change; entries say under which they were written. */
  version: z.number().int().positive(),
  name: wordsSchema,
  /** What belongs here, in a sentence or two. */
  help: wordsSchema,
  group: z.enum(registerGroups),
  /** Null: entries of this register are all of one kind. */
  kinds: z.record(keySchema, wordsSchema).nullable(),
  fields: z.record(keySchema, fieldSchema),
  /** The field (a day, or a day range by its first day) by which entries are ordered and periods counted. */
  dateField: keySchema.nullable(),
  /** How an entry is called: fields in braces, `{kind}` for its kind. */
  title: wordsSchema,
  /** First the one that is meant when nothing else is said. */
  counts: z.record(keySchema, countSchema),
  /** Whether one entry may stand for many (157 patrols from January to October). */
  aggregates: z.boolean(),
  readers: z.enum(registerReaders),
  writers: z.enum(registerWriters),
  openness: z.enum(registerOpenness),
})

/** Written for the eyes of the compiler: as {@link registerSchema} reads it, but nothing in it changes. */
export type Register = {
  readonly key: string
  readonly version: number
  readonly name: Words
  readonly help: Words
  readonly group: RegisterGroup
  readonly kinds: Readonly<Record<string, Words>> | null
  readonly fields: Readonly<Record<string, Field>>
  readonly dateField: string | null
  readonly title: Words
  readonly counts: Readonly<Record<string, Count>>
  readonly aggregates: boolean
  readonly readers: (typeof registerReaders)[number]
  readonly writers: (typeof registerWriters)[number]
  readonly openness: (typeof registerOpenness)[number]
}
export type Count = {
  readonly name: Words
  readonly unit: string
  readonly of: string
  readonly kinds?: readonly string[] | undefined
}

/** Keeps the literal types, so that `ValuesOf<typeof meeting.fields>` knows each field. */
export const defineRegister = <const R extends Register>(register: R): R => register

export type KindOf<R extends Register> = R['kinds'] extends null ? null : keyof NonNullable<R['kinds']> & string

/** One record of a register. */
export type Entry<R extends Register = Register> = {
  readonly id: number
  readonly register: R['key']
  readonly kind: KindOf<R> | null
  /** The unit that keeps it. */
  readonly unitId: number
  readonly title: string
  /** By the register's date field; the last day of an aggregate's period. */
  readonly on: Day | null
  readonly values: ValuesOf<R['fields']>
  /** An entry that stands for many, with what each count comes to in its period. */
  readonly aggregate: Aggregate | null
}
export type Aggregate = {
  readonly from: Day
  readonly to: Day
  readonly totals: Readonly<Record<string, number>>
}
