/** Messages, the working-day calendar, channels. */
import type { deadlinesContracts } from '../../core/api/deadlines.ts'
import { enterCalendarYear, readCalendarYear } from '../../usecases/calendar-year.ts'
import { makeFeed, readFeed, readOwnChannels, revokeFeed, setMailAddress } from '../../usecases/own-channels.ts'
import { countUnread, markRead, readMessages } from '../../usecases/read-messages.ts'
import { readRobots, setRobot, tryRobot } from '../../usecases/robots.ts'
import { calendarFeed } from '../calendar-feed.ts'
import type { HandlersOf } from '../handler.ts'

const ok = { ok: true } as const

export const deadlinesHandlers: HandlersOf<typeof deadlinesContracts> = {
  'GET /api/messages': ({ outside, visitor, language }, { query }) => readMessages(outside, visitor, query, language),
  'GET /api/messages/unread': ({ outside, visitor }) => countUnread(outside, visitor),
  'POST /api/messages/read': ({ outside, visitor }, { body }) => markRead(outside, visitor, body),
  'GET /api/calendar/:year': ({ outside, visitor }, { params }) => readCalendarYear(outside, visitor, params.year),
  'PUT /api/calendar/:year': ({ outside, visitor }, { params, body }) =>
    enterCalendarYear(outside, visitor, params.year, body),
  'GET /api/me/channels': ({ outside, visitor }) => readOwnChannels(outside, visitor),
  'PUT /api/me/mail': async ({ outside, visitor }, { body }) => {
    await setMailAddress(outside, visitor, body.address)
    return ok
  },
  'POST /api/me/feed': ({ outside, visitor }) => makeFeed(outside, visitor),
  'DELETE /api/me/feed': async ({ outside, visitor }) => {
    await revokeFeed(outside, visitor)
    return ok
  },
  'GET /api/feeds/:token': async ({ outside, reply }, { params }) => {
    const entries = await readFeed(outside, params.token)
    reply.type('text/calendar; charset=utf-8').send(calendarFeed(entries, outside.now()))
  },
  'GET /api/robots': ({ outside, visitor }) => readRobots(outside, visitor),
  'PUT /api/robots/:kind': async ({ outside, visitor }, { params, body }) => {
    await setRobot(outside, visitor, params.kind, body)
    return ok
  },
  'POST /api/robots/:kind/try': async ({ outside, visitor }, { params }) => {
    await tryRobot(outside, visitor, params.kind)
    return ok
  },
}
