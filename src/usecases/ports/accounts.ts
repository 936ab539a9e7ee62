/** What accounts, signing in, second factors and sessions need from outside. */
import type { z } from 'zod'
import type { Assignment } from '../../core/access/policy.ts'
import type { Role } from '../../core/access/role.ts'
import type { SignInState } from '../../core/account/lock-out.ts'
import type { SecuritySettings } from '../../core/account/settings.ts'
import type { accountRowSchema, ownAccountSchema, ownSessionSchema } from '../../core/api/accounts.ts'
import type { preferencesSchema } from '../../core/api/records.ts'
import type { Day } from '../../core/deadline/day.ts'

type Preferences = z.infer<typeof preferencesSchema>
export type AccountRow = z.infer<typeof accountRowSchema>
export type OwnAccount = z.infer<typeof ownAccountSchema>
export type OwnSession = z.infer<typeof ownSessionSchema>

/** Where a session was opened: what the request says of itself. */
export type Device = { address: string | null; userAgent: string | null }

/** How somebody showed who they are. `secondFactor`: by password and a second factor. */
export type SignInMethod = 'password' | 'secondFactor' | 'singleSignOn' | 'invitation'

export type Account = {
  personId: number
  name: string
  loginName: string
  /** `noPassword` while a new one is to be chosen by invitation. */
  passwordHash: string
  passwordChangedAt: Date
  mustChangePassword: boolean
  disabledAt: Date | null
}

export type NewSession = {
  personId: number
  tokenHash: Buffer
  csrfToken: string
  createdAt: Date
  idleMinutes: number
  endsAt: Date
  device: Device
  method: SignInMethod
  /** Nothing may be done in it but setting up the second factor. */
  mustEnrol: boolean
}

export type Accounts = {
  /** A new person with an account. @throws Refusal `account.loginTaken` */
  create(account: {
    name: string
    loginName: string
    passwordHash: string
    preferences: Preferences
    assignments: Assignment[]
    at: Date
  }): Promise<number>
  /** The account of a person who has none. @throws Refusal `account.loginTaken` */
  open(account: {
    personId: number
    loginName: string
    passwordHash: string
    preferences: Preferences
    at: Date
  }): Promise<void>
  findByLogin(loginName: string): Promise<Account | null>
  find(personId: number): Promise<Account | null>
  /** @throws Refusal `record.notFound` */
  get(personId: number): Promise<Account>
  /** Whose account it is or would be. @throws Refusal `record.notFound` */
  person(personId: number): Promise<{ name: string; unit: string | null }>
  rolesOf(personId: number, today: Day): Promise<Role[]>
  /**
   * How often signing in under a name failed, whether or not there is such an account. Locked for the rest of the
   * transaction, so that failures in parallel are all counted.
   */
  lockSignInState(nameDigest: Buffer): Promise<SignInState>
  /** A state without failures is forgotten, and so are failures older than a day. */
  storeSignInState(nameDigest: Buffer, state: SignInState, at: Date): Promise<void>
  /** Names that are locked now. */
  locks(now: Date): Promise<{ nameDigest: Buffer; lockedUntil: Date }[]>
  storePassword(personId: number, passwordHash: string, at: Date): Promise<void>
  /** No password fits until a new one is chosen by invitation. */
  dropPassword(personId: number): Promise<void>
  requirePasswordChange(personId: number): Promise<void>
  /** The same password under a newer method. */
  rehash(personId: number, passwordHash: string): Promise<void>
  recentPasswords(personId: number, count: number): Promise<string[]>
  storePreferences(personId: number, preferences: Preferences): Promise<void>
  disable(personId: number, reason: string, at: Date): Promise<void>
  enable(personId: number): Promise<void>
  /** Beyond `most` the oldest sessions of the person end. */
  openSession(session: NewSession, most: number): Promise<void>
  closeSession(tokenHash: Buffer): Promise<void>
  /** @returns false when the person has no such session */
  closeSessionOf(personId: number, sessionId: number): Promise<boolean>
  /** All sessions of a person but one. @returns how many */
  closeOtherSessions(personId: number, kept: Buffer | null): Promise<number>
  /** The same session under a new token. */
  renewSession(tokenHash: Buffer, next: Buffer): Promise<void>
  /** Sessions of a person whose second factor is set up may do everything again. */
  releaseSessions(personId: number): Promise<void>
  /** Sessions that are open get the times that are set now. */
  applySessionTimes(settings: SecuritySettings): Promise<void>
}

export type Invitations = {
  /** Replaces an earlier one of the same person. */
  store(invitation: { personId: number; codeDigest: Buffer; at: Date; endsAt: Date }): Promise<void>
  /** One that is neither used nor over; nobody else can use it until the transaction ends. */
  lockOpen(codeDigest: Buffer, now: Date): Promise<{ personId: number } | null>
  markUsed(personId: number, at: Date): Promise<void>
}

export type SecondFactor = { sealedSecret: Buffer; confirmedAt: Date; lastStep: number }
export type SecondFactors = {
  /** Locked, so that one code is not used twice at the same moment. */
  lock(personId: number): Promise<SecondFactor | null>
  /** Replaces an earlier one. @param step of the code that showed that the secret arrived */
  store(personId: number, sealedSecret: Buffer, step: number, at: Date): Promise<void>
  spend(personId: number, step: number): Promise<void>
  /** With its recovery codes. */
  remove(personId: number): Promise<void>
  storeRecoveryCodes(personId: number, digests: readonly Buffer[]): Promise<void>
  /** @returns how many are left; null when there is no such unused code */
  spendRecoveryCode(personId: number, digest: Buffer, at: Date): Promise<number | null>
}

export type SecurityStore = {
  settings(): Promise<SecuritySettings>
  store(settings: SecuritySettings): Promise<void>
}

/** Keeps what must be read again but not from the database alone. `purpose` is bound in: what is sealed for one opens for no other. */
export type Vault = {
  seal(text: string, purpose: string): Buffer
  /** Null when it was not sealed by this key for this purpose. */
  open(sealed: Buffer, purpose: string): string | null
  /** Keyed digest, for codes short enough to be tried one by one. */
  digest(text: string, purpose: string): Buffer
}

/** One-time codes by time (RFC 6238), as authenticator apps make them. */
export type TimeCodes = {
  /** Base32, 160 bits. */
  newSecret(): string
  /** `otpauth://…`, what the picture to be scanned says. */
  address(secret: string, account: { loginName: string; issuer: string }): string
  /** The time step that a code belongs to, now or one step before or after; null when it is wrong. */
  stepOf(secret: string, code: string, now: Date): number | null
}

/** What a browser that was sent to the identity provider must bring back; kept sealed in a cookie meanwhile. */
export type SignOnKept = { state: string; nonce: string; verifier: string }

/** Signing in at another place, which says who somebody is (OpenID Connect). */
export type SingleSignOn = {
  /** On the button. */
  name: string
  /**
   * @param callback address to which the provider sends the browser back
   * @throws Refusal `singleSignOn.away`
   */
  begin(callback: string): Promise<{ address: string; kept: SignOnKept }>
  /**
   * @param returned the address that the browser came back with
   * @returns what the provider vouches for, to be compared with login names
   * @throws Refusal `singleSignOn.failed`, `singleSignOn.away`
   */
  finish(returned: URL, kept: SignOnKept): Promise<{ loginName: string }>
}

export type AccountReads = {
  accounts(tenantId: number, now: Date): Promise<AccountRow[]>
  ownAccount(tenantId: number, personId: number): Promise<OwnAccount>
  /** @param current token of the session that asks */
  sessions(tenantId: number, personId: number, current: Buffer | null, now: Date): Promise<OwnSession[]>
}
