/**
 * Every route of the contracts, asked by every role in every relation, over HTTP. What should come is stands in
 * `permissions/`, worked out from the rules of the field and not from the policy that the server uses.
 */
import { Readable } from 'node:stream'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { type Assignment, wholeSight } from '../core/access/policy.ts'
import { type Role, roles } from '../core/access/role.ts'
import { contracts, type Route } from '../core/api/contracts.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { parseDay } from '../core/deadline/day.ts'
import { frozenPlan } from '../core/plan/plan-content.ts'
import { attachEvidence } from '../usecases/attach-evidence.ts'
import { createImportFromText } from '../usecases/create-import.ts'
import type { Visitor } from '../usecases/ports.ts'
import { buildServer } from './build-server.ts'
import { accountExpectations } from './permissions/accounts.ts'
import { baseExpectations } from './permissions/base.ts'
import { checkExpectations } from './permissions/checks.ts'
import { citationExpectations, proposalExpectations } from './permissions/citations.ts'
import { deadlinesExpectations } from './permissions/deadlines.ts'
import { evidenceExpectations } from './permissions/evidence.ts'
import { exchangeExpectations } from './permissions/exchange.ts'
import { type Expectations, type Relation, relations, type Target } from './permissions/expectation.ts'
import { figureExpectations } from './permissions/figures.ts'
import { historyExpectations } from './permissions/history.ts'
import { lifeExpectations } from './permissions/life.ts'
import { liveExpectations } from './permissions/live.ts'
import { papersExpectations } from './permissions/papers.ts'
import { peopleExpectations } from './permissions/people.ts'
import { planExpectations } from './permissions/plan.ts'
import { projectExpectations } from './permissions/projects.ts'
import { registerExpectations, textOfEntryFile } from './permissions/registers.ts'
import { reportsExpectations } from './permissions/reports.ts'
import { cookieName } from './request-context.ts'

type Answer = 'yes' | 'no'

let world: World
let outside: TestOutside
let server: FastifyInstance
let tenantId: number
let own: Target
let targets: Record<Relation, Target>

async function aTarget(tenant: number, inspectionId: number, unitId: number): Promise<Target> {
  const findingId = await world.aFinding(tenant, inspectionId)
  const measureId = await world.aMeasure(tenant, inspectionId, { leadUnitId: unitId, findingIds: [findingId] })
  const { visitor } = await aVisitor(world, outside, tenant)
  const { id: importId } = await createImportFromText(outside, visitor, {
    name: '粘贴的文字',
    text: '1.补植不到位。一是补植27株。',
  })
  const ofPlan = await planTarget(tenant, inspectionId, visitor.personId)
  const requestId = await aLife(tenant, { inspectionId, measureId, personId: visitor.personId })
  const evidenceId = await anEvidence(visitor, measureId)
  const cited = await aCitation(tenant, { measureId, unitId, personId: visitor.personId })
  await aFileOf(tenant, cited.entryId, visitor.personId)
  const paperId = await aSentPaper(tenant, { inspectionId, unitId, personId: visitor.personId })
  const projectId = await anEntryOf('project', tenant, unitId, visitor.personId)
  const batchId = await anEntryOf('lookBackBatch', tenant, unitId, visitor.personId)
  const checked = await aFlag(tenant, { projectId, unitId, personId: visitor.personId })
  return {
    inspectionId,
    unitId,
    personId: visitor.personId,
    ...(await aDeputy(tenant, inspectionId, unitId)),
    findingId,
    measureId,
    requestId,
    evidenceId,
    ...cited,
    projectId,
    batchId,
    ...checked,
    importId,
    paperId,
    ...ofPlan,
  }
}

async function aDeputy(tenant: number, inspectionId: number, unitId: number) {
  const [principalId, deputyId] = [await world.aPerson(tenant), await world.aPerson(tenant)]
  return world.data.inTenant({ tenantId: tenant, sight: wholeSight }, async ({ roles: given }) => {
    const [fromOn, toOn] = [parseDay('2024-09-01'), parseDay('2024-12-31')]
    if (fromOn === null || toOn === null) throw new Error('no such days')
    const [roleId = 0] = await given.give([
      { personId: principalId, role: 'officer', unitId, inspectionId, fromOn, toOn: null },
    ])
    const deputationId = await given.nameDeputy({ principalId, deputyId, fromOn, toOn, reason: null }, outside.now())
    return { roleId, deputationId }
  })
}

/** A pending extension, and an earlier cycle to read. @returns the request */
async function aLife(
  tenant: number,
  of: { inspectionId: number; measureId: number; personId: number },
): Promise<number> {
  await world.asOwner(
    `insert into measure_cycle (tenant_id, measure_id, cycle, status, reason, basis, ended_at, snapshot)
      select tenant_id, measure_id, 1, 'signedOff', '苗木枯死', '回头看记录', $3,
        json_build_object('measure', ledger_row, 'targets', '[]'::json, 'steps', '[]'::json, 'evidenceIds', '[]'::json)
      from measure where tenant_id = $1 and measure_id = $2`,
    [tenant, of.measureId, outside.now()],
  )
  const [request] = await world.asOwner(
    `insert into measure_request (tenant_id, measure_id, inspection_id, cycle, kind, raised_by, raised_at, reason)
      values ($1, $2, $3, 1, 'extend', $4, $5, '雨季无法栽植') returning request_id::int as id`,
    [tenant, of.measureId, of.inspectionId, of.personId, outside.now()],
  )
  return Number(request?.id)
}

/** An entry that the unit keeps, and the measure's citation of it. */
async function aCitation(tenant: number, of: { measureId: number; unitId: number; personId: number }) {
  const [entry] = await world.asOwner(
    `insert into entry (tenant_id, register, definition_version, kind, unit_id, title, on_day, fields, counts, readers, search,
        search_text, created_by, created_at, changed_at)
      values ($1, 'meeting', 1, 'topical', $2, '专题会议', '2024-09-02', '{"on": "2024-09-02", "topic": "补植"}',
        '{"times": 1}', 'unit', to_tsvector('simple', ''), '', $3, $4, $4) returning entry_id::int as id`,
    [tenant, of.unitId, of.personId, outside.now()],
  )
  const entryId = Number(entry?.id)
  const [target] = await world.asOwner(
    `insert into measure_target (tenant_id, measure_id, position, words) values ($1, $2, 1, '补植')
      returning target_id::int as id`,
    [tenant, of.measureId],
  )
  const citationId = await world.data.inTenant({ tenantId: tenant, sight: wholeSight }, async ({ citations }) => {
    const record = await citations.lockRecord('measure', of.measureId)
    if (record === null) throw new Error('no measure')
    const hand = { by: of.personId, onBehalfOf: null, at: outside.now() }
    return citations.cite({ entryId, record, targetId: null, ...hand })
  })
  return { entryId, targetId: Number(target?.id), citationId: citationId ?? 0 }
}

/** A flag on the unit's project, and a local value of the district. */
async function aFlag(tenant: number, of: { projectId: number; unitId: number; personId: number }) {
  const [flag] = await world.asOwner(
    `insert into check_result (tenant_id, check_id, subject_kind, subject_id, unit_id, about, outcome, numbers, needs, why, used,
        basis, since, judged_at, state)
      values ($1, 'contract.signedLate', 'project', $2, $3, 'x', 'flagged', '{}', '[]', 'flagged', '[]', '', $4, $4, 'open')
      returning result_id::int as id`,
    [tenant, of.projectId, of.unitId, outside.now()],
  )
  const localValueId = await world.data.inTenant({ tenantId: tenant, sight: wholeSight }, ({ checks }) =>
    checks.addLocalValue({
      checkId: 'contract.signedLate',
      parameter: 'days',
      unitId: of.unitId,
      from: null,
      to: null,
      value: 20,
      source: '区里规定',
      by: of.personId,
      at: outside.now(),
    }),
  )
  return { flagId: Number(flag?.id), localValueId }
}

async function aFileOf(tenant: number, entryId: number, by: number): Promise<void> {
  const { sha256, size } = await outside.files.keep(Buffer.from(textOfEntryFile))
  const file = [tenant, sha256, outside.now(), size]
  await world.asOwner(
    `insert into stored_file (tenant_id, sha256, name, size, media_type, stored_at)
      values ($1, $2, '纪要.txt', $4, 'text/plain', $3) on conflict do nothing`,
    file,
  )
  await world.asOwner(
    `insert into entry_file (tenant_id, sha256, entry_id, uploaded_by, uploaded_at, name, media_type, size)
      values ($1, $2, $5, $6, $3, '纪要.txt', 'text/plain', $4)`,
    [...file, entryId, by],
  )
}

async function anEntryOf(register: string, tenant: number, unitId: number, by: number): Promise<number> {
  const [entry] = await world.asOwner(
    `insert into entry (tenant_id, register, definition_version, unit_id, title, fields, counts, readers, search, search_text,
        created_by, created_at, changed_at)
      values ($1, $2, 1, $3, '滨河绿廊', '{}', '{}', 'unit', to_tsvector('simple', ''), '', $4, $5, $5)
      returning entry_id::int as id`,
    [tenant, register, unitId, by, outside.now()],
  )
  return Number(entry?.id)
}

async function aSentPaper(
  tenant: number,
  to: { inspectionId: number; unitId: number; personId: number },
): Promise<number> {
  const at = outside.now()
  return world.data.inTenant({ tenantId: tenant, sight: wholeSight }, async ({ papers }) => {
    const { personId, ...where } = to
    const draft = {
      ...where,
      kind: 'notice',
      title: '通知',
      body: '请补报。',
      lastDay: null,
      draftedBy: null,
      at,
    } as const
    const id = await papers.create(draft)
    await papers.step(id, {
      act: 'send',
      to: 'sent',
      personId,
      onBehalfOf: null,
      at,
      words: null,
      number: `通知〔2024〕${id} 号`,
    })
    return id
  })
}

async function anEvidence(visitor: Visitor, measureId: number): Promise<number> {
  const chunks = Readable.from([Buffer.from('清点 27 株')])
  const wish = { targetId: null, submissionId: `permission-evidence-${measureId}`, language: 'zh' } as const
  const arrive = async () => ({ name: '清点.txt', chunks })
  return (await attachEvidence(outside, visitor, measureId, arrive, wish)).evidence.id
}

/** A cause, another one taken out, and the round under review: an inspection has one at a time. */
async function planTarget(tenant: number, inspectionId: number, by: number) {
  const causeId = await world.aCause(tenant, inspectionId)
  const gone = await world.aCause(tenant, inspectionId)
  const at = outside.now()
  return world.data.inTenant({ tenantId: tenant, sight: wholeSight }, async ({ plan }) => {
    const hand = { by, onBehalfOf: null, at }
    const removalId = await plan.remove({ kind: 'cause', id: gone, inspectionId }, by, at)
    const [open] = await plan.rounds(inspectionId)
    const snapshot = frozenPlan({ findings: [], causes: [], measures: [] })
    const roundId =
      open?.id ?? (await plan.submit({ inspectionId, snapshot, bodies: ['组织部'], words: null, ...hand })).id
    const opinion = { roundId, body: '组织部', opinion: 'agree', words: null, paper: null, ...hand } as const
    const opinionId = await plan.giveOpinion({ ...opinion, givenOn: chinaDay(at) })
    return { causeId, removalId, roundId, opinionId }
  })
}

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  server = await buildServer(
    outside,
    { version: '0', setupCode: null, tls: false, uploadLimitMb: 1 },
    { web: null, logger: false },
  )
  tenantId = await world.aTenant()
  const otherTenant = await world.aTenant()
  const inspectionId = await world.anInspection(tenantId)
  const unitId = await world.aUnit(tenantId)
  own = await aTarget(tenantId, inspectionId, unitId)
  targets = {
    ownUnit: own,
    otherUnit: await aTarget(tenantId, inspectionId, await world.aUnit(tenantId)),
    // The same unit, in an inspection for which the role is not held.
    otherInspection: await aTarget(tenantId, await world.anInspection(tenantId), unitId),
    otherTenant: await aTarget(otherTenant, await world.anInspection(otherTenant), await world.aUnit(otherTenant)),
  }
}, 60_000)
afterAll(async () => {
  await server.close()
  outside.close()
  await world.close()
})

/** A route without an expectation does not compile. */
const expectations: Expectations<typeof contracts> = {
  ...baseExpectations,
  ...accountExpectations,
  ...citationExpectations,
  ...proposalExpectations,
  ...evidenceExpectations,
  ...checkExpectations,
  ...exchangeExpectations,
  ...figureExpectations,
  ...historyExpectations,
  ...lifeExpectations,
  ...peopleExpectations,
  ...liveExpectations,
  ...planExpectations,
  ...projectExpectations,
  ...reportsExpectations,
  ...registerExpectations,
  ...deadlinesExpectations,
  ...papersExpectations,
}

function assignmentsOf(role: Role): Assignment[] {
  const inUnit = role === 'officer' || role === 'unitHead'
  return [{ role, unitId: inUnit ? own.unitId : null, inspectionId: own.inspectionId }]
}

function requestOf(route: Route, target: Target) {
  const [method = 'GET', path = ''] = route.split(' ')
  const { path: parts = {}, query = {}, body } = expectations[route].request?.(target) ?? {}
  const url = path.replace(/:(\w+)/g, (_, name: string) => String(parts[name]))
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  // Each asks for something of its own: a submission that was used for another record is refused before anything is looked up.
  const own = body !== undefined && 'submissionId' in body ? { ...body, submissionId: `permission-${asked}` } : body
  return { method, url: search.size === 0 ? url : `${url}?${search}`, body: own }
}

/** Refusals that say "not you", and not "not like this". */
const denials = [
  'access.signInFirst',
  'access.roleMissing',
  'access.otherUnit',
  'access.otherInspection',
  'record.notFound',
  'role.notGivenByYou',
  'role.otherInspection',
]

async function ask(route: Route, target: Target, role: Role | null) {
  const caller = role === null ? null : await aVisitor(world, outside, tenantId, assignmentsOf(role))
  if (role === 'leader' && caller !== null) await answerFor(caller.visitor.personId)
  const { method, url, body } = requestOf(route, target)
  const request = {
    method: method as 'GET',
    url,
    headers: {
      ...(caller === null
        ? {}
        : {
            cookie: `${cookieName}=${caller.visitor.tenantId}.${caller.token}`,
            'x-csrf-token': caller.visitor.csrfToken,
          }),
    },
    ...(body === undefined ? {} : { payload: body }),
    remoteAddress: `10.0.${Math.floor(asked / 250)}.${asked++ % 250}`,
  }
  return route === 'GET /api/live' ? beginningOf(request) : server.inject(request)
}
let asked = 0

/** Of an answer that does not end by itself. */
async function beginningOf(request: InjectOptions): Promise<{ statusCode: number; json(): ReturnType<JSON['parse']> }> {
  const { statusCode, stream } = await server.inject({ ...request, payloadAsStream: true })
  const body = stream()
  if (statusCode === 200) {
    body.destroy()
    return { statusCode, json: () => null }
  }
  const text = Buffer.concat(await body.toArray()).toString()
  return { statusCode, json: () => JSON.parse(text) }
}

/** The leader reads what he answers for: the measure of the own unit. */
async function answerFor(personId: number): Promise<void> {
  await world.asOwner('update measure set responsible_leader_id = $1 where measure_id = $2', [personId, own.measureId])
  await world.data.inTenant({ tenantId, sight: { whole: 'all', audiences: [] } }, ({ ledger }) =>
    ledger.settle(own.inspectionId),
  )
}

test('every route answers every role in every relation as the field says', async () => {
  let cells = 0
  const wrong: string[] = []
  for (const route of Object.keys(contracts) as Route[]) {
    // What is discarded or set up is gone for the next cell.
    for (const role of [null, ...roles]) {
      for (const relation of relations) {
        const target = targets[relation]
        const answer = await ask(route, target, role)
        const code: string = answer.statusCode < 400 ? '' : answer.json().error.code
        const given: Answer = denials.includes(code) ? 'no' : 'yes'
        const wanted: Answer = expectations[route].allows(role, relation) ? 'yes' : 'no'
        cells += 1
        if (given !== wanted || answer.statusCode >= 500)
          wrong.push(
            `${route} by ${role ?? 'nobody'} on ${relation}: ${given} (${answer.statusCode} ${code}), not ${wanted}`,
          )
        if (route === 'DELETE /api/imports/:id' && answer.statusCode === 200)
          targets[relation] = { ...target, importId: await anotherImport(target) }
      }
    }
  }
  console.info(
    `${cells} cells: ${Object.keys(contracts).length} routes × ${roles.length + 1} callers × ${relations.length} relations`,
  )
  expect(wrong).toEqual([])
}, 900_000)

async function anotherImport(target: Target): Promise<number> {
  const isOther = target.inspectionId === targets.otherTenant.inspectionId
  if (isOther) return target.importId
  const { visitor } = await aVisitor(world, outside, tenantId)
  return (await createImportFromText(outside, visitor, { name: '又一份', text: '1.补植不到位。一是补植27株。' })).id
}

test('lists hold what their reader may see, and not a row more', async () => {
  const rows = async (role: Role): Promise<number[]> => {
    const answer = await ask('GET /api/ledger', targets.ownUnit, role)
    return answer.json().rows.flatMap((row: { type: string; id: number }) => (row.type === 'measure' ? [row.id] : []))
  }
  const both = [targets.ownUnit.measureId, targets.otherUnit.measureId]
  expect(await rows('office')).toEqual(both)
  expect(await rows('inspector')).toEqual(both)
  for (const role of ['officer', 'unitHead', 'leader'] as const) expect(await rows(role)).toEqual(both.slice(0, 1))
})

test('a role that is over, or has not begun, gives nothing', async () => {
  const { visitor, token } = await aVisitor(world, outside, tenantId, assignmentsOf('office'))
  const read = async (): Promise<number> => {
    const cookie = `${cookieName}=${tenantId}.${token}`
    // Past the moment for which a visitor is remembered.
    outside.setNow(new Date(outside.now().getTime() + 5000))
    return (await server.inject({ url: `/api/ledger?inspection=${own.inspectionId}`, headers: { cookie } })).statusCode
  }
  expect(await read()).toBe(200)
  await world.asOwner("update assignment set to_on = '2024-09-10' where person_id = $1", [visitor.personId])
  expect(await read()).toBe(403)
  await world.asOwner("update assignment set from_on = '2024-09-12', to_on = null where person_id = $1", [
    visitor.personId,
  ])
  expect(await read()).toBe(403)
})
