/** Who asks, from where, in which language; and whether a write comes from one of our own pages. */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import type { Device } from '../usecases/ports/accounts.ts'
import type { Visitor } from '../usecases/ports.ts'
import type { RecentVisitors } from './recent-visitors.ts'

export const cookieName = 'bihuan_session'

export type Caller = { visitor: Visitor | null; token: string }

const cookiePattern = new RegExp(`(?:^|;)\\s*${cookieName}=(\\d{1,15})\\.([\\w-]{43})\\s*(?:;|$)`)

/** The session of a request; the cookie holds `tenant.token`. A write is judged by what the database says now. */
export async function callerOf(request: FastifyRequest, visitors: RecentVisitors): Promise<Caller> {
  const [, tenant, token] = cookiePattern.exec(request.headers.cookie ?? '') ?? []
  if (tenant === undefined || token === undefined) return { visitor: null, token: '' }
  return { visitor: await visitors.find(Number(tenant), token, request.method !== 'GET'), token }
}

export function setSessionCookie(
  reply: FastifyReply,
  session: { visitor: Visitor; token: string },
  secure: boolean,
): void {
  setCookie(reply, `${session.visitor.tenantId}.${session.token}`, secure ? '; Secure' : '')
}

export const clearSessionCookie = (reply: FastifyReply): void => setCookie(reply, '', '; Max-Age=0')

/** For this browser only, out of reach of scripts, and not sent along when another site posts here. */
function setCookie(reply: FastifyReply, value: string, more: string): void {
  reply.header('set-cookie', `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Lax${more}`)
}

/**
 * A write must come from a page of this very server: by its Origin, and, once signed in, by the token that only such a
 * page knows.
 * @throws Refusal `request.foreignOrigin`
 */
export function refuseForeign(request: FastifyRequest, visitor: Visitor | null): void {
  const { origin, host } = request.headers
  const foreign = origin !== undefined && hostOf(origin) !== host
  if (foreign || request.headers['sec-fetch-site'] === 'cross-site') throw new Refusal('request.foreignOrigin')
  if (visitor === null) return
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''))
  const expected = Buffer.from(visitor.csrfToken)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Refusal('request.foreignOrigin')
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

/** Where a session is opened from, for the person's list of them. */
export const deviceOf = (request: FastifyRequest): Device => ({
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? null,
})

/** On the machine itself, with no proxy between. */
export const isLoopback = (request: FastifyRequest): boolean =>
  /^(?:127\.|::1$|::ffff:127\.)/.test(request.ip) &&
  request.headers['x-forwarded-for'] === undefined &&
  request.headers.forwarded === undefined

/** As the page asks for it; Chinese unless English is preferred. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = String(request.headers['accept-language'] ?? '').toLowerCase()
  const zh = wanted.indexOf('zh')
  const en = wanted.indexOf('en')
  return en >= 0 && (zh < 0 || en < zh) ? 'en' : 'zh'
}
