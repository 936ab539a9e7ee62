/** Registers, their entries, and files of entries. */
import type { registerContracts } from '../../core/api/registers.ts'
import { changeRegister, makeRegister } from '../../usecases/define-register.ts'
import { giveEntryFile, takeEntryFile } from '../../usecases/entry-files.ts'
import { findEntries, listEntries } from '../../usecases/list-entries.ts'
import { listRegisters, readRegisterSchema } from '../../usecases/list-registers.ts'
import { readEntry } from '../../usecases/read-entry.ts'
import { changeEntry, createEntry } from '../../usecases/save-entry.ts'
import { restoreEntry, withdrawEntry } from '../../usecases/withdraw-entry.ts'
import type { HandlersOf } from '../handler.ts'
import { sendFile } from '../send-file.ts'
import { arrivalOf } from '../upload.ts'

export const registerHandlers: HandlersOf<typeof registerContracts> = {
  'GET /api/registers': ({ outside, visitor }) => listRegisters(outside, visitor),
  'POST /api/registers': ({ outside, visitor }, { body }) => makeRegister(outside, visitor, body),
  'PUT /api/registers/:register': ({ outside, visitor }, { params, body }) =>
    changeRegister(outside, visitor, params.register, body),
  'GET /api/registers/:register/schema': ({ outside, visitor }, { params }) =>
    readRegisterSchema(outside, visitor, params.register),
  'GET /api/registers/:register/entries': ({ outside, visitor }, { params, query: { cursor, limit, ...query } }) =>
    listEntries(outside, visitor, params.register, query, { cursor: cursor ?? null, limit }),
  'POST /api/registers/:register/entries': async ({ outside, visitor }, { params, body }) => {
    const { id } = await createEntry(outside, visitor, params.register, body)
    return { id }
  },
  'GET /api/entries': ({ outside, visitor }, { query: { q = '', registers = '', limit } }) =>
    findEntries(outside, visitor, { q, registers: registers.split(',').filter((key) => key !== ''), limit }),
  'GET /api/entries/:id': ({ outside, visitor, language }, { params }) =>
    readEntry(outside, visitor, params.id, language),
  'PUT /api/entries/:id': async ({ outside, visitor }, { params, body }) => {
    const { version } = await changeEntry(outside, visitor, params.id, body)
    return { version }
  },
  'POST /api/entries/:id/withdraw': ({ outside, visitor }, { params, body }) =>
    withdrawEntry(outside, visitor, params.id, body),
  'POST /api/entries/:id/restore': ({ outside, visitor }, { params, body }) =>
    restoreEntry(outside, visitor, params.id, body),
  'POST /api/entry-files': ({ outside, visitor, request, settings }) =>
    takeEntryFile(outside, visitor, () => arrivalOf(request, settings.uploadLimitMb)),
  'GET /api/entries/:id/files/:sha256': async ({ outside, visitor, language, request, reply }, { params, query }) => {
    const range = request.headers.range
    const fromStart = range === undefined || /^bytes=0-/.test(range)
    const file = await giveEntryFile(outside, visitor, params.id, params.sha256, { ...query, fromStart, language })
    await sendFile(request, reply, file)
  },
}
