/** Routes of one inspection: what it is, its local rules, where it stands. */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { inspectionSettingsSchema } from '../inspection/settings.ts'
import { inspectionStages } from '../inspection/stages.ts'
import { type Contract, idParams, submissionId, version } from './contract.ts'
import { id } from './ledger-records.ts'

const words = (most: number) => z.string().trim().max(most)
const inspectionFields = {
  name: words(120).min(1),
  body: words(120).nullable(),
  team: z.array(words(60).min(1)).max(10),
  kind: words(60).nullable(),
  theme: words(200).nullable(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  feedbackOn: daySchema.nullable(),
  basis: z.array(words(300).min(1)).max(30),
  assessedOn: daySchema.nullable(),
  publishedOn: daySchema.nullable(),
}
export const inspectionPageSchema = z.object({
  id,
  ...inspectionFields,
  planApprovedOn: daySchema.nullable(),
  settings: inspectionSettingsSchema,
  version: z.number().int(),
  stages: z.array(
    z.object({
      stage: z.enum(inspectionStages),
      reached: z.boolean(),
      current: z.boolean(),
      from: daySchema.nullable(),
      to: daySchema.nullable(),
      /** The day is still to come, or was not entered: it is worked out from the feedback. */
      planned: z.boolean(),
    }),
  ),
  /** Periods that follow from the day of feedback, each with how. */
  periods: z.array(
    z.object({
      period: z.enum(['plan', 'concentrated', 'clues']),
      until: daySchema.nullable(),
      /** `2024-07-05 + 6 个月`, in the language asked for. */
      derivation: z.string(),
    }),
  ),
  counts: z.object({ findings: z.number().int(), causes: z.number().int(), measures: z.number().int() }),
  allowed: z.array(z.string()),
})

export const inspectionContracts = {
  'POST /api/inspections': {
    action: 'inspection.create',
    body: z.object(inspectionFields).partial().extend({ name: inspectionFields.name, submissionId }),
    response: z.object({ id }),
  },
  'GET /api/inspections/:id': { action: 'inspection.read', params: idParams, response: inspectionPageSchema },
  'PUT /api/inspections/:id': {
    action: 'inspection.edit',
    params: idParams,
    body: z
      .object(inspectionFields)
      .partial()
      .extend({ settings: inspectionSettingsSchema.optional(), version, submissionId }),
    response: z.object({ version: z.number().int() }),
  },
} as const satisfies Record<string, Contract>
