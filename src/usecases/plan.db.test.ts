/** The plan from its first measure to its docket numbers, on a real database, with what must not happen. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World, wholeScope } from '../../test/world.ts'
import type { Role } from '../core/access/role.ts'
import type { Refusal } from '../core/refusal.ts'
import { assignMeasures } from './assign-measures.ts'
import { changeCause, changeFinding, createCause, createFinding } from './change-finding.ts'
import { changeInspection, createInspection, readInspection } from './change-inspection.ts'
import { changeMeasure, createMeasure } from './change-measure.ts'
import { docketMeasures } from './docket-measures.ts'
import type { Visitor } from './ports.ts'
import { measureToEdit, readPlan, readRound } from './read-plan.ts'
import { removeRecord, restoreRecord } from './remove-record.ts'
import { answerOpinion, decidePlan, giveOpinion, submitPlan } from './review-plan.ts'

let world: World
let outside: TestOutside
let tenantId: number
let office: Visitor
let count = 0
const submission = (): string => `plan-test-${++count}`

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  office = await somebody('office')
})
afterAll(async () => {
  outside.close()
  await world.close()
})

async function somebody(role: Role, onBehalfOf: Visitor | null = null): Promise<Visitor> {
  const { visitor } = await aVisitor(world, outside, tenantId, [{ role, unitId: null, inspectionId: null }])
  if (onBehalfOf === null) return visitor
  const principal = { id: onBehalfOf.personId, name: onBehalfOf.name }
  return { ...visitor, roles: visitor.roles.map((held) => ({ ...held, onBehalfOf: principal })) }
}

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (refusal: Refusal) => refusal.code ?? String(refusal),
  )
const plan = (inspectionId: number, visitor = office) => readPlan({ outside, visitor, language: 'zh' }, inspectionId)
const measure = (id: number) => measureToEdit({ outside, visitor: office, language: 'zh' }, id)
const actsOn = async (kind: 'measure' | 'inspection' | 'cause', id: number): Promise<string[]> =>
  (await world.data.read.historyOf(wholeScope(tenantId), kind, id)).map(({ act }) => act)

/** An inspection with one finding, one cause and so many measures in which everything is said. */
async function aPlan(measures: number): Promise<{ inspectionId: number; findingId: number; measureIds: number[] }> {
  const inspectionId = await world.anInspection(tenantId)
  const inside = { inspectionId, submissionId: '' }
  const findingId = (
    await createFinding(outside, office, { ...inside, heading: '补植不到位', submissionId: submission() })
  ).id
  const cause = await createCause(outside, office, {
    ...inside,
    text: '验收不严',
    findingIds: [findingId],
    submissionId: submission(),
  })
  const leadUnitId = await world.aUnit(tenantId)
  const responsibleOfficerId = await world.aPerson(tenantId)
  const measureIds: number[] = []
  for (let index = 0; index < measures; index += 1) {
    const made = await createMeasure(outside, office, {
      inspectionId,
      text: `补植第 ${index + 1} 批行道树`,
      kind: 'fixedTerm',
      duePhrase: '2024年底前',
      dueOn: '2024-12-31' as never,
      leadUnitId,
      responsibleOfficerId,
      targets: [{ words: '补植到位', quantity: 27, unit: '株', expectedProof: '验收单' }],
      findingIds: [findingId],
      causeIds: [cause.id],
      submissionId: submission(),
    })
    measureIds.push(made.id)
  }
  return { inspectionId, findingId, measureIds }
}

const today = '2024-09-11' as never
const bodies = ['纪委监委', '组织部', '巡察办']

/** Submitted, all bodies agreed; not yet approved. */
async function reviewed(inspectionId: number): Promise<number> {
  const { id } = await submitPlan(outside, office, { inspectionId, submissionId: submission() })
  for (const body of bodies)
    await giveOpinion(outside, office, id, {
      body,
      opinion: 'agree',
      givenOn: today,
      paper: '会签单',
      submissionId: submission(),
    })
  return id
}

async function approved(inspectionId: number): Promise<void> {
  const roundId = await reviewed(inspectionId)
  await decidePlan(outside, await somebody('leadingGroup'), roundId, {
    decision: 'approve',
    submissionId: submission(),
  })
}

describe('writing', () => {
  test('a measure is numbered under its finding, and its first target stands on it', async () => {
    const { measureIds, findingId } = await aPlan(2)
    const second = await measure(measureIds[1] ?? 0)
    expect(second).toMatchObject({ number: '1-2', findingIds: [findingId], originalDueOn: '2024-12-31' })
    const [row] = await world.asOwner(
      'select target, target_quantity, target_unit from measure where measure_id = $1',
      [second.id],
    )
    expect(row).toMatchObject({ target: '补植到位', target_quantity: '27', target_unit: '株' })
    expect(await actsOn('measure', second.id)).toEqual(['record.created'])
  })

  test('a repeated submission writes once', async () => {
    const { inspectionId } = await aPlan(0)
    const wish = { inspectionId, text: '巡查', submissionId: submission() }
    const first = await createMeasure(outside, office, wish)
    expect(await createMeasure(outside, office, wish)).toEqual(first)
    expect((await plan(inspectionId)).counts.measures).toBe(1)
  })

  test('a change says before and after in names; one based on an older version is refused', async () => {
    const { measureIds } = await aPlan(1)
    const [id = 0] = measureIds
    const shown = await measure(id)
    const unitId = await world.aUnit(tenantId, { name: '道路养护所' })
    await changeMeasure(outside, office, id, { version: shown.version, leadUnitId: unitId, submissionId: submission() })
    const [event] = await world.data.read.historyOf(wholeScope(tenantId), 'measure', id)
    expect(event).toMatchObject({ act: 'record.updated', after: { leadUnit: '道路养护所' } })
    const again = changeMeasure(outside, office, id, {
      version: shown.version,
      text: '旧页',
      submissionId: submission(),
    })
    expect(await codeOf(again)).toBe('record.changedMeanwhile')
    expect((await measure(id)).text).not.toBe('旧页')
  })

  test('what is linked or named must be there: another inspection, another tenant', async () => {
    const { measureIds, inspectionId } = await aPlan(1)
    const other = await aPlan(0)
    const [id = 0] = measureIds
    const change = async (fields: object) =>
      codeOf(
        changeMeasure(outside, office, id, {
          version: (await measure(id)).version,
          submissionId: submission(),
          ...fields,
        }),
      )
    expect(await change({ findingIds: [other.findingId] })).toBe('plan.foreignLink')
    const stranger = await world.aTenant()
    expect(await change({ leadUnitId: await world.aUnit(stranger) })).toBe('plan.noSuchUnit')
    expect(await change({ responsibleOfficerId: await world.aPerson(stranger) })).toBe('plan.noSuchPerson')
    expect((await plan(inspectionId)).problems).toEqual([])
  })

  test('a finding keeps its number to itself, and a new number renumbers its measures', async () => {
    const { inspectionId, findingId, measureIds } = await aPlan(1)
    const second = await createFinding(outside, office, {
      inspectionId,
      heading: '管护不力',
      submissionId: submission(),
    })
    const change = (number: string, version: number) =>
      changeFinding(outside, office, second.id, { number, version, submissionId: submission() })
    expect(await codeOf(change('1', second.version))).toBe('plan.numberTaken')
    expect(await codeOf(change('甲', second.version))).toBe('plan.numberWanted')
    const [shown] = await world.asOwner('select version from finding where finding_id = $1', [findingId])
    await changeFinding(outside, office, findingId, {
      number: '7',
      version: Number(shown?.version),
      submissionId: submission(),
    })
    expect((await measure(measureIds[0] ?? 0)).number).toBe('7-1')
  })

  test('what is removed while planned goes with its links, stays in history, and comes back under its own id', async () => {
    const { inspectionId, measureIds } = await aPlan(2)
    const [id = 0, other = 0] = measureIds
    const before = await measure(id)
    const { removalId } = await removeRecord(
      outside,
      office,
      { kind: 'measure', id },
      { version: before.version, submissionId: submission() },
    )
    expect(await codeOf(measure(id))).toBe('record.notFound')
    expect((await measure(other)).number).toBe('1-1')
    expect((await plan(inspectionId)).counts.measures).toBe(1)
    await restoreRecord(outside, office, removalId, submission())
    expect(await measure(id)).toEqual(before)
    expect(await codeOf(restoreRecord(outside, office, removalId, submission()))).toBe('plan.removedAlready')
    expect(await actsOn('measure', id)).toEqual(['record.restored', 'record.removed', 'record.created'])
    const counts = await world.data.read.inspections(wholeScope(tenantId))
    expect(counts.find((each) => each.id === inspectionId)?.counts.measures).toBe(2)
  })

  test('a cause that came back loses only the link whose other end is gone', async () => {
    const { inspectionId, measureIds, findingId } = await aPlan(2)
    const cause = await createCause(outside, office, {
      inspectionId,
      text: '缺人',
      findingIds: [findingId],
      measureIds,
      submissionId: submission(),
    })
    const gone = { kind: 'cause' as const, id: cause.id }
    const { removalId } = await removeRecord(outside, office, gone, {
      version: cause.version,
      submissionId: submission(),
    })
    const [id = 0, other] = measureIds
    const { version } = await measure(id)
    await removeRecord(outside, office, { kind: 'measure', id }, { version, submissionId: submission() })
    await restoreRecord(outside, office, removalId, submission())
    const links = await world.asOwner('select measure_id::int as id from cause_measure where cause_id = $1', [cause.id])
    expect(links).toEqual([{ id: other }])
    await changeCause(outside, office, cause.id, { text: '缺人手', version: cause.version, submissionId: submission() })
  })
})

describe('assigning many', () => {
  test('changes what can be changed, says what was left and why, and is undone by the values of before', async () => {
    const { inspectionId, measureIds } = await aPlan(3)
    const unitId = await world.aUnit(tenantId, { name: '新单位' })
    const set = { leadUnitId: unitId, supportingUnitIds: [await world.aUnit(tenantId)] }
    const versions = await Promise.all(measureIds.map(async (id) => ({ id, version: (await measure(id)).version })))
    const changes = versions.map(({ id, version }, index) => ({
      id,
      version: index === 2 ? version + 1 : version,
      set,
    }))
    const wish = { inspectionId, changes: [...changes, { id: 999_999, version: 0, set }], submissionId: submission() }
    const done = await assignMeasures(outside, office, wish, 'zh')
    expect(done.changed.map(({ id }) => id)).toEqual(measureIds.slice(0, 2))
    expect(done.left.map(({ number }) => number)).toEqual(['1-3', ''])
    expect(done.left[0]?.reason).toContain('改动了这条记录')
    expect((await measure(measureIds[0] ?? 0)).leadUnit?.name).toBe('新单位')
    const [placed] = await world.asOwner('select count(*)::int as count from measure_place where audience = $1', [
      unitId,
    ])
    expect(placed?.count).toBe(2)

    const back = done.changed.map(({ id, version, before }) => ({ id, version, set: before }))
    const undone = await assignMeasures(
      outside,
      office,
      { inspectionId, changes: back, submissionId: submission() },
      'zh',
    )
    expect(undone.left).toEqual([])
    expect((await measure(measureIds[0] ?? 0)).leadUnit?.name).not.toBe('新单位')
    expect(await actsOn('measure', measureIds[0] ?? 0)).toEqual(['record.updated', 'record.updated', 'record.created'])
  })
})

describe('review and approval', () => {
  test('a plan with problems is not submitted; each problem names its record', async () => {
    const { inspectionId } = await aPlan(1)
    await createMeasure(outside, office, { inspectionId, text: '加强管理', submissionId: submission() })
    const { problems, offers } = await plan(inspectionId)
    expect(problems.map(({ check, lacks }) => [check, ...lacks].join(' '))).toEqual([
      'measureNotConcrete target expectedProof',
      'noDefiniteDeadline kind dueOn',
      'noOneResponsible leadUnit officer',
      'measureWithoutFinding',
    ])
    expect(offers.submit).toMatchObject({ allowed: false })
    const submit = submitPlan(outside, office, { inspectionId, submissionId: submission() })
    expect(await codeOf(submit)).toBe('plan.checksFail')
  })

  test('every body gives its opinion, remarks are answered, then the leading group approves', async () => {
    const { inspectionId } = await aPlan(1)
    const { id } = await submitPlan(outside, office, { inspectionId, submissionId: submission() })
    const group = await somebody('leadingGroup')
    const inspector = await somebody('inspector')
    const approve = () => codeOf(decidePlan(outside, group, id, { decision: 'approve', submissionId: submission() }))
    const opine = (visitor: Visitor, wish: object) =>
      giveOpinion(outside, visitor, id, {
        body: '组织部',
        opinion: 'agree',
        givenOn: today,
        submissionId: submission(),
        ...wish,
      })
    expect(await approve()).toBe('plan.opinionsMissing')
    expect(await codeOf(opine(office, {}))).toBe('plan.paperNeeded')
    expect(await codeOf(opine(inspector, { body: '教育局' }))).toBe('plan.noSuchBody')
    expect(await codeOf(opine(inspector, { opinion: 'return' }))).toBe('plan.wordsNeeded')
    expect(await codeOf(opine(inspector, { givenOn: '2024-09-12' }))).toBe('plan.dayAhead')
    await opine(office, { body: '纪委监委', paper: '纪函〔2024〕9号' })
    await opine(inspector, { body: '巡察办', opinion: 'return', words: '责任人不明确，请补充到人' })
    const remark = await opine(inspector, { opinion: 'agreeWithRemarks', words: '建议补充验收时间安排' })
    expect(await approve()).toBe('plan.opinionsReturn')
    await opine(inspector, { body: '巡察办' })
    expect(await approve()).toBe('plan.remarksUnanswered')
    await answerOpinion(outside, office, remark.id, { answer: '已补充', submissionId: submission() })
    expect(await approve()).toBe('done')
    expect(await approve()).toBe('plan.notInReview')
    const { rounds } = await plan(inspectionId)
    expect(rounds[0]).toMatchObject({ state: 'approved', decided: { person: { id: group.personId } } })
    expect((await readInspection(outside, office, inspectionId, 'zh')).planApprovedOn).toBe('2024-09-11')
    expect((await actsOn('inspection', inspectionId))[0]).toBe('plan.approved')
  })

  test('who submitted does not approve, nor their deputy, nor whom they stood for', async () => {
    const { inspectionId } = await aPlan(1)
    const both = await somebody('office')
    both.roles.push({ role: 'leadingGroup', unit: null, inspectionId: null, onBehalfOf: null })
    const { id } = await submitPlan(outside, both, { inspectionId, submissionId: submission() })
    for (const body of bodies)
      await giveOpinion(outside, office, id, {
        body,
        opinion: 'agree',
        givenOn: today,
        paper: '会签单',
        submissionId: submission(),
      })
    const approve = (visitor: Visitor) =>
      codeOf(decidePlan(outside, visitor, id, { decision: 'approve', submissionId: submission() }))
    expect(await approve(both)).toBe('plan.ownSubmission')
    expect(await approve(await somebody('leadingGroup', both))).toBe('plan.ownSubmission')
    expect(await approve(office)).toBe('plan.notLeadingGroup')
    expect(await approve(await somebody('inspector'))).toBe('access.roleMissing')
    expect(await approve(await somebody('leadingGroup'))).toBe('done')
  })

  test('what was changed after it was submitted is not approved; the snapshot stays as it was', async () => {
    const { inspectionId, measureIds } = await aPlan(1)
    const roundId = await reviewed(inspectionId)
    const [id = 0] = measureIds
    const { version, text } = await measure(id)
    await changeMeasure(outside, office, id, { text: '另一种写法', version, submissionId: submission() })
    const group = await somebody('leadingGroup')
    const approve = decidePlan(outside, group, roundId, { decision: 'approve', submissionId: submission() })
    expect(await codeOf(approve)).toBe('plan.changedSince')
    const { plan: frozen } = await readRound({ outside, visitor: office, language: 'zh' }, roundId)
    expect(frozen).toMatchObject({ measures: [{ text }] })
    await decidePlan(outside, office, roundId, { decision: 'withdraw', submissionId: submission() })
    await approved(inspectionId)
  })

  test('after approval a change needs a reason, the day moves by extension alone, and the change is the next round', async () => {
    const { inspectionId, measureIds } = await aPlan(2)
    await approved(inspectionId)
    const [id = 0] = measureIds
    const change = async (fields: object) =>
      codeOf(
        changeMeasure(outside, office, id, {
          version: (await measure(id)).version,
          submissionId: submission(),
          ...fields,
        }),
      )
    const reason = '按园林中心来函调整写法'
    expect(await change({ text: '换一种写法' })).toBe('plan.reasonNeeded')
    expect(await change({ text: '换一种写法', reason: '改一下' })).toBe('plan.reasonNeeded')
    expect(await change({ dueOn: '2025-03-31', reason })).toBe('plan.dueByExtension')
    const again = { inspectionId, submissionId: submission() }
    expect(await codeOf(submitPlan(outside, office, again))).toBe('plan.nothingChanged')
    expect(await change({ text: '换一种写法', reason })).toBe('done')
    expect((await plan(inspectionId)).changes).toMatchObject([
      { record: 'measure', id, change: 'changed', fields: ['text'] },
    ])
    expect((await plan(inspectionId)).docket).toMatchObject({ waiting: 1 })
    await approved(inspectionId)
    expect((await plan(inspectionId)).docket).toMatchObject({ waiting: 0 })
    expect((await plan(inspectionId)).rounds.map(({ round }) => round)).toEqual([2, 1])
  })
})

describe('docketing', () => {
  test('gives every measure of the approved plan its number, its owner a message, and its history an event', async () => {
    const { inspectionId, measureIds } = await aPlan(3)
    const docket = (ids: number[] | null) =>
      docketMeasures(outside, office, { inspectionId, measureIds: ids, submissionId: submission() })
    expect(await codeOf(docket(null))).toBe('plan.nothingToDocket')
    await approved(inspectionId)
    const [first = 0, ...rest] = measureIds
    expect((await plan(inspectionId)).docket).toMatchObject({ firstNumber: '2024-0001', lastNumber: '2024-0003' })
    expect((await docket([first])).docketed).toEqual([{ id: first, number: '1-1', docketNumber: '2024-0001' }])
    expect(await codeOf(docket([first, ...rest]))).toBe('plan.notToDocket')
    expect((await docket(null)).docketed.map(({ docketNumber }) => docketNumber)).toEqual(['2024-0002', '2024-0003'])
    expect(await measure(first)).toMatchObject({ status: 'docketed', docketNumber: '2024-0001' })
    expect((await actsOn('measure', first))[0]).toBe('measure.docketed')
    const due = await world.asOwner('select measure_id from report_due where measure_id = any ($1)', [measureIds])
    expect(due.length).toBe(3)
    const remove = removeRecord(
      outside,
      office,
      { kind: 'measure', id: first },
      { version: (await measure(first)).version, submissionId: submission(), reason: '重复登记，与 1-2 相同' },
    )
    expect(await codeOf(remove)).toBe('plan.notPlanned')
  })

  test('no number is given twice: imported ones are passed over, those of removed measures stay taken', async () => {
    const { inspectionId, measureIds } = await aPlan(2)
    const held = await world.aMeasure(tenantId, inspectionId, { docketNumber: '2024-0001' })
    // Gone by whatever way: the number stays taken.
    await world.asOwner('delete from measure_place where measure_id = $1', [held])
    await world.asOwner('delete from measure where measure_id = $1', [held])
    await approved(inspectionId)
    const { docketed } = await docketMeasures(outside, office, {
      inspectionId,
      measureIds: null,
      submissionId: submission(),
    })
    expect(docketed.map(({ docketNumber }) => docketNumber)).toEqual(['2024-0002', '2024-0003'])
    const reuse = world.asOwner("update measure set docket_number = '2024-0001' where measure_id = $1", [measureIds[0]])
    await expect(reuse).rejects.toThrow(/docket_number_pkey/)
  })

  test('two who docket at the same moment share the measures and the numbers', async () => {
    const { inspectionId, measureIds } = await aPlan(6)
    await approved(inspectionId)
    const other = await somebody('office')
    const each = await Promise.all(
      measureIds.map((id, index) =>
        docketMeasures(outside, index % 2 ? office : other, {
          inspectionId,
          measureIds: [id],
          submissionId: submission(),
        }),
      ),
    )
    const numbers = each.flatMap(({ docketed }) => docketed.map(({ docketNumber }) => docketNumber))
    expect(new Set(numbers).size).toBe(6)
    expect([...numbers].sort()).toEqual(['0001', '0002', '0003', '0004', '0005', '0006'].map((each) => `2024-${each}`))
  })

  test('the database itself removes nothing that was docketed', async () => {
    const { inspectionId, measureIds } = await aPlan(1)
    await approved(inspectionId)
    await docketMeasures(outside, office, { inspectionId, measureIds: null, submissionId: submission() })
    const rows = await world.database.inTenant(wholeScope(tenantId), (transaction) =>
      transaction
        .deleteFrom('measure')
        .where('measure_id', '=', measureIds[0] ?? 0)
        .executeTakeFirst(),
    )
    expect(Number(rows.numDeletedRows)).toBe(0)
  })
})

describe('the inspection', () => {
  test('is made by hand, changed with its rules, and says where it stands and from what', async () => {
    const name = '渣土运输专项巡察'
    const { id } = await createInspection(outside, office, { name, submissionId: submission() })
    const again = createInspection(outside, office, { name, submissionId: submission() })
    expect(await codeOf(again)).toBe('inspection.nameTaken')
    const first = await readInspection(outside, office, id, 'zh')
    const change = (fields: object, version = first.version) =>
      changeInspection(outside, office, id, { version, submissionId: submission(), ...fields })
    const days = { from: '2024-03-11', to: '2024-05-24', feedbackOn: '2024-07-05' }
    expect(await codeOf(change({ ...days, to: '2024-03-01' }))).toBe('inspection.daysReversed')
    const { version } = await change({
      ...days,
      settings: { ...first.settings, concentratedMonths: 3, reviewBodies: ['巡察办'] },
    })
    expect(await codeOf(change({ theme: '旧页' }))).toBe('record.changedMeanwhile')
    const now = await readInspection(outside, office, id, 'zh')
    expect(now.version).toBe(version)
    expect(now.settings.reviewBodies).toEqual(['巡察办'])
    expect(now.periods[1]).toEqual({ period: 'concentrated', until: '2024-10-05', derivation: '2024-07-05 + 3 个月' })
    expect(now.stages.find(({ current }) => current)?.stage).toBe('feedbackGiven')
    const [event] = await world.data.read.historyOf(wholeScope(tenantId), 'inspection', id)
    expect(event).toMatchObject({
      act: 'inspection.changed',
      before: { concentratedMonths: 6 },
      after: { concentratedMonths: 3 },
    })
  })
})
