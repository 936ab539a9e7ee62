/** The life of a measure on a real database: by different people, to sign-off and back into a new cycle. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testNow } from '../../test/builders.ts'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World, wholeScope } from '../../test/world.ts'
import type { Assignment } from '../core/access/policy.ts'
import type { Day } from '../core/deadline/day.ts'
import { standards } from '../core/finding/standards.ts'
import type { Refusal, RefusalCode } from '../core/refusal.ts'
import { actOnFinding } from './act-on-finding.ts'
import { type ActWish, actOnMeasure } from './act-on-measure.ts'
import { type DecisionWish, decideRequest } from './decide-request.ts'
import { listApprovals } from './list-approvals.ts'
import type { Visitor } from './ports.ts'
import { type RequestWish, raiseRequest } from './raise-request.ts'
import { readCycle } from './read-cycle.ts'
import { readLeaderPage } from './read-leader-page.ts'
import { getFinding, getMeasure } from './read-ledger.ts'
import { urgeMeasure } from './urge-measure.ts'

let world: World
let outside: TestOutside
let tenantId: number
let inspectionId: number
let bureau: number
let town: number
/** One of each. */
let people: Record<'officer' | 'colleague' | 'head' | 'office' | 'clerk' | 'leader' | 'inspector' | 'stranger', Visitor>

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  inspectionId = await world.anInspection(tenantId)
  bureau = await world.aUnit(tenantId, { name: '城市管理局' })
  town = await world.aUnit(tenantId, { name: '望岭镇' })
  const as = async (role: Assignment['role'], unitId: number | null): Promise<Visitor> =>
    (await aVisitor(world, outside, tenantId, [{ role, unitId, inspectionId }])).visitor
  people = {
    officer: await as('officer', bureau),
    colleague: await as('officer', bureau),
    head: await as('unitHead', bureau),
    office: await as('office', null),
    clerk: await as('office', null),
    leader: await as('leader', null),
    inspector: await as('inspector', null),
    stranger: await as('officer', town),
  }
})
afterAll(async () => {
  outside.close()
  await world.close()
})

let submitted = 0
const submissionId = (): string => `life-test-${++submitted}`

async function aMeasure(fields: Parameters<World['aMeasure']>[2] = {}): Promise<number> {
  const findingId = await world.aFinding(tenantId, inspectionId)
  return world.aMeasure(tenantId, inspectionId, {
    status: 'underway',
    dueOn: '2024-10-31',
    docketNumber: `2024-${++submitted}`,
    leadUnitId: bureau,
    responsibleOfficerId: people.officer.personId,
    responsibleLeaderId: people.leader.personId,
    findingIds: [findingId],
    ...fields,
  })
}

/** As if the evidence panel had been used: what counts is that there is a file. */
const prove = (measureId: number): Promise<unknown> =>
  world.asOwner('update measure set evidence_count = 1 where measure_id = $1', [measureId])

const page = (measureId: number, visitor: Visitor) => getMeasure(outside, visitor, measureId, 'zh')
async function act(measureId: number, visitor: Visitor, wish: Partial<ActWish> & Pick<ActWish, 'act'>) {
  const { version } = await page(measureId, people.office)
  return actOnMeasure(outside, visitor, measureId, { version, submissionId: submissionId(), ...wish }, 'zh')
}
const apply = (measureId: number, visitor: Visitor) =>
  act(measureId, visitor, { act: 'apply', selfAssessment: '已补植到位，逐株核对' })

async function ask(measureId: number, visitor: Visitor, wish: Partial<RequestWish> & Pick<RequestWish, 'kind'>) {
  const { version } = await page(measureId, people.office)
  const reason = '连续降雨，苗木无法进场栽植'
  return raiseRequest(outside, visitor, measureId, { version, submissionId: submissionId(), reason, ...wish }, 'zh')
}
async function decide(
  measureId: number,
  requestId: number,
  visitor: Visitor,
  decision: DecisionWish['decision'],
  note?: string,
) {
  const { version } = await page(measureId, people.office)
  const wish = { version, submissionId: submissionId(), decision, ...(note !== undefined && { note }) }
  return decideRequest(outside, visitor, requestId, wish, 'zh')
}

async function refusal(work: Promise<unknown>): Promise<{ code: RefusalCode; facts: Refusal['facts'] }> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error === null || !(error instanceof Error) || !('code' in error)) throw error ?? new Error('it was allowed')
  return error as Refusal
}

test('a measure goes from report to sign-off through four different people, and each hears of it', async () => {
  const id = await aMeasure({ status: 'docketed' })
  expect((await act(id, people.officer, { act: 'start' })).status).toBe('underway')
  const before = (await page(id, people.officer)).life.offers
  expect(before.map(({ act: each, allowed }) => [each, allowed])).toEqual([['apply', false]])
  expect(before[0]?.reason).toBe('还不能申请销号：还没有佐证。请补齐后再办理。')
  await prove(id)
  const applied = await apply(id, people.officer)
  expect(applied).toMatchObject({ status: 'applied' })
  expect(applied.sentence).toMatch(/^措施 .+ 已申请销号，等待牵头单位或上级单位负责人核签。$/)
  expect((await act(id, people.head, { act: 'endorse' })).status).toBe('endorsed')
  expect((await act(id, people.office, { act: 'verify', siteCheck: '现场查看三处' })).status).toBe('verified')
  expect((await act(id, people.leader, { act: 'sign' })).status).toBe('signedOff')

  const shown = await page(id, people.officer)
  expect(shown.status).toBe('signedOff')
  expect(shown.life.closedAt).toBe(outside.now().toISOString())
  expect(shown.life.application).toMatchObject({
    applied: { person: { id: people.officer.personId } },
    endorsed: { person: { id: people.head.personId } },
    verified: { person: { id: people.office.personId }, siteCheck: '现场查看三处' },
    signed: { person: { id: people.leader.personId } },
    returned: null,
  })
  expect(shown.history.map(({ act: each }) => each).slice(0, 5)).toEqual([
    'measure.signedOff',
    'measure.verified',
    'measure.endorsed',
    'measure.applied',
    'measure.started',
  ])
  const told = await world.asOwner(
    'select person_id::int as id, kind from message where record_id = $1 order by message_id',
    [id],
  )
  expect(told).toContainEqual({ id: people.head.personId, kind: 'measure.awaitsYou' })
  expect(told).toContainEqual({ id: people.office.personId, kind: 'measure.awaitsYou' })
  expect(told).toContainEqual({ id: people.leader.personId, kind: 'measure.awaitsYou' })
  expect(told).toContainEqual({ id: people.officer.personId, kind: 'measure.moved' })
})

test('whoever did one step does not do the next, whatever roles he holds, and is told why', async () => {
  const id = await aMeasure()
  await prove(id)
  const all: Assignment[] = [
    { role: 'officer', unitId: bureau, inspectionId },
    { role: 'unitHead', unitId: bureau, inspectionId },
    { role: 'office', unitId: null, inspectionId },
  ]
  const { visitor } = await aVisitor(world, outside, tenantId, all)
  await apply(id, visitor)
  const offer = (await page(id, visitor)).life.offers.find(({ act: each }) => each === 'endorse')
  expect(offer).toMatchObject({ allowed: false })
  expect(offer?.reason).toBe('您是申请人，核签须由他人办理：牵头单位或上级单位负责人。')
  expect((await refusal(act(id, visitor, { act: 'endorse' }))).code).toBe('life.wasYou')
  await act(id, people.head, { act: 'endorse' })
  expect((await refusal(act(id, visitor, { act: 'verify' }))).code).toBe('life.wasYou')
})

test('a deputy counts as the one he stands in for, in both directions', async () => {
  const deputation = (principal: Visitor, deputy: Visitor) =>
    world.asOwner(
      `insert into deputation (tenant_id, principal_id, deputy_id, from_on, to_on, created_at)
        values ($1, $2, $3, '2024-09-01', '2024-09-30', now()) returning deputation_id`,
      [tenantId, principal.personId, deputy.personId],
    )
  const id = await aMeasure()
  await prove(id)
  // The head's deputy, an officer, applies in his own role: the head is stood for by the applicant.
  await deputation(people.head, people.colleague)
  await apply(id, people.colleague)
  const refused = await refusal(act(id, people.head, { act: 'endorse' }))
  expect(refused.code).toBe('life.standsForYou')
  await world.asOwner('update deputation set ended_at = now()')
  await act(id, people.head, { act: 'endorse' })

  // The office's deputy stands for whoever endorsed.
  await deputation(people.head, people.clerk)
  const clerk = await aVisitorAgain(people.clerk)
  expect((await refusal(act(id, clerk, { act: 'verify' }))).code).toBe('life.youStandFor')
  await world.asOwner('update deputation set ended_at = now()')
  await act(id, people.clerk, { act: 'verify' })
})

/** The visitor as the server would read him now. */
async function aVisitorAgain(visitor: Visitor): Promise<Visitor> {
  const roles = await world.asOwner(
    `select held.role, held.unit_id::int as unit, held.inspection_id::int as inspection, principal.person_id::int as principal
      from deputation join assignment held on held.person_id = deputation.principal_id
        join person principal on principal.person_id = deputation.principal_id
      where deputation.deputy_id = $1 and ended_at is null`,
    [visitor.personId],
  )
  return {
    ...visitor,
    roles: [
      ...visitor.roles,
      ...roles.map((row) => ({
        role: row.role as Assignment['role'],
        unit: row.unit === null ? null : { id: Number(row.unit), name: '' },
        inspectionId: row.inspection === null ? null : Number(row.inspection),
        onBehalfOf: { id: Number(row.principal), name: '' },
      })),
    ],
  }
}

test('a return says what is missing and begins a new application; the old one stays in history', async () => {
  const id = await aMeasure()
  await prove(id)
  await apply(id, people.officer)
  expect((await refusal(act(id, people.head, { act: 'return', reason: '缺照片' }))).code).toBe('life.returnTooShort')
  const returned = await act(id, people.head, { act: 'return', reason: '缺整改后照片和验收单，请补齐' })
  expect(returned.status).toBe('underway')
  expect((await page(id, people.officer)).life.application?.returned?.missing).toBe('缺整改后照片和验收单，请补齐')
  await apply(id, people.officer)
  expect((await page(id, people.officer)).life.application?.returned).toBeNull()
})

test('an act decided on an older version is refused with who changed it and when; a retry is done once', async () => {
  const id = await aMeasure()
  await prove(id)
  const { version } = await page(id, people.officer)
  const wish = { act: 'apply', version, submissionId: submissionId(), selfAssessment: '已完成' } as const
  const first = await actOnMeasure(outside, people.officer, id, wish, 'zh')
  expect(await actOnMeasure(outside, people.officer, id, wish, 'zh')).toEqual(first)
  const late = actOnMeasure(outside, people.colleague, id, { ...wish, submissionId: submissionId() }, 'zh')
  const refused = await refusal(late)
  expect(refused.code).toBe('record.changedMeanwhile')
  expect(refused.facts).toEqual({ who: people.officer.name, at: '2024-09-11 10:00' })
})

test('of two who act at the same moment one is told that the other was first', async () => {
  const id = await aMeasure()
  await prove(id)
  const { version } = await page(id, people.officer)
  const by = (visitor: Visitor) =>
    actOnMeasure(
      outside,
      visitor,
      id,
      { act: 'apply', version, submissionId: submissionId(), selfAssessment: '已完成' },
      'zh',
    )
  const outcomes = await Promise.allSettled([by(people.officer), by(people.colleague)])
  const failed = outcomes.filter((each) => each.status === 'rejected').map(({ reason }) => (reason as Refusal).code)
  expect(failed).toEqual(['record.changedMeanwhile'])
})

test('what another unit may not see is not found, and is not changed', async () => {
  const id = await aMeasure()
  await prove(id)
  expect((await refusal(apply(id, people.stranger))).code).toBe('record.notFound')
  expect((await page(id, people.officer)).status).toBe('underway')
})

test('targets short of their quantity are explained, all have evidence', async () => {
  const id = await aMeasure({ target: { quantity: 1186, unit: '株' } })
  await world.asOwner(
    `insert into measure_target (tenant_id, measure_id, position, words, quantity, unit, reached)
      select $1, $2, 1, '补植缺失苗木', 1186, '株', 902
      where not exists (select from measure_target where measure_id = $2)`,
    [tenantId, id],
  )
  await world.asOwner('update measure_target set reached = 902 where measure_id = $1', [id])
  const lacking = (await page(id, people.officer)).life.offers[0]
  expect(lacking?.missing.map(({ code }) => code)).toEqual(['noEvidence', 'targetShort'])
  expect((await refusal(apply(id, people.officer))).code).toBe('life.missing')
  const [file] = await world.asOwner(
    `insert into stored_file (tenant_id, sha256, name, size, media_type, stored_at)
      values ($1, repeat('a', 64), '补植.jpg', 3, 'image/jpeg', now()) returning sha256`,
    [tenantId],
  )
  await world.asOwner(
    `insert into evidence (tenant_id, measure_id, cycle, sha256, name, media_type, size, uploaded_by, uploaded_at)
      values ($1, $2, 1, $3, '补植.jpg', 'image/jpeg', 3, $4, now())`,
    [tenantId, id, file?.sha256, people.officer.personId],
  )
  const targetId = (await page(id, people.officer)).life.targets[0]?.id ?? 0
  const claim = (targets: ActWish['targets']) =>
    act(id, people.officer, { act: 'apply', selfAssessment: '已补植', targets })
  expect((await refusal(claim([]))).code).toBe('life.targetOpen')
  expect((await refusal(claim([{ targetId, met: true }]))).code).toBe('life.targetShort')
  expect((await refusal(claim([{ targetId: targetId + 999, met: true }]))).code).toBe('life.unknownTarget')
  expect((await claim([{ targetId, met: false, explanation: '余 284 株待秋季' }])).status).toBe('applied')
})

test('an extension is asked for before the due date and decided by two others; the first date stays', async () => {
  const id = await aMeasure()
  const wish = { kind: 'extend', progress: '已完成八成', day: '2024-11-30' as Day } as const
  expect((await refusal(ask(id, people.officer, { ...wish, day: '2024-10-31' as Day }))).code).toBe('life.extendDay')
  const { requestId } = await ask(id, people.officer, wish)
  expect((await refusal(ask(id, people.colleague, wish))).code).toBe('life.requestPending')
  expect((await refusal(decide(id, requestId, people.office, 'approve'))).code).toBe('life.requestStep')
  expect((await refusal(decide(id, requestId, people.officer, 'endorse'))).code).toBe('life.notYours')
  await decide(id, requestId, people.head, 'endorse')
  expect((await listApprovals(outside, people.office, inspectionId, 'zh')).map(({ key }) => key)).toContain(
    `request-${requestId}`,
  )
  await decide(id, requestId, people.office, 'approve')
  const shown = await page(id, people.officer)
  expect([shown.dueOn, shown.originalDueOn]).toEqual(['2024-11-30', '2024-10-31'])
  expect(shown.life.requests[0]).toMatchObject({ state: 'approved', previousDueOn: '2024-10-31' })

  const late = await aMeasure({ dueOn: '2024-09-10' })
  expect((await refusal(ask(late, people.officer, wish))).code).toBe('life.extendTooLate')
  const today = await aMeasure({ dueOn: '2024-09-11' })
  await ask(today, people.officer, wish)
})

test('a move to long-term takes two approvals and a day of review; then it is reviewed, or applied for', async () => {
  const id = await aMeasure()
  await prove(id)
  const { requestId } = await ask(id, people.officer, { kind: 'settle', day: '2024-12-31' as Day })
  await decide(id, requestId, people.head, 'endorse')
  expect((await page(id, people.officer)).status).toBe('underway')
  await decide(id, requestId, people.office, 'approve')
  expect(await page(id, people.officer)).toMatchObject({ status: 'ongoing', reviewOn: '2024-12-31' })
  expect((await refusal(act(id, people.office, { act: 'review' }))).code).toBe('life.reviewDay')
  await act(id, people.office, { act: 'review', reviewOn: '2025-03-31' as Day })
  expect(await page(id, people.officer)).toMatchObject({ status: 'ongoing', reviewOn: '2025-03-31' })
  expect((await apply(id, people.officer)).status).toBe('applied')
})

test('what does not hold is raised with its ground, endorsed and verified by others', async () => {
  const id = await aMeasure({ status: 'docketed' })
  expect((await refusal(ask(id, people.officer, { kind: 'withdraw', basis: '核查报告' }))).code).toBe('life.notYours')
  expect((await refusal(ask(id, people.office, { kind: 'withdraw' }))).code).toBe('life.basisMissing')
  const { requestId } = await ask(id, people.office, { kind: 'withdraw', basis: '核查报告第 3 号' })
  expect((await refusal(decide(id, requestId, people.office, 'endorse'))).code).toBe('life.wasYou')
  await decide(id, requestId, people.head, 'endorse')
  expect((await refusal(decide(id, requestId, people.office, 'approve'))).code).toBe('life.notYours')
  await decide(id, requestId, people.inspector, 'approve')
  expect((await page(id, people.officer)).status).toBe('unsubstantiated')
})

test('a request can be refused with words, and taken back by whoever asked', async () => {
  const id = await aMeasure()
  const wish = { kind: 'extend', progress: '已完成八成', day: '2024-11-30' as Day } as const
  const first = await ask(id, people.officer, wish)
  expect((await refusal(decide(id, first.requestId, people.head, 'refuse', '不行'))).code).toBe('life.reasonTooShort')
  await decide(id, first.requestId, people.head, 'refuse', '雨季已过，可以按期完成')
  expect((await refusal(decide(id, first.requestId, people.head, 'endorse'))).code).toBe('life.requestClosed')
  const second = await ask(id, people.officer, wish)
  expect((await refusal(decide(id, second.requestId, people.head, 'withdraw'))).code).toBe('life.notYours')
  await decide(id, second.requestId, people.officer, 'withdraw')
  expect((await page(id, people.officer)).life.requests.map(({ state }) => state)).toEqual(['withdrawn', 'refused'])
})

async function signOff(id: number): Promise<void> {
  await prove(id)
  await apply(id, people.officer)
  await act(id, people.head, { act: 'endorse' })
  await act(id, people.clerk, { act: 'verify' })
  await act(id, people.leader, { act: 'sign' })
}
const allStandards = standards.map((standard) => ({ standard, basis: '见验收单' }))

test('a finding is signed off by five standards, not by the last verifier, and opens again with its measure', async () => {
  const id = await aMeasure()
  const findingId = (await page(id, people.office)).findingId ?? 0
  const finding = () => getFinding(outside, people.office, findingId, 'zh')
  const close = async (visitor: Visitor, given: typeof allStandards) => {
    const wish = { act: 'signOff', version: (await finding()).life.version, submissionId: submissionId() } as const
    return actOnFinding(outside, visitor, findingId, { ...wish, standards: given }, 'zh')
  }
  const refused = await refusal(close(people.office, allStandards))
  expect(refused.code).toBe('life.missing')
  await signOff(id)
  const waiting = await listApprovals(outside, people.office, inspectionId, 'zh')
  expect(waiting.find(({ key }) => key === `finding-${findingId}`)?.may).toEqual(['signOff'])
  expect((await refusal(close(people.office, allStandards.slice(1)))).code).toBe('life.standardsMissing')
  expect((await refusal(close(people.clerk, allStandards))).code).toBe('life.wasYou')
  await close(people.office, allStandards)
  expect((await finding()).life).toMatchObject({ state: 'signedOff', standards: allStandards })

  const reopen = { act: 'reopen', reason: '回头看发现补植苗木枯死', basis: '回头看第 2 号记录' } as const
  expect((await refusal(act(id, people.officer, reopen))).code).toBe('life.notYours')
  expect((await act(id, people.inspector, reopen)).status).toBe('docketed')
  expect((await finding()).life).toMatchObject({ state: 'open', standards: [] })
  const shown = await page(id, people.officer)
  expect(shown).toMatchObject({ cycle: 2, status: 'docketed', evidence: 0 })
  expect(shown.life.application).toBeNull()
  expect(shown.life.cycles).toMatchObject([{ cycle: 1, status: 'signedOff', reason: reopen.reason }])
  const frozen = await readCycle(outside, people.officer, id, 1)
  expect(frozen.measure.status).toBe('signedOff')
  expect(frozen.applications[0]?.signed?.person.id).toBe(people.leader.personId)
  expect(frozen.history.every(({ act: each }) => each !== 'measure.reopened')).toBe(true)
  expect((await refusal(readCycle(outside, people.stranger, id, 1))).code).toBe('record.notFound')

  // Whatever happens in the new cycle, the old one stays as it was.
  const later = new Date(outside.now().getTime() + 86_400_000)
  outside.setNow(later)
  await act(id, people.officer, { act: 'start' })
  await signOff(id)
  expect(await readCycle(outside, people.officer, id, 1)).toEqual(frozen)
  outside.setNow(testNow)
})

test('a frozen cycle, a step and a decision cannot be changed as the application', async () => {
  const tables = ['measure_cycle', 'application_step', 'request_decision', 'finding_step', 'finding_standard']
  for (const table of tables) {
    for (const text of [`update ${table} set tenant_id = tenant_id`, `delete from ${table}`, `truncate ${table}`]) {
      const tried = world.database.readOne(wholeScope(tenantId), { text, values: [] })
      await expect(tried, text).rejects.toThrow(/permission denied|read-only/)
    }
    const rights = await world.asOwner(
      `select privilege_type from information_schema.role_table_grants
        where grantee = 'bihuan_app' and table_name = $1 order by 1`,
      [table],
    )
    expect(rights.map((row) => row.privilege_type)).toEqual(['INSERT', 'SELECT'])
  }
})

test('a leader reads reds and yellows with reason and next step, signs and urges', async () => {
  const id = await aMeasure({ dueOn: '2024-09-04' })
  await world.data.inTenant(wholeScope(tenantId), ({ lights }) => lights.refresh([id], '2024-09-11' as Day))
  await urgeMeasure(outside, people.leader, id, { submissionId: submissionId(), words: '请本周完成' })
  const leader = await readLeaderPage(outside, people.leader, inspectionId, 'zh')
  const row = leader.rows.find(({ measure }) => measure.id === id)
  expect(row?.reason).toBe('2024-09-04 到期，已逾期 5 个工作日')
  expect(row?.next).toMatch(/^等待.+申请销号$/)
  expect(row?.urgedAt).toBe(outside.now().toISOString())
  expect(leader.lights.red).toBeGreaterThan(0)
})

test('a measure is urged once a day, whoever urges; the next day it may be urged again', async () => {
  const id = await aMeasure({ dueOn: '2024-09-04' })
  await urgeMeasure(outside, people.leader, id, { submissionId: submissionId() })
  const again = urgeMeasure(outside, people.office, id, { submissionId: submissionId() })
  await expect(again).rejects.toMatchObject({ code: 'life.urgedToday', facts: { who: people.leader.name } })
  outside.setNow(new Date(testNow.getTime() + 86_400_000))
  await urgeMeasure(outside, people.office, id, { submissionId: submissionId() })
  outside.setNow(testNow)
})
