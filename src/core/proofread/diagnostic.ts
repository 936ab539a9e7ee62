/** What the proofreader says about a notice: one value per place, like a compiler's. */
import { z } from 'zod'
import { spanSchema, spanShape } from '../notice/span.ts'

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

export const families = ['count', 'repeat', 'name', 'number', 'date', 'substance', 'privacy', 'form'] as const
export const severities = ['error', 'warning', 'hint'] as const

export const diagnosticSchema = z.object({
  ...spanShape,
  severity: z.enum(severities),
  /** `family/rule`, for example `count/declared-findings`; `bihuan explain CODE` tells more. */
  code: z.string(),
  message: z.object({ zh: z.string(), en: z.string() }),
  /** Other places that belong to it, each with a word on why. */
  related: z.array(z.object({ ...spanSchema.shape, note: z.object({ zh: z.string(), en: z.string() }) })),
})
export type Diagnostic = z.infer<typeof diagnosticSchema>
