/** Routes of deadlines: messages, the working-day calendar, channels of the daily digest, a person's calendar feed. */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { recordKinds } from '../history/history-event.ts'
import { type Contract, done, submissionId } from './contract.ts'
import { id, instant, named } from './ledger-records.ts'

export const messageSchema = z.object({
  id,
  kind: z.string(),
  /** One sentence, in the language asked for. */
  text: z.string(),
  at: instant,
  readAt: instant.nullable(),
  inspectionId: id.nullable(),
  recordKind: z.enum(recordKinds),
  recordId: id,
  /** Somebody for whom the reader stands in; null when it is the reader's own. */
  for: named.nullable(),
})

const year = z.object({ year: z.coerce.number().int().min(2000).max(2100) })
const holidayDay = z.object({ day: daySchema, name: z.string().trim().min(1).max(20) })

export const robotKinds = ['wecom', 'dingtalk', 'feishu'] as const
export type RobotKind = (typeof robotKinds)[number]
const robot = z.object({ kind: z.enum(robotKinds) })

export const deadlinesContracts = {
  /** Newest first, the reader's own and those of people for whom he stands in. */
  'GET /api/messages': {
    action: 'message.read',
    query: z.object({
      unread: z.enum(['true', 'false']).default('false'),
      before: z.coerce.number().int().positive().optional(),
    }),
    response: z.object({ messages: z.array(messageSchema), nextBefore: id.nullable(), unread: z.number().int() }),
  },
  'GET /api/messages/unread': { action: 'message.read', response: z.object({ unread: z.number().int() }) },
  'POST /api/messages/read': {
    action: 'message.read',
    /** `upTo`: everything up to this message. */
    body: z.union([z.object({ ids: z.array(id).min(1).max(500) }), z.object({ upTo: id })]),
    response: z.object({ unread: z.number().int() }),
  },
  'GET /api/calendar/:year': {
    action: 'calendar.read',
    params: year,
    response: z.object({
      year: z.number().int(),
      /** As announced and delivered with the product; entered here; or nobody knows it yet. */
      source: z.enum(['announced', 'entered', 'unknown']),
      entered: z.object({ by: z.string(), at: instant }).nullable(),
      off: z.array(holidayDay),
      working: z.array(daySchema),
      mayEdit: z.boolean(),
    }),
  },
  'PUT /api/calendar/:year': {
    action: 'calendar.edit',
    params: year,
    body: z.object({ off: z.array(holidayDay).max(120), working: z.array(daySchema).max(60), submissionId }),
    response: z.object({ lightsChanged: z.number().int() }),
  },
  'GET /api/me/channels': {
    action: 'message.read',
    response: z.object({
      /** Null where no mail server is configured. */
      mail: z.object({ address: z.string().nullable() }).nullable(),
      feed: z.object({ createdAt: instant }).nullable(),
    }),
  },
  'PUT /api/me/mail': {
    action: 'message.read',
    body: z.object({ address: z.union([z.email().max(200), z.literal('')]) }),
    response: done,
  },
  /** A new address; the one before stops working. It is shown this once. */
  'POST /api/me/feed': { action: 'message.read', response: z.object({ path: z.string() }) },
  'DELETE /api/me/feed': { action: 'message.read', response: done },
  /** iCalendar; the token is the permission. */
  'GET /api/feeds/:token': {
    action: 'feed.read',
    params: z.object({ token: z.string().min(20).max(100) }),
    raw: true,
    response: z.void(),
  },
  'GET /api/robots': {
    action: 'robot.manage',
    response: z.array(
      robot.extend({
        /** Host of the address alone: the rest of it is a secret. */
        host: z.string().nullable(),
        signed: z.boolean(),
        last: z.object({ day: daySchema, state: z.string(), error: z.string().nullable() }).nullable(),
      }),
    ),
  },
  'PUT /api/robots/:kind': {
    action: 'robot.manage',
    params: robot,
    /** An empty address turns it off. */
    body: z.object({ address: z.union([z.url().max(500), z.literal('')]), secret: z.string().trim().max(200) }),
    response: done,
  },
  /** Posts one line now. */
  'POST /api/robots/:kind/try': { action: 'robot.manage', params: robot, response: done },
} as const satisfies Record<string, Contract>
