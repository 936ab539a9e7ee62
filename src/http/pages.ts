/**
 * The application in the browser: static files, and for every address of a page the same HTML with what the page needs
 * to begin written into it. The ledger's first rows come with its page.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { ledgerQuerySchema } from '../core/api/records.ts'
import { ledgerQueryOf } from '../core/ledger/ledger-query.ts'
import { Refusal } from '../core/refusal.ts'
import type { Boot } from '../usecases/boot.ts'
import type { LedgerPage, Outside } from '../usecases/ports.ts'
import { readLedger } from '../usecases/read-ledger.ts'
import { answerRefusal } from './errors.ts'
import { bootOf, type ServerSettings } from './handlers.ts'
import type { RecentVisitors } from './recent-visitors.ts'
import { callerOf } from './request-context.ts'

type FirstRows = { query: Record<string, string>; page: LedgerPage } | null

/** @param folder of the built application; without it every page says that it has to be built */
export async function servePages(
  app: FastifyInstance,
  outside: Outside,
  settings: ServerSettings,
  visitors: RecentVisitors,
  folder: string,
): Promise<void> {
  const index = join(folder, 'index.html')
  if (existsSync(index)) {
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
    })
  }
  const html = existsSync(index)
    ? readFileSync(index, 'utf8')
    : '<!doctype html><meta charset="utf-8"><title>闭环</title><p>页面尚未构建，请执行 npm run build。Run npm run build first.</p></body>'
  const end = html.lastIndexOf('</body>')

  app.setNotFoundHandler(async (request, reply) => {
    const address = new URL(request.url, 'http://localhost')
    const isPage = request.method === 'GET' && !/^\/(?:api|assets)\//.test(address.pathname)
    if (!isPage || /\.\w+$/.test(address.pathname))
      return answerRefusal(new Refusal('request.noSuchPage'), request, reply)
    const { visitor } = await callerOf(request, visitors)
    const boot = await bootOf({ outside, visitor, settings, request })
    const ledger =
      address.pathname === '/ledger' && visitor !== null ? await firstRows(address.searchParams, boot) : null
    const value = JSON.stringify({ ...boot, ledger }).replaceAll('<', '\\u003c')
    const script = `<script type="application/json" id="boot">${value}</script>`
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(html.slice(0, end) + script + html.slice(end))

    /** Null when the address asks for something that the ledger refuses: the page then asks itself and shows why. */
    async function firstRows(search: URLSearchParams, { inspections }: Boot): Promise<FirstRows> {
      const query = queryOf(search, inspections[0]?.id)
      const read = ledgerQuerySchema.safeParse(query)
      if (!read.success) return null
      try {
        return { query, page: await readLedger(outside, visitor, ledgerQueryOf(read.data)) }
      } catch (error) {
        if (error instanceof Refusal) return null
        throw error
      }
    }
  })
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
