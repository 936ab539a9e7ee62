/**
 * Fields of a register, as data: from a field come storage, validation, form, column, Excel cell, API and help. Fields that
 * a tenant adds in the browser are the same values, read from the database.
 *
 * How values are kept (JSON): text, choice and document titles as strings; days as `2024-07-05`; day ranges as
 * `{ from, to }`; money as whole 分; areas in ㎡ and quantities as numbers of at most three decimals; units, people, projects
 * and references as ids; files as their hash and name; rows as a list of objects. What was not filled in is absent.
 */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'

/** Chinese and English; `{name}` stands for facts. */
export const wordsSchema = z.object({ zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(300) })
export type Words = z.infer<typeof wordsSchema>

/** Keys of registers, fields, kinds and counts: fit for addresses and for names of JSON. */
export const keySchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)

/** A value worked out from fields of the same entry; null when one of them is absent, or for a division by nothing. */
export type Expression =
  | string
  | number
  | { readonly add: readonly Expression[] }
  | { readonly subtract: readonly [Expression, Expression] }
  | { readonly multiply: readonly Expression[] }
  | { readonly divide: readonly [Expression, Expression] }
  | { readonly most: readonly Expression[] }
  | { readonly least: readonly Expression[] }
  /** Calendar days from the first day to the second. */
  | { readonly days: readonly [string, string] }

const pair = z.tuple([z.lazy(() => expressionSchema), z.lazy(() => expressionSchema)])
const several = z.array(z.lazy(() => expressionSchema)).min(1)
export const expressionSchema: z.ZodType<Expression> = z.union([
  keySchema,
  z.number(),
  z.strictObject({ add: several }),
  z.strictObject({ subtract: pair }),
  z.strictObject({ multiply: several }),
  z.strictObject({ divide: pair }),
  z.strictObject({ most: several }),
  z.strictObject({ least: several }),
  z.strictObject({ days: z.tuple([keySchema, keySchema]) }),
])

const plain = {
  name: wordsSchema,
  help: wordsSchema.optional(),
  required: z.literal(true).optional(),
  /** Of these kinds of the register alone. */
  kinds: z.array(keySchema).min(1).readonly().optional(),
  /** A column of the list unless the reader chooses otherwise. */
  listed: z.literal(true).optional(),
  /** Personal: shown to whoever keeps the register and to the office alone; each reading is logged. */
  restricted: z.literal(true).optional(),
}
const many = z.literal(true).optional()

const cellTypes = [
  z.strictObject({ type: z.literal('text'), ...plain, most: z.number().int().min(1).max(500).optional() }),
  z.strictObject({ type: z.literal('longText'), ...plain }),
  z.strictObject({ type: z.literal('choice'), ...plain, options: z.record(keySchema, wordsSchema) }),
  z.strictObject({ type: z.literal('flag'), ...plain }),
  z.strictObject({ type: z.literal('day'), ...plain }),
  z.strictObject({
    type: z.literal('quantity'),
    ...plain,
    unit: z.string().trim().min(1).max(12),
    decimals: z.number().int().min(0).max(3).optional(),
    /** The least that makes sense; 0 where it is not said. Negative amounts (a reduction by a change) say so. */
    least: z.number().optional(),
    most: z.number().optional(),
  }),
  /** In 分; typed and shown in 元 or 万元. */
  z.strictObject({ type: z.literal('money'), ...plain, signed: z.literal(true).optional() }),
  /** In ㎡; typed and shown in ㎡ or 亩 (1 亩 = 2000/3 ㎡). */
  z.strictObject({ type: z.literal('area'), ...plain }),
  z.strictObject({ type: z.literal('unit'), ...plain, many }),
  z.strictObject({ type: z.literal('person'), ...plain, many }),
  z.strictObject({ type: z.literal('project'), ...plain, many }),
  /** Title of a document, without its 《》; other names of one document are in the register of regulations. */
  z.strictObject({ type: z.literal('document'), ...plain, many }),
  z.strictObject({ type: z.literal('reference'), ...plain, register: keySchema, many }),
] as const

export const cellSchema = z.discriminatedUnion('type', cellTypes)
/** A field that fits into one cell of a table. */
export type Cell = Immutable<z.infer<typeof cellSchema>>

export const fieldSchema = z.discriminatedUnion('type', [
  ...cellTypes,
  z.strictObject({ type: z.literal('dayRange'), ...plain }),
  z.strictObject({ type: z.literal('files'), ...plain, photos: z.literal(true).optional() }),
  z.strictObject({ type: z.literal('rows'), ...plain, columns: z.record(keySchema, cellSchema) }),
  z.strictObject({
    type: z.literal('computed'),
    ...plain,
    of: expressionSchema,
    /** 分 for money; `%` shows a share of one in per cent. */
    unit: z.string().trim().min(1).max(12),
    decimals: z.number().int().min(0).max(3).optional(),
  }),
])
export type Field = Immutable<z.infer<typeof fieldSchema>>

/** So that definitions written `as const` fit. */
type Immutable<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: Immutable<T[K]> }

export const fileSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(255),
  mediaType: z.string().max(100),
  size: z.number().int().nonnegative(),
})
export type EntryFile = z.infer<typeof fileSchema>
export const dayRangeSchema = z.object({ from: daySchema, to: daySchema })
export type DayRange = z.infer<typeof dayRangeSchema>

type Day = z.infer<typeof daySchema>
type One = {
  text: string
  longText: string
  flag: boolean
  day: Day
  dayRange: DayRange
  quantity: number
  money: number
  area: number
  unit: number
  person: number
  project: number
  document: string
  reference: number
  files: readonly EntryFile[]
  computed: number
}

/** What an entry holds for a field. */
export type ValueOf<F> = F extends { type: 'choice'; options: infer Options }
  ? keyof Options & string
  : F extends { type: 'rows'; columns: infer Columns }
    ? readonly { readonly [K in keyof Columns]?: ValueOf<Columns[K]> | undefined }[]
    : F extends { many: true; type: infer T extends keyof One }
      ? readonly One[T][]
      : F extends { type: infer T extends keyof One }
        ? One[T]
        : never

/** All values of an entry. Any of them may be absent: in drafts, in entries of an older definition, in imported ones. */
export type ValuesOf<Fields> = { readonly [K in keyof Fields]?: ValueOf<Fields[K]> | undefined }
