/** What a handler is given and gives back; the handlers stand in `handlers.ts` and in one file per part of the work beside it. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Contracts, Route } from '../core/api/contracts.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import type { Upload } from '../usecases/create-import.ts'
import type { Outside, Serialised } from '../usecases/ports.ts'
import type { LiveStreams } from './live-streams.ts'
import type { Caller } from './request-context.ts'

export type ServerSettings = {
  version: string
  /** Asked for at set-up, unless the visitor is on the machine itself; null asks nobody. */
  setupCode: string | null
  /** The server is reached by https: cookies and headers say so. */
  tls: boolean
  /** Largest upload in MB. */
  uploadLimitMb: number
}

export type Context = Caller & {
  outside: Outside
  language: Language
  settings: ServerSettings
  live: LiveStreams
  request: FastifyRequest
  reply: FastifyReply
  /** Reads the file of an upload. */
  file(): Promise<Upload>
}

type Part<R extends Route, K extends string> = Contracts[R] extends { [P in K]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined
export type Input<R extends Route> = { params: Part<R, 'params'>; query: Part<R, 'query'>; body: Part<R, 'body'> }
export type Handler<R extends Route> = (context: Context, input: Input<R>) => Promise<Output<R> | Serialised<Output<R>>>
type Output<R extends Route> = z.output<Contracts[R]['response']>

/** The handlers of some routes. */
export type HandlersOf<Some> = { readonly [R in Route & keyof Some]: Handler<R> }
