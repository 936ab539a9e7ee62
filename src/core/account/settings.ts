/** Local rules of signing in, kept per tenant; what is not set has these defaults. */
import { z } from 'zod'
import type { Role } from '../access/role.ts'

/** Who needs a second factor. `off`: nobody can set one up. */
export const secondFactorRules = ['off', 'optional', 'leading', 'all'] as const

export const securitySettingsSchema = z.object({
  /** Minutes without a request after which a session ends (GB/T 22239: automatic sign-out). */
  sessionIdleMinutes: z.number().int().min(5).max(480).default(30),
  sessionLongestHours: z.number().int().min(1).max(72).default(12),
  /** The oldest session ends when one more is opened. */
  sessionsPerPerson: z.number().int().min(1).max(50).default(10),
  /** Days until a password must be changed; 0: never. */
  passwordDays: z.number().int().min(0).max(730).default(90),
  invitationDays: z.number().int().min(1).max(60).default(14),
  secondFactor: z.enum(secondFactorRules).default('optional'),
})
export type SecuritySettings = z.infer<typeof securitySettingsSchema>

/** What is stored, with the defaults for what is not. */
export const securitySettingsOf = (stored: unknown): SecuritySettings => securitySettingsSchema.parse(stored ?? {})

const leading: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin', 'office']

/** True when somebody with these roles must have a second factor. */
export const needsSecondFactor = ({ secondFactor }: SecuritySettings, roles: readonly Role[]): boolean =>
  secondFactor === 'all' || (secondFactor === 'leading' && roles.some((role) => leading.includes(role)))

const dayMs = 24 * 3_600_000

/** When a password chosen then must be changed; null: never. */
export const passwordEndsAt = ({ passwordDays }: SecuritySettings, changedAt: Date): Date | null =>
  passwordDays === 0 ? null : new Date(changedAt.getTime() + passwordDays * dayMs)

export const invitationEndsAt = ({ invitationDays }: SecuritySettings, at: Date): Date =>
  new Date(at.getTime() + invitationDays * dayMs)
