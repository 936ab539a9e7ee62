/**
 * Messages and calendars are everybody's own; holidays are for the office or an administrator to enter; robots belong to the
 * administrator of the system. The address of a feed is its permission.
 */
import type { deadlinesContracts } from '../../core/api/deadlines.ts'
import { anybodySignedIn, anywhere, type Expectations, everyone } from './expectation.ts'

const robot = { path: { kind: 'wecom' }, body: { address: '', secret: '' } }

export const deadlinesExpectations: Expectations<typeof deadlinesContracts> = {
  'GET /api/messages': { allows: anybodySignedIn },
  'GET /api/messages/unread': { allows: anybodySignedIn },
  'POST /api/messages/read': { allows: anybodySignedIn, request: () => ({ body: { upTo: 1 } }) },
  'GET /api/calendar/:year': { allows: anybodySignedIn, request: () => ({ path: { year: 2024 } }) },
  'PUT /api/calendar/:year': {
    allows: anywhere('office', 'systemAdmin'),
    request: () => ({ path: { year: 2031 }, body: { off: [], working: [], submissionId: 'permission-calendar' } }),
  },
  'GET /api/me/channels': { allows: anybodySignedIn },
  'PUT /api/me/mail': { allows: anybodySignedIn, request: () => ({ body: { address: '' } }) },
  'POST /api/me/feed': { allows: anybodySignedIn },
  'DELETE /api/me/feed': { allows: anybodySignedIn },
  'GET /api/feeds/:token': {
    allows: everyone,
    request: () => ({ path: { token: '1.nobody-knows-this-address' } }),
  },
  'GET /api/robots': { allows: anywhere('systemAdmin') },
  'PUT /api/robots/:kind': { allows: anywhere('systemAdmin'), request: () => robot },
  'POST /api/robots/:kind/try': { allows: anywhere('systemAdmin'), request: () => ({ path: { kind: 'wecom' } }) },
}
