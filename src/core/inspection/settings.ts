/**
 * Local rules of one inspection: they differ from place to place and from round to round, so they are data of the
 * inspection, never constants of the code. What is not set has the defaults that published practice shows.
 */
import { z } from 'zod'
import { templateProblem } from '../plan/docket-number.ts'

/** Who signs a measure off after the office verified it. */
export const signers = ['leader', 'inspector', 'leadingGroup'] as const

export const inspectionSettingsSchema = z.object({
  /** Days from the feedback to the plan. */
  planDays: z.number().int().min(1).max(365).default(30),
  /** Months of concentrated rectification, from the feedback. */
  concentratedMonths: z.number().int().min(1).max(36).default(6),
  /** Months for clues handed over. */
  cluesMonths: z.number().int().min(1).max(36).default(3),
  /** Weekly reports are due on this day of the week (1 Monday … 7 Sunday) at this time of the clock in China. */
  reportWeekday: z.number().int().min(1).max(7).default(5),
  reportTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('17:00'),
  /** Whether measures under long-term observation owe weekly reports too. */
  reportOngoing: z.boolean().default(false),
  signer: z.enum(signers).default('leader'),
  /** A measure to be done at once needs no separate signature: what the office verified is signed off. */
  shortChainForImmediate: z.boolean().default(false),
  /** Docket numbers (`src/core/plan/docket-number.ts`): `{year}`, and `{sequence:4}` for a running number of four digits. */
  docketTemplate: z
    .string()
    .trim()
    .max(40)
    .refine((template) => templateProblem(template) === null, 'template')
    .default('{year}-{sequence:4}'),
  /** False where plans are made without a list of causes. */
  causesRequired: z.boolean().default(true),
  /** Up to five bodies that review the plan, each with an opinion. */
  reviewBodies: z.array(z.string().trim().min(1).max(60)).max(5).default(['纪委监委', '组织部', '巡察办']),
  /** Yellow: so many working days or fewer until due, or so many weekly reports missed in a row. */
  yellowWorkingDays: z.number().int().min(0).max(60).default(5),
  yellowMissedReports: z.number().int().min(1).max(20).default(1),
  /** Red: overdue, or so many weekly reports missed in a row. */
  redMissedReports: z.number().int().min(1).max(20).default(2),
  /** Escalation: working days overdue after which the next one up is told: unit head, leader, office. */
  escalateAfter: z.array(z.number().int().min(0).max(120)).length(3).default([1, 3, 5]),
})
export type InspectionSettings = z.infer<typeof inspectionSettingsSchema>

/** What is stored, with the defaults for what is not. Stored values come from {@link inspectionSettingsSchema}. */
export const settingsOf = (stored: unknown): InspectionSettings => inspectionSettingsSchema.parse(stored ?? {})
