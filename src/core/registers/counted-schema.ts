/** The shape of what a target counts. Apart from the rules about it: pages use those, and are spared the schemas. */
import { z } from 'zod'
import { keySchema } from './field.ts'

export const countedSchema = z.object({ register: keySchema, counted: keySchema, kind: keySchema.nullable() })
export type Counted = z.infer<typeof countedSchema>
