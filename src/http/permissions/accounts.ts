/** Accounts belong to system administrators; security administrators see them, and set the rules of signing in. */
import type { accountContracts } from '../../core/api/accounts.ts'
import { anybodySignedIn, anywhere, type Expectations, everyone, inTenant } from './expectation.ts'

const seen = { allows: anywhere('systemAdmin', 'securityAdmin') }
const own = (body?: object) => ({
  allows: anybodySignedIn,
  ...(body === undefined ? {} : { request: () => ({ body }) }),
})
const wrongPassword = { password: 'wrong' }

export const accountExpectations: Expectations<typeof accountContracts> = {
  'GET /api/sign-in': { allows: everyone },
  'POST /api/session': { allows: everyone, request: () => ({ body: { loginName: 'nobody', password: 'x' } }) },
  'POST /api/session/second-step': { allows: everyone, request: () => ({ body: { ticket: 'none', code: '123456' } }) },
  'GET /api/single-sign-on': { allows: everyone },
  'GET /api/single-sign-on/return': { allows: everyone },
  'POST /api/invitation': { allows: everyone, request: () => ({ body: { code: 'ABCD-EFGH-JKMN' } }) },
  'POST /api/invitation/accept': {
    allows: everyone,
    request: () => ({ body: { code: 'ABCD-EFGH-JKMN', loginName: 'somebody', password: 'x' } }),
  },
  'GET /api/me/account': own(),
  'POST /api/me/second-factor': own(wrongPassword),
  'PUT /api/me/second-factor': own({ ticket: 'none', code: '123456' }),
  'POST /api/me/second-factor/recovery-codes': own(wrongPassword),
  'POST /api/me/second-factor/removal': own(wrongPassword),
  'DELETE /api/me/sessions': own(),
  // There is none under this number: the answer speaks of sessions, not of who asks.
  'DELETE /api/me/sessions/:id': { allows: anybodySignedIn, request: () => ({ path: { id: 999_999_999 } }) },
  'GET /api/accounts': seen,
  'POST /api/accounts/invitations': {
    allows: inTenant('systemAdmin'),
    request: ({ personId }) => ({ body: { personIds: [personId], reset: true } }),
  },
  'POST /api/accounts/:id/acts': {
    allows: inTenant('systemAdmin'),
    request: ({ personId }) => ({ path: { id: personId }, body: { act: 'unlock' } }),
  },
  'GET /api/security': seen,
  'PUT /api/security': {
    allows: anywhere('securityAdmin'),
    request: () => ({
      body: {
        sessionIdleMinutes: 30,
        sessionLongestHours: 12,
        sessionsPerPerson: 10,
        passwordDays: 90,
        invitationDays: 14,
        secondFactor: 'optional',
      },
    }),
  },
}
