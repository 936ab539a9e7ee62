import { z } from 'zod'

/** Roles of `ledger.md`; held in a unit, for an inspection, from–to. */
export const roles = [
  'office',
  'officer',
  'unitHead',
  'leader',
  'leadingGroup',
  'inspector',
  'viewer',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const
export type Role = (typeof roles)[number]
export const roleSchema = z.enum(roles)
