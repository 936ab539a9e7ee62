/** Routes of accounts: signing in, one's own account, everybody's accounts, local rules of signing in. */
import { z } from 'zod'
import { accountStates } from '../account/account-state.ts'
import { securitySettingsSchema } from '../account/settings.ts'
import { type Contract, done, idParams } from './contract.ts'
import { id, instant, named } from './ledger-records.ts'
import { sessionSchema } from './records.ts'

/** Rules about passwords and names are checked by the use case, which can say what is missing. */
const secret = z.string().min(1).max(200)
const typedCode = z.string().trim().min(1).max(40)
/** Asked for where there is more than one tenant; otherwise the only one. */
const tenantId = z.number().int().positive().optional()
const reason = z.string().trim().max(200)

/** Signed in, or the ticket with which to take the second step. */
export const signInSchema = z.union([sessionSchema.extend({ ticket: z.null() }), z.object({ ticket: z.string() })])

/** What may be done to somebody's account by the administrator. */
export const accountActs = [
  'disable',
  'enable',
  'unlock',
  'requirePasswordChange',
  'resetSecondFactor',
  'endSessions',
] as const
export type AccountAct = (typeof accountActs)[number]

export const ownSessionSchema = z.object({
  id,
  current: z.boolean(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  address: z.string().nullable(),
  method: z.enum(['password', 'secondFactor', 'singleSignOn', 'invitation']),
  openedAt: instant,
  lastSeenAt: instant,
})

export const ownAccountSchema = z.object({
  loginName: z.string(),
  passwordChangedAt: instant,
  secondFactor: z.object({ confirmedAt: instant, recoveryCodesLeft: z.number().int() }).nullable(),
})

export const accountRowSchema = z.object({
  person: named,
  title: z.string().nullable(),
  unit: named.nullable(),
  loginName: z.string().nullable(),
  state: z.enum(accountStates),
  disabledReason: z.string().nullable(),
  /** End of an invitation that was not used. */
  invitationEndsAt: instant.nullable(),
  lockedUntil: instant.nullable(),
  secondFactor: z.boolean(),
  sessions: z.number().int(),
  signedInAt: instant.nullable(),
})

/** Shown once; only a digest of the code is kept. */
export const invitationSchema = z.object({
  person: named,
  unit: z.string().nullable(),
  code: z.string(),
  endsAt: instant,
})

export const accountContracts = {
  /** What the page to sign in must know. */
  'GET /api/sign-in': {
    action: 'page.open',
    response: z.object({
      tenants: z.array(named),
      /** Name of the identity provider. */
      singleSignOn: z.string().nullable(),
    }),
  },
  'POST /api/session': {
    action: 'session.open',
    body: z.object({ loginName: z.string().trim().min(1).max(40), password: secret, tenantId }),
    response: signInSchema,
  },
  'POST /api/session/second-step': {
    action: 'session.open',
    body: z.object({ ticket: z.string().max(2000), code: typedCode }),
    response: sessionSchema,
  },
  /** Sends the browser to the identity provider. */
  'GET /api/single-sign-on': {
    action: 'session.open',
    query: z.object({ tenant: z.coerce.number().int().positive().optional(), next: z.string().max(2000).optional() }),
    raw: true,
    response: z.void(),
  },
  /** Where the identity provider sends it back to. */
  'GET /api/single-sign-on/return': { action: 'session.open', raw: true, response: z.void() },
  /** Whose invitation a code is. */
  'POST /api/invitation': {
    action: 'session.open',
    body: z.object({ code: typedCode, tenantId }),
    response: z.object({ name: z.string(), district: z.string(), loginName: z.string().nullable() }),
  },
  'POST /api/invitation/accept': {
    action: 'session.open',
    body: z.object({
      code: typedCode,
      /** Of a new account; somebody who has one keeps the name. */
      loginName: z.string().trim().max(40).optional(),
      password: secret,
      tenantId,
    }),
    response: signInSchema,
  },
  'GET /api/me/account': {
    action: 'account.readOwn',
    response: ownAccountSchema.extend({
      passwordEndsAt: instant.nullable(),
      /** `off`: none can be set up; `needed`: it cannot be given up. */
      secondFactorRule: z.enum(['off', 'optional', 'needed']),
      sessions: z.array(ownSessionSchema),
    }),
  },
  'POST /api/me/second-factor': {
    action: 'account.changeOwn',
    body: z.object({ password: secret }),
    /** The ticket goes back with the first code: until then nothing is stored. */
    response: z.object({ secret: z.string(), address: z.string(), ticket: z.string() }),
  },
  'PUT /api/me/second-factor': {
    action: 'account.changeOwn',
    body: z.object({ ticket: z.string().max(2000), code: typedCode }),
    response: z.object({ recoveryCodes: z.array(z.string()) }),
  },
  'POST /api/me/second-factor/recovery-codes': {
    action: 'account.changeOwn',
    body: z.object({ password: secret }),
    response: z.object({ recoveryCodes: z.array(z.string()) }),
  },
  'POST /api/me/second-factor/removal': {
    action: 'account.changeOwn',
    body: z.object({ password: secret }),
    response: done,
  },
  'DELETE /api/me/sessions': { action: 'account.changeOwn', response: z.object({ ended: z.number().int() }) },
  'DELETE /api/me/sessions/:id': { action: 'account.changeOwn', params: idParams, response: done },
  'GET /api/accounts': {
    action: 'account.list',
    response: z.object({ accounts: z.array(accountRowSchema), mayManage: z.boolean() }),
  },
  'POST /api/accounts/invitations': {
    action: 'account.manage',
    body: z.object({
      personIds: z.array(id).min(1).max(500),
      /** People who have a password lose it and all sessions. Without it they are refused. */
      reset: z.boolean(),
    }),
    response: z.object({ invitations: z.array(invitationSchema) }),
  },
  'POST /api/accounts/:id/acts': {
    action: 'account.manage',
    params: idParams,
    body: z.object({ act: z.enum(accountActs), reason: reason.optional() }),
    response: done,
  },
  'GET /api/security': { action: 'security.read', response: securitySettingsSchema },
  'PUT /api/security': { action: 'security.change', body: securitySettingsSchema, response: securitySettingsSchema },
} as const satisfies Record<string, Contract>
