/** The HTTP server: every route of the contracts, in one loop, with the same checks; then pages and API documentation. */
import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { z } from 'zod'
import type { Action } from '../core/access/policy.ts'
import { policy } from '../core/access/policy.ts'
import { contracts, type Route } from '../core/api/contracts.ts'
import { Refusal } from '../core/refusal.ts'
import { permit } from '../usecases/permit.ts'
import type { Outside, Serialised } from '../usecases/ports.ts'
import { describeApi } from './api-description.ts'
import { answerErrors, InvalidRequest } from './errors.ts'
import type { Handler, Input, ServerSettings } from './handler.ts'
import { handlers } from './handlers.ts'
import { type LiveStreams, liveStreams } from './live-streams.ts'
import { servePages, type WebApplication } from './pages.ts'
import { type RecentVisitors, recentVisitors } from './recent-visitors.ts'
import { callerOf, languageOf, refuseForeign } from './request-context.ts'
import { uploadOf } from './upload.ts'

/** Per address and minute. Guesses are at passwords and codes (accounts have a lock of their own); uploads cost seconds. */
const guessesPerMinute = 20
const uploadsPerMinute = 60
/** A day's photos come at once, one per request; an office is one address. */
const piecesPerMinute = 600

/**
 * @param options.web the built application in the browser; null where there is none
 * @returns the server, ready to listen or to be asked by `inject`
 */
export async function buildServer(
  outside: Outside,
  settings: ServerSettings,
  options: { web: WebApplication | null; logger: FastifyBaseLogger | false },
): Promise<FastifyInstance> {
  const limitBytes = settings.uploadLimitMb * 1024 * 1024
  const app: FastifyInstance = fastify({
    ...(options.logger === false ? { logger: false } : { loggerInstance: options.logger }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: limitBytes,
    trustProxy: false,
    routerOptions: { maxParamLength: 100 },
  })
  answerErrors(app, settings.uploadLimitMb)
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (value) => {
    const read = schema.safeParse(value)
    return read.success ? { value: read.data } : { error: new InvalidRequest(read.error.issues) }
  })
  // What goes out is checked by types and tests, not once more per answer.
  app.setSerializerCompiler(() => JSON.stringify)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Styles written by components at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(settings.tls ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Closed networks run on plain http, where these would lock people out.
    hsts: settings.tls,
    crossOriginOpenerPolicy: settings.tls,
    originAgentCluster: settings.tls,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(rateLimit, { global: false, timeWindow: '1 minute' })
  await app.register(multipart, { limits: { fileSize: limitBytes, files: 1, fields: 5, parts: 6 } })
  await describeApi(app, settings.version)

  app.get('/healthz', { schema: { hide: true } }, async () => {
    await outside.data.findTenant()
    return { ok: true, version: settings.version }
  })
  const visitors = recentVisitors(outside)
  const live = liveStreams(app, outside)
  for (const route of Object.keys(contracts) as Route[]) addRoute(app, route, outside, settings, visitors, live)
  await servePages(app, outside, settings, visitors, options.web)
  return app
}

function addRoute<R extends Route>(
  app: FastifyInstance,
  route: R,
  outside: Outside,
  settings: ServerSettings,
  visitors: RecentVisitors,
  live: LiveStreams,
): void {
  const [method = 'GET', url = ''] = route.split(' ')
  const contract: Partial<Record<'params' | 'query' | 'body', z.ZodType>> & { response: z.ZodType; raw?: true } =
    contracts[route]
  const handler = handlers[route] as Handler<R>
  const { action } = contracts[route]
  const perMinute = limitOf(action)
  app.route({
    method,
    url,
    schema: {
      ...(contract.params && { params: contract.params }),
      ...(contract.query && { querystring: contract.query }),
      ...(contract.body && { body: contract.body }),
      ...(contract.raw ? {} : { response: { 200: contract.response } }),
    },
    ...(perMinute !== null && { config: { rateLimit: { max: perMinute } } }),
    // Before the body is read: who may not ask does not get to send fifty megabytes.
    onRequest: async (request) => {
      request.caller = await callerOf(request, visitors)
      if (method !== 'GET') refuseForeign(request, request.caller.visitor)
      if (policy[action] !== 'everyone') permit(request.caller.visitor, action)
    },
    // What a write changed about its caller is seen by the next request.
    onSend: async (request) => {
      if (method === 'GET') return
      if (changesOthers.includes(action)) visitors.forgetAll()
      else visitors.forget(request.caller.token)
    },
    preValidation: async ({ body }) => {
      if (!isKeepable(body)) throw new Refusal('request.controlCharacter')
    },
    handler: async (request, reply) => {
      const { params, query, body } = request
      reply.header('cache-control', 'no-store').type('application/json; charset=utf-8')
      const context = {
        ...request.caller,
        outside,
        settings,
        live,
        request,
        reply,
        language: languageOf(request),
        file: () => uploadOf(request, settings.uploadLimitMb),
      }
      const answer: unknown = await handler(context, { params, query, body } as Input<R>)
      if (contract.raw) return reply
      return isSerialised(answer) ? answer.json : answer
    },
  })
}

/** Writes that end or change sessions of others, or one's own other ones: seen by the next request of each. */
const changesOthers: readonly Action[] = [
  'account.manage',
  'account.changeOwn',
  'security.change',
  'role.give',
  'role.handOver',
  'deputy.name',
  'deputy.own',
]

function limitOf(action: Action): number | null {
  if (action === 'session.open' || action === 'tenant.setUp' || action === 'account.changeOwn') return guessesPerMinute
  if (action === 'evidence.attach') return piecesPerMinute
  return action === 'import.create' ? uploadsPerMinute : null
}

const isSerialised = (answer: unknown): answer is Serialised<unknown> =>
  typeof answer === 'object' && answer !== null && 'json' in answer && typeof answer.json === 'string'

/** No text in it has a character that the database cannot keep (NUL, half of a surrogate pair). */
function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && !/\p{Cs}/u.test(value)
  if (Array.isArray(value)) return value.every(isKeepable)
  return typeof value !== 'object' || value === null || Object.values(value).every(isKeepable)
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Awaited<ReturnType<typeof callerOf>>
  }
}
