/**
 * The server as typed calls: `call('GET /api/ledger', { query: { inspection: 1 } })`. Types come from the contracts;
 * no schema is loaded into the browser. Every failure is an {@link ApiError} whose message a person can act on.
 */
import type { z } from 'zod'
import type { Contracts, Route } from '../core/api/contracts.ts'
import { connectionLost, connectionWorks } from './connection.ts'
import { languageTag, textNow } from './language/language.ts'

type Shape<R extends Route, K extends string> = Contracts[R] extends { [P in K]: infer S extends z.ZodType } ? S : never
/** What may be left out on the way in may be left out here; coerced fields take the type they come out with. */
type Given<S extends z.ZodType> = {
  [K in keyof z.input<S>]: unknown extends z.input<S>[K]
    ? K extends keyof z.output<S>
      ? z.output<S>[K]
      : never
    : z.input<S>[K]
}
type Part<R extends Route, K extends string> = [Shape<R, K>] extends [never]
  ? unknown
  : { [P in K]: Given<Shape<R, K>> }

export type Answer<R extends Route> = z.output<Contracts[R]['response']>
export type Ask<R extends Route> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'> & { signal?: AbortSignal }

/** What is wrong in one field of what was sent; of a table also in which row and column. */
export type ApiFieldProblem = { field: string; row?: number; column?: string; message: string }
type ApiProblem = {
  code: string
  message: string
  field?: string | null
  problems?: readonly ApiFieldProblem[]
  requestId?: string
}

export class ApiError extends Error {
  /** HTTP status; 0 when the server could not be reached. */
  readonly status: number
  readonly code: string
  readonly field: string | null
  /** Everything that is wrong, where the server says more than one thing. */
  readonly problems: readonly ApiFieldProblem[]
  readonly requestId: string | null
  constructor(status: number, problem: ApiProblem) {
    super(problem.message)
    this.name = 'ApiError'
    this.status = status
    this.code = problem.code
    this.field = problem.field ?? null
    this.problems = problem.problems ?? []
    this.requestId = problem.requestId ?? null
  }
}

let csrfToken = ''
/** The token of the session that was opened or found at boot; sent with every write. */
export function keepCsrfTokenOf(session: { csrfToken: string } | null): void {
  csrfToken = session?.csrfToken ?? ''
}

let sessionEnded = (): void => {}
/** Called when the server no longer knows the session, whatever was asked. */
export function onSessionEnded(then: () => void): void {
  sessionEnded = then
}

/** Rejects with {@link ApiError}; with `AbortError` when `signal` says so. */
export async function call<R extends Route>(route: R, ask: Ask<R>): Promise<Answer<R>> {
  const { method, address } = addressOf(route, ask)
  const body = 'body' in ask ? JSON.stringify(ask.body) : undefined
  let response: Response
  try {
    response = await fetch(address, {
      method,
      credentials: 'same-origin',
      headers: headersOf(method, body === undefined ? null : 'application/json'),
      ...(body === undefined ? {} : { body }),
      ...(ask.signal ? { signal: ask.signal } : {}),
    })
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault
    throw unreachable()
  }
  connectionWorks()
  if (response.status === 401 && route !== 'POST /api/session') sessionEnded()
  return answerOf<R>(response.status, await response.text())
}

/**
 * Sends one file. `onProgress` gets 0…1 while the bytes go out (fetch cannot tell, so this is XMLHttpRequest).
 * Rejects with {@link ApiError}; with `AbortError` when `signal` says so.
 */
export function upload<R extends Route>(
  route: R,
  file: File,
  onProgress: (part: number) => void,
  ask: { params?: object; query?: object; signal?: AbortSignal } = {},
): Promise<Answer<R>> {
  return new Promise((resolve, reject) => {
    const { method, address } = addressOf(route, ask)
    const request = new XMLHttpRequest()
    request.open(method, address)
    for (const [name, value] of Object.entries(headersOf(method, null))) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    ask.signal?.addEventListener('abort', () => request.abort())
    request.onload = () => {
      connectionWorks()
      if (request.status === 401) sessionEnded()
      try {
        resolve(answerOf<R>(request.status, request.responseText))
      } catch (problem) {
        reject(problem)
      }
    }
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}

function addressOf(route: Route, ask: object): { method: string; address: string } {
  const [method = 'GET', path = ''] = route.split(' ')
  const { params = {}, query = {} } = ask as { params?: Record<string, unknown>; query?: Record<string, unknown> }
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const text = search.toString()
  return { method, address: text ? `${filled}?${text}` : filled }
}

function headersOf(method: string, contentType: string | null): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-language': languageTag(),
    ...(contentType ? { 'content-type': contentType } : {}),
    ...(method === 'GET' ? {} : { 'x-csrf-token': csrfToken }),
  }
}

function answerOf<R extends Route>(status: number, text: string): Answer<R> {
  const value = parsed(text)
  if (status >= 200 && status < 300 && value !== undefined) return value as Answer<R>
  const problem = (value as { error?: { code: string; message: string } } | undefined)?.error
  throw new ApiError(status, problem ?? { code: 'unreadable', message: textNow().problem.unreadable(status) })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unreachable(): ApiError {
  connectionLost()
  return new ApiError(0, { code: 'unreachable', message: textNow().problem.unreachable })
}
