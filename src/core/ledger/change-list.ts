/** What an import would write: shown before it is applied, and the same value is then applied in one transaction. */
import { z } from 'zod'

export const recordKinds = ['finding', 'cause', 'measure'] as const

export const changeSchema = z.object({
  record: z.enum(recordKinds),
  /** Key of the draft. */
  key: z.string(),
  act: z.enum(['create', 'update', 'same', 'leftOut']),
  /** Existing record that it matches, for `update` and `same`. */
  id: z.number().int().nullable(),
  label: z.string(),
  /** Field by field for `update`. */
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
export type Change = z.infer<typeof changeSchema>

export const changeListSchema = z.object({
  changes: z.array(changeSchema),
  /** Links to add: measure or cause → finding, by draft keys. */
  links: z.array(z.object({ from: z.string(), to: z.string(), act: z.enum(['create', 'same']) })),
  /** Records of the inspection that the text does not mention: never touched, only counted. */
  untouched: z.object({ findings: z.number().int(), causes: z.number().int(), measures: z.number().int() }),
})
export type ChangeList = z.infer<typeof changeListSchema>
