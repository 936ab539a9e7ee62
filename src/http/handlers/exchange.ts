/** Registers through Excel: template, export, import. */
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { exchangeContracts } from '../../core/api/exchange.ts'
import { applyEntryImport } from '../../usecases/apply-entry-import.ts'
import { exportEntries } from '../../usecases/export-entries.ts'
import { previewEntryImport } from '../../usecases/preview-entry-import.ts'
import { type FlowingBook, templateRegister } from '../../usecases/template-register.ts'
import type { HandlersOf } from '../handler.ts'

export const exchangeHandlers: HandlersOf<typeof exchangeContracts> = {
  'GET /api/registers/:register/template': async ({ outside, visitor, language, reply }, { params }) =>
    sendBook(reply, await templateRegister(outside, visitor, params.register, language)),
  'GET /api/registers/:register/export': async ({ outside, visitor, language, reply }, { params, query }) =>
    sendBook(reply, await exportEntries(outside, visitor, params.register, query, language)),
  'POST /api/registers/:register/import': ({ outside, visitor, language, file }, { params }) =>
    previewEntryImport(outside, visitor, params.register, file, language),
  'POST /api/registers/:register/import/apply': ({ outside, visitor }, { params, body }) =>
    applyEntryImport(outside, visitor, params.register, body),
}

/** As it is made; without a length, because nobody knows it yet. */
async function sendBook(reply: FastifyReply, { name, chunks }: FlowingBook): Promise<void> {
  reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
  await reply.send(Readable.from(chunks))
}
