/**
 * The application in the browser: static files, and for every address of a page the same HTML with what the page needs
 * to begin written into it. The ledger's first rows come with its page.
 */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { ledgerQuerySchema } from '../core/api/ledger-records.ts'
import { ledgerQueryOf } from '../core/ledger/ledger-query.ts'
import { Refusal, refusalSentence } from '../core/refusal.ts'
import type { Boot } from '../usecases/boot.ts'
import type { LedgerPage, Outside, Serialised, Visitor } from '../usecases/ports.ts'
import { readLedger } from '../usecases/read-ledger.ts'
import { answerRefusal } from './errors.ts'
import type { ServerSettings } from './handler.ts'
import { bootOf } from './handlers.ts'
import type { RecentVisitors } from './recent-visitors.ts'
import { refusalStatus } from './refusal-status.ts'
import { callerOf, languageOf } from './request-context.ts'

const compress = promisify(gzip)

type FirstRows = Serialised<{ query: Record<string, string>; page: LedgerPage }> | null

/** The built application in the browser: its folder and the HTML of its one page. */
export type WebApplication = { folder: string; html: string }

const notBuilt =
  '<!doctype html><html><body><p>页面尚未构建，请执行 npm run build。Run npm run build first.</p></body></html>'

/** @param web null where it is not built: every page then says so */
export async function servePages(
  app: FastifyInstance,
  outside: Outside,
  settings: ServerSettings,
  visitors: RecentVisitors,
  web: WebApplication | null,
): Promise<void> {
  if (web !== null) {
    await app.register(fastifyStatic, {
      root: web.folder,
      index: false,
      wildcard: false,
      // The page itself is never served without what it needs to begin.
      globIgnore: ['**/*.html', '**/*.html.*'],
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
    })
  }
  const html = web?.html ?? notBuilt
  const end = html.lastIndexOf('</body>')

  app.setNotFoundHandler(async (request, reply) => {
    const [path = '/', search = ''] = request.url.split('?')
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !/^\/(?:api|assets)\//.test(path)
    if (!isPage || /\.\w+$/.test(path)) return answerRefusal(new Refusal('request.noSuchPage'), request, reply)
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').header('vary', 'accept-encoding')
    try {
      const { visitor } = await callerOf(request, visitors)
      const boot = await bootOf({ outside, visitor, settings, request })
      const ledger =
        path === '/ledger' && visitor !== null ? await firstRows(visitor, new URLSearchParams(search), boot) : null
      const value = `${JSON.stringify(boot).slice(0, -1)},"ledger":${ledger?.json ?? 'null'}}`
      const script = `<script type="application/json" id="boot">${value.replaceAll('<', '\\u003c')}</script>`
      const page = html.slice(0, end) + script + html.slice(end)
      if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return reply.send(page)
      return reply.header('content-encoding', 'gzip').send(await compress(page, { level: 4 }))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // Without what a page needs to begin there is none: the reason alone, in plain HTML.
      const reason = refusalSentence(error.code, error.facts, languageOf(request))
      return reply.code(refusalStatus[error.code]).send(`<!doctype html><html><body><p>${reason}</p></body></html>`)
    }
  })

  /** Null when the address asks for something that the ledger refuses: the page then asks itself and shows why. */
  async function firstRows(visitor: Visitor, search: URLSearchParams, { inspections }: Boot): Promise<FirstRows> {
    const query = queryOf(search, inspections[0]?.id)
    const read = ledgerQuerySchema.safeParse(query)
    if (!read.success) return null
    try {
      const page = await readLedger(outside, visitor, ledgerQueryOf(read.data))
      return { json: `{"query":${JSON.stringify(query)},"page":${page.json}}` }
    } catch (error) {
      if (error instanceof Refusal) return null
      throw error
    }
  }
}

/** Filters of a page's address as the page itself asks for them: what is default is left out. */
function queryOf(search: URLSearchParams, inspection: number | undefined): Record<string, string> {
  const names = [
    'inspection',
    'view',
    'status',
    'kind',
    'unit',
    'aspect',
    'dueFrom',
    'dueTo',
    'q',
    'sort',
    'descending',
  ]
  const defaults: Partial<z.infer<typeof ledgerQuerySchema>> = { view: 'tree', sort: 'number', descending: 'false' }
  const given = names.flatMap((name) => {
    const value = search.get(name) ?? (name === 'inspection' && inspection !== undefined ? String(inspection) : '')
    const isDefault = Object.entries(defaults).some(([key, held]) => key === name && held === value)
    return value === '' || isDefault ? [] : [[name, value] as const]
  })
  return Object.fromEntries(given)
}
