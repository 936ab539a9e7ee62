/** Units, people, roles and deputies. */
import type { peopleContracts } from '../../core/api/people.ts'
import { addPerson, changePerson } from '../../usecases/edit-people.ts'
import { addUnit, changeUnit, closeUnit } from '../../usecases/edit-units.ts'
import { endRole, giveRole, handOverSystem } from '../../usecases/give-role.ts'
import {
  applyPeopleSheet,
  peopleTable,
  previewPeopleSheet,
  readPastedSheet,
  readPeopleSheet,
} from '../../usecases/import-people.ts'
import { endDeputation, nameDeputy } from '../../usecases/name-deputy.ts'
import { listPeople, readOwnDeputies, readPerson, readPolicy, readRoles } from '../../usecases/read-people.ts'
import { readUnitTree, searchPeople } from '../../usecases/search-people.ts'
import type { HandlersOf } from '../handler.ts'

const ok = { ok: true } as const

export const peopleHandlers: HandlersOf<typeof peopleContracts> = {
  'GET /api/people': ({ outside, visitor }, { query }) =>
    searchPeople(outside, visitor, {
      q: query.q,
      unitId: query.unit ?? null,
      inspectionId: query.inspection ?? null,
      limit: query.limit,
    }),
  'GET /api/unit-tree': ({ outside, visitor }) => readUnitTree(outside, visitor),
  'POST /api/units': ({ outside, visitor }, { body }) => addUnit(outside, visitor, body),
  'PUT /api/units/:id': async ({ outside, visitor }, { params, body }) => {
    await changeUnit(outside, visitor, params.id, body)
    return ok
  },
  'PUT /api/units/:id/closed': async ({ outside, visitor }, { params, body }) => {
    await closeUnit(outside, visitor, params.id, body.closed)
    return ok
  },
  'GET /api/people/list': ({ outside, visitor }, { query }) =>
    listPeople(outside, visitor, { unit: query.unit ?? null, q: query.q }),
  'POST /api/people': ({ outside, visitor }, { body }) => addPerson(outside, visitor, body),
  'GET /api/people/:id': ({ outside, visitor }, { params }) => readPerson(outside, visitor, params.id),
  'PUT /api/people/:id': async ({ outside, visitor }, { params, body }) => {
    await changePerson(outside, visitor, params.id, body)
    return ok
  },
  'POST /api/people/:id/roles': ({ outside, visitor }, { params, body: { submissionId, ...wish } }) =>
    giveRole(outside, visitor, { ...wish, personId: params.id }, submissionId),
  'POST /api/roles/:id/end': async ({ outside, visitor }, { params, body }) => {
    await endRole(outside, visitor, params.id, body)
    return ok
  },
  'POST /api/roles/hand-over': ({ outside, visitor }, { body }) => handOverSystem(outside, visitor, body),
  'GET /api/roles': ({ outside, visitor }, { query }) => readRoles(outside, visitor, query.inspection ?? null),
  'GET /api/me/deputies': ({ outside, visitor }) => readOwnDeputies(outside, visitor),
  'POST /api/me/deputies': ({ outside, visitor }, { body }) => nameDeputy(outside, visitor, null, body),
  'POST /api/people/:id/deputies': ({ outside, visitor }, { params, body }) =>
    nameDeputy(outside, visitor, params.id, body),
  'POST /api/deputies/:id/end': async ({ outside, visitor }, { params }) => {
    await endDeputation(outside, visitor, params.id)
    return ok
  },
  'GET /api/policy': async ({ visitor, language }) => readPolicy(visitor, language),
  'POST /api/people/sheets': async ({ outside, visitor, file }) => readPeopleSheet(outside, visitor, await file()),
  'POST /api/people/sheets/text': async ({ visitor }, { body }) => readPastedSheet(visitor, body.text),
  'POST /api/people/sheets/preview': ({ outside, visitor, language }, { body }) =>
    previewPeopleSheet(outside, visitor, body, language),
  'POST /api/people/sheets/apply': ({ outside, visitor }, { body }) => applyPeopleSheet(outside, visitor, body),
  'GET /api/people/table': async ({ outside, visitor, reply }, { query: { kind, filled, inspection } }) => {
    const wish = { kind, filled: filled === 'true', inspectionId: inspection ?? null }
    const bytes = await peopleTable(outside, visitor, wish)
    const name = `${kind === 'units' ? '单位' : '人员'}${filled === 'true' ? '' : '导入模板'}.xlsx`
    reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(Buffer.from(bytes))
  },
}
