/** Every failure of a request as `{ error }`: refusals in words, faults logged under the request's id and never shown. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { Refusal, refusalSentence } from '../core/refusal.ts'
import { fieldProblem } from './field-problem.ts'
import { refusalStatus } from './refusal-status.ts'
import { languageOf } from './request-context.ts'

/** A request that does not have the shape its route asks for. */
export class InvalidRequest extends Error {
  readonly issues: readonly z.core.$ZodIssue[]
  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('invalid request')
    this.issues = issues
  }
}

const fault = {
  zh: '系统出现故障，没有完成。请稍后再试；仍不行时把编号 {id} 告诉管理员。',
  en: 'Something failed and was not completed. Try again later; if it stays, tell your administrator the number {id}.',
}

export function answerErrors(app: FastifyInstance, limitMb: number): void {
  app.setErrorHandler((error, request, reply) => answer(asRefusal(error, request, limitMb), error, request, reply))
}

/** Sends a refusal as the answer to a request. */
export function answerRefusal(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answer(refusal, refusal, request, reply)
}

function answer(refusal: Refusal | null, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request)
  if (refusal === null) {
    request.log.error(error)
    const message = fault[language].replace('{id}', request.id)
    return send(500, { code: 'fault', message, field: null, requestId: request.id })
  }
  const field = refusal.facts.field
  return send(refusalStatus[refusal.code], {
    code: refusal.code,
    message: refusalSentence(refusal.code, refusal.facts, language),
    field: typeof field === 'string' && field !== '' ? field : null,
    requestId: request.id,
    ...(refusal.problems.length > 0 && {
      problems: refusal.problems.map(({ message, ...where }) => ({ ...where, message: message[language] })),
    }),
  })

  function send(status: number, body: Record<string, unknown>): FastifyReply {
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .type('application/json')
      .send(JSON.stringify({ error: body }))
  }
}

/** What the rules or the framework refuse; null for a fault. */
function asRefusal(error: unknown, request: FastifyRequest, limitMb: number): Refusal | null {
  if (error instanceof Refusal) return error
  if (error instanceof InvalidRequest)
    return new Refusal('request.invalid', fieldProblem(error.issues, languageOf(request)))
  if (!(error instanceof Error) || !('statusCode' in error)) return null
  const code = 'code' in error ? error.code : ''
  if (error.statusCode === 413) return new Refusal('request.tooLarge', { limitMb })
  if (error.statusCode === 404) return new Refusal('request.noSuchPage')
  if (error.statusCode === 429) return new Refusal('request.tooMany', { seconds: 60 })
  if (typeof error.statusCode === 'number' && error.statusCode >= 400 && error.statusCode < 500) {
    const detail =
      languageOf(request) === 'zh' ? `请求的格式不对（${code}）` : `the request has the wrong form (${code})`
    return new Refusal('request.invalid', { detail })
  }
  return null
}
