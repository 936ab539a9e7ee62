/** Signing in, one's own account, everybody's accounts. */
import type { accountContracts } from '../../core/api/accounts.ts'
import { Refusal } from '../../core/refusal.ts'
import { acceptInvitation, readInvitation } from '../../usecases/accept-invitation.ts'
import { changeSecurity, readSecurity } from '../../usecases/change-security.ts'
import { invitePeople } from '../../usecases/invite-people.ts'
import { listAccounts } from '../../usecases/list-accounts.ts'
import { manageAccount } from '../../usecases/manage-account.ts'
import { openSession } from '../../usecases/open-session.ts'
import { endOtherSessions, endOwnSession, readOwnAccount } from '../../usecases/own-account.ts'
import { passSecondStep } from '../../usecases/pass-second-step.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '../../usecases/second-factor.ts'
import { sessionView } from '../../usecases/session-view.ts'
import type { SignIn } from '../../usecases/sign-in.ts'
import { beginSignOn, finishSignOn, waysToSignIn } from '../../usecases/sign-on-elsewhere.ts'
import type { Context, HandlersOf } from '../handler.ts'
import { deviceOf, setSessionCookie } from '../request-context.ts'
import { clearSignOnCookie, setSignOnCookie, signOnCookieOf } from '../sign-on-cookie.ts'

const ok = { ok: true } as const

export const accountHandlers: HandlersOf<typeof accountContracts> = {
  'GET /api/sign-in': ({ outside }) => waysToSignIn(outside),
  'POST /api/session': async (context, { body }) =>
    signedIn(context, await openSession(context.outside, body, deviceOf(context.request))),
  'POST /api/session/second-step': async ({ outside, request, reply, settings }, { body }) => {
    const session = await passSecondStep(outside, body, deviceOf(request))
    setSessionCookie(reply, session, settings.tls)
    return sessionView(session.visitor)
  },
  'GET /api/single-sign-on': (context, { query }) =>
    orBackToLogin(context, async () => {
      const next = isWithinSite(query.next) ? query.next : '/'
      const callback = new URL('/api/single-sign-on/return', addressOf(context)).href
      const { address, kept } = await beginSignOn(context.outside, { tenantId: query.tenant, next, callback })
      setSignOnCookie(context.reply, kept, context.settings.tls)
      return address
    }),
  'GET /api/single-sign-on/return': (context) =>
    orBackToLogin(context, async () => {
      const { outside, request, reply, settings } = context
      const returned = new URL(request.url, addressOf(context))
      const kept = signOnCookieOf(request)
      clearSignOnCookie(reply)
      const { session, next } = await finishSignOn(outside, { returned, kept }, deviceOf(request))
      setSessionCookie(reply, session, settings.tls)
      return next
    }),
  'POST /api/invitation': ({ outside }, { body }) => readInvitation(outside, body),
  'POST /api/invitation/accept': async (context, { body }) =>
    signedIn(context, await acceptInvitation(context.outside, body, context.language, deviceOf(context.request))),
  'GET /api/me/account': ({ outside, visitor, token }) => readOwnAccount(outside, visitor, token),
  'POST /api/me/second-factor': ({ outside, visitor }, { body }) => beginSecondFactor(outside, visitor, body.password),
  'PUT /api/me/second-factor': ({ outside, visitor }, { body }) => confirmSecondFactor(outside, visitor, body),
  'POST /api/me/second-factor/recovery-codes': ({ outside, visitor }, { body }) =>
    renewRecoveryCodes(outside, visitor, body.password),
  'POST /api/me/second-factor/removal': async ({ outside, visitor }, { body }) => {
    await removeSecondFactor(outside, visitor, body.password)
    return ok
  },
  'DELETE /api/me/sessions': async ({ outside, visitor, token }) => ({
    ended: await endOtherSessions(outside, visitor, token),
  }),
  'DELETE /api/me/sessions/:id': async ({ outside, visitor }, { params }) => {
    await endOwnSession(outside, visitor, params.id)
    return ok
  },
  'GET /api/accounts': ({ outside, visitor }) => listAccounts(outside, visitor),
  'POST /api/accounts/invitations': async ({ outside, visitor }, { body }) => ({
    invitations: await invitePeople(outside, visitor, body),
  }),
  'POST /api/accounts/:id/acts': async ({ outside, visitor }, { params, body }) => {
    await manageAccount(outside, visitor, params.id, body)
    return ok
  },
  'GET /api/security': ({ outside, visitor }) => readSecurity(outside, visitor),
  'PUT /api/security': ({ outside, visitor }, { body }) => changeSecurity(outside, visitor, body),
}

/** Sets the cookie of a session that was opened, and answers with it or with the ticket for the second step. */
function signedIn({ reply, settings }: Context, { session, ticket }: SignIn) {
  if (session === null) return { ticket }
  setSessionCookie(reply, session, settings.tls)
  return { ...sessionView(session.visitor), ticket: null }
}

/** As the browser knows this server. */
const addressOf = ({ request, settings }: Context): string => `http${settings.tls ? 's' : ''}://${request.host}`

const isWithinSite = (address: string | undefined): address is string =>
  address !== undefined && /^\/(?![/\\])/.test(address)

/** Sends the browser on; a refusal sends it back to the page to sign in, which says why. */
async function orBackToLogin({ reply }: Context, work: () => Promise<string>): Promise<void> {
  try {
    await reply.redirect(await work())
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await reply.redirect(`/login?signOn=${error.code.split('.')[1]}`)
  }
}
