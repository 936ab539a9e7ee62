/**
 * What a figure counts, as data: a small language without SQL. It has a text form that people type and read
 * (`parse-figure.ts`, `write-figure.ts`), and a sentence that says the same at length (`definition-of.ts`).
 * Records are distinct always: what is cited twice counts once.
 */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { keySchema } from '../registers/field.ts'

const ids = z.array(z.number().int().positive()).max(50)

/** By the date of the record; both ends belong to it, an end that is null is open. */
export const periodSchema = z
  .strictObject({ from: daySchema.nullable(), to: daySchema.nullable() })
  .refine(({ from, to }) => from !== null || to !== null, 'a period has a beginning or an end')
  .refine(({ from, to }) => from === null || to === null || from <= to, 'a period ends after it begins')
export type Period = z.infer<typeof periodSchema>

export const countingSchema = z.strictObject({
  /** A register, or `finding`, `cause`, `measure`, `report` (`subjects.ts`). */
  of: keySchema,
  /** One of its counts: the records themselves, or a field of theirs added up. */
  count: keySchema,
  /** Any of them; none named means all, as for everything below. */
  kinds: z.array(keySchema).max(50).default([]),
  /** Each with the units below it. */
  units: ids.default([]),
  projects: ids.default([]),
  /** Numbers of findings: of entries those cited by one of them or by a measure that answers it. */
  findings: z
    .array(z.string().regex(/^[^\s“”"「」《》=＝、,，÷]{1,20}$/))
    .max(50)
    .default([]),
  inspections: ids.default([]),
  period: periodSchema.nullable().default(null),
  /** Fields of a few fixed values (choice, yes or no, status, light …) with the values wanted. */
  where: z.record(keySchema, z.array(z.string().min(1).max(40)).min(1).max(50)).default({}),
})
/** One thing counted. */
export type Counting = z.infer<typeof countingSchema>

export const figureQuerySchema = z.strictObject({
  count: countingSchema,
  /** Of a ratio: what `count` is divided by. */
  outOf: countingSchema.nullable().default(null),
  /** As things stood at the end of this day in China; null: now. */
  asOf: daySchema.nullable().default(null),
})
export type FigureQuery = z.infer<typeof figureQuerySchema>
