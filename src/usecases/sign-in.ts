/**
 * What happens once somebody has shown who they are, by password, invitation or identity provider: a session is opened, or the
 * second step is asked for.
 */
import { needsSecondFactor, passwordEndsAt, type SecuritySettings } from '../core/account/settings.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Act } from '../core/history/acts.ts'
import type { HistoryEvent } from '../core/history/history-event.ts'
import { Refusal } from '../core/refusal.ts'
import type { Account, Device, NewSession, SignInMethod } from './ports/accounts.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

/** `token` goes to the browser's cookie and is kept nowhere else. */
export type OpenedSession = { visitor: Visitor; token: string }

/** Signed in, or the ticket to take the second step with. */
export type SignIn = { session: OpenedSession; ticket: null } | { session: null; ticket: string }

/** What {@link letIn} did within the transaction. */
export type LetIn = { token: string; ticket: null } | { token: null; ticket: string }

/** How long somebody may take for the second step. */
const ticketLifeMs = 5 * 60_000
const ticketPurpose = 'second step'

/**
 * @param account of somebody whose password, invitation or provider was right
 * @throws Refusal `session.disabled`
 */
export async function letIn(
  outside: Outside,
  tenantId: number,
  stores: Stores,
  account: Account,
  from: { method: SignInMethod; device: Device },
): Promise<LetIn> {
  if (account.disabledAt !== null) throw new Refusal('session.disabled')
  const factor = await stores.secondFactors.lock(account.personId)
  const isAsked = from.method !== 'secondFactor' && from.method !== 'singleSignOn'
  if (isAsked && factor !== null) {
    const { personId, passwordChangedAt } = account
    const ticket = { tenantId, personId, passwordChangedAt: passwordChangedAt.getTime(), at: outside.now().getTime() }
    return { token: null, ticket: outside.vault.seal(JSON.stringify(ticket), ticketPurpose).toString('base64url') }
  }
  const settings = await stores.security.settings()
  const at = outside.now()
  const endsAt = passwordEndsAt(settings, account.passwordChangedAt)
  if (endsAt !== null && endsAt <= at && from.method !== 'singleSignOn')
    await stores.accounts.requirePasswordChange(account.personId)
  // The identity provider answers for its own second factor.
  const mustEnrol =
    isAsked && needsSecondFactor(settings, await stores.accounts.rolesOf(account.personId, chinaDay(at)))
  const session = newSession(outside, settings, { ...from, mustEnrol })
  await stores.accounts.openSession({ ...session.stored, personId: account.personId }, settings.sessionsPerPerson)
  const { address } = from.device
  await stores.history.append([
    accountEvent(account.personId, 'session.opened', at, { method: from.method, address: address ?? null }),
  ])
  return { token: session.token, ticket: null }
}

/** What a ticket was given for. @throws Refusal `session.ticketOver` */
export function readTicket(
  outside: Outside,
  ticket: string,
): { tenantId: number; personId: number; changedAt: number } {
  const text = outside.vault.open(Buffer.from(ticket, 'base64url'), ticketPurpose)
  if (text === null) throw new Refusal('session.ticketOver')
  const { tenantId, personId, passwordChangedAt, at } = JSON.parse(text)
  if (outside.now().getTime() - at > ticketLifeMs) throw new Refusal('session.ticketOver')
  return { tenantId, personId, changedAt: passwordChangedAt }
}

/** Reads the visitor of a session just opened. */
export async function opened(outside: Outside, tenantId: number, token: string): Promise<OpenedSession> {
  const visitor = await outside.data.read.visitor(tenantId, outside.secrets.digest(token), outside.now())
  if (visitor === null) throw new Error('the session was not kept')
  return { visitor, token }
}

export const signInOf = async (outside: Outside, tenantId: number, letIn: LetIn): Promise<SignIn> =>
  letIn.token === null
    ? { session: null, ticket: letIn.ticket }
    : { session: await opened(outside, tenantId, letIn.token), ticket: null }

const nowhere: Device = { address: null, userAgent: null }

/** A session not yet stored, and the token that opens it. */
export function newSession(
  { now, secrets }: Outside,
  settings: SecuritySettings,
  from: { method: SignInMethod; device: Device; mustEnrol: boolean } = {
    method: 'password',
    device: nowhere,
    mustEnrol: false,
  },
): { token: string; stored: Omit<NewSession, 'personId'> } {
  const token = secrets.token()
  const createdAt = now()
  return {
    token,
    stored: {
      tokenHash: secrets.digest(token),
      csrfToken: secrets.token(),
      createdAt,
      idleMinutes: settings.sessionIdleMinutes,
      endsAt: new Date(createdAt.getTime() + settings.sessionLongestHours * 3_600_000),
      ...from,
    },
  }
}

/** An event of signing in, when nobody is signed in yet. */
export const accountEvent = (
  personId: number,
  act: Act,
  at: Date,
  after: Record<string, unknown> | null = null,
): HistoryEvent => ({
  at: at.toISOString(),
  actorId: personId,
  role: null,
  unitId: null,
  onBehalfOf: null,
  act,
  recordKind: 'account',
  recordId: personId,
  before: null,
  after,
  reason: null,
})
