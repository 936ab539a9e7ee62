/** What runs by itself, with a clock that the test moves: told once, drafted once, caught up once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World, wholeScope } from '../../test/world.ts'
import { inspectionSettingsSchema } from '../core/inspection/settings.ts'
import { cleanUp } from './clean-up.ts'
import { draftPapers } from './draft-papers.ts'
import { escalate } from './escalate.ts'

let world: World
let outside: TestOutside
beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
})
afterAll(async () => {
  outside.close()
  await world.close()
})

/** Ten in the morning in China. */
const on = (day: string): void => outside.setNow(new Date(`${day}T02:00:00Z`))

let tenantId: number
let inspectionId: number
let people: Record<'officer' | 'head' | 'leader' | 'office', number>
let unitId: number
let measureId: number

beforeEach(async () => {
  on('2024-09-11')
  tenantId = await world.aTenant()
  inspectionId = await world.anInspection(tenantId)
  unitId = await world.aUnit(tenantId, { name: `云岭区绿化中心${tenantId}` })
  const role = (name: 'officer' | 'unitHead' | 'office') =>
    world.anAccount(tenantId, {
      assignments: [{ role: name, unitId: name === 'office' ? null : unitId, inspectionId }],
    })
  people = {
    officer: await role('officer'),
    head: await role('unitHead'),
    leader: await world.aPerson(tenantId),
    office: await role('office'),
  }
  measureId = await world.aMeasure(tenantId, inspectionId, {
    status: 'underway',
    dueOn: '2024-09-19',
    leadUnitId: unitId,
    responsibleLeaderId: people.leader,
    responsibleOfficerId: people.officer,
    findingIds: [await world.aFinding(tenantId, inspectionId, { number: '13' })],
  })
})

async function told(): Promise<string[]> {
  const rows = await world.asOwner(
    `select person_id::int as person, kind, facts ->> 'days' as days from message where tenant_id = $1
      and kind like 'deadline%' order by message_id`,
    [tenantId],
  )
  const name = (id: unknown) => Object.entries(people).find(([, held]) => held === id)?.[0]
  return rows.map((row) => `${name(row.person)} ${row.kind} ${row.days}`)
}

describe('escalation', () => {
  test('goes up step by step in working days, each step once', async () => {
    const steps: string[][] = []
    // Around the autumn holidays of 2024: the 14th and 29th were worked, the 16th, 17th and from 1 October were off.
    for (const day of ['2024-09-11', '2024-09-12', '2024-09-20', '2024-09-23', '2024-09-24', '2024-09-26']) {
      on(day)
      const before = (await told()).length
      await escalate(outside, tenantId)
      await escalate(outside, tenantId)
      steps.push((await told()).slice(before))
    }
    expect(steps).toEqual([
      ['officer deadline.ahead 5'],
      [],
      ['officer deadline.overdue 1', 'head deadline.escalated 1'],
      [],
      ['leader deadline.escalated 3'],
      ['office deadline.escalated 5'],
    ])
  })

  test('waits for a working day', async () => {
    on('2024-09-15')
    expect(await escalate(outside, tenantId)).toBe(0)
  })

  test('a server that was away tells on its first day back, each person once and as it stands then', async () => {
    on('2024-09-26')
    expect(await escalate(outside, tenantId)).toBe(4)
    expect(await told()).toEqual([
      'officer deadline.overdue 5',
      'head deadline.escalated 5',
      'leader deadline.escalated 5',
      'office deadline.escalated 5',
    ])
    on('2024-09-27')
    expect(await escalate(outside, tenantId)).toBe(0)
  })

  test('an extended deadline begins anew; a closed measure is left alone', async () => {
    on('2024-09-20')
    await escalate(outside, tenantId)
    await world.asOwner(`update measure set due_on = '2024-09-24' where measure_id = $1`, [measureId])
    on('2024-09-23')
    await escalate(outside, tenantId)
    expect((await told()).at(-1)).toBe('officer deadline.ahead 1')
    await world.asOwner(`update measure set status = 'signedOff' where measure_id = $1`, [measureId])
    on('2024-10-31')
    expect(await escalate(outside, tenantId)).toBe(0)
  })

  test('the days are local rules', async () => {
    const settings = inspectionSettingsSchema.parse({ escalateAfter: [0, 0, 1], yellowWorkingDays: 0 })
    await world.asOwner('update inspection set settings = $1 where inspection_id = $2', [
      JSON.stringify(settings),
      inspectionId,
    ])
    await escalate(outside, tenantId)
    expect(await told()).toEqual([])
    on('2024-09-20')
    await escalate(outside, tenantId)
    expect(await told()).toEqual([
      'officer deadline.overdue 1',
      'head deadline.escalated 1',
      'leader deadline.escalated 1',
      'office deadline.escalated 1',
    ])
  })
})

describe('papers', () => {
  const drafts = async () =>
    (await world.data.read.deadlines.papers(wholeScope(tenantId), inspectionId)).map(
      ({ kind, state, measures }) => `${kind} ${state} ${measures}`,
    )

  test('a reminder before the deadline, a warning with a last day after it, each once', async () => {
    await draftPapers(outside, tenantId)
    expect(await drafts()).toEqual(['reminder draft 1'])
    on('2024-09-20')
    await draftPapers(outside, tenantId)
    await draftPapers(outside, tenantId)
    const [warning] = await world.data.read.deadlines.papers(wholeScope(tenantId), inspectionId)
    expect(warning).toMatchObject({ kind: 'warning', lastDay: '2024-09-27', number: null, draftedBy: null })
    expect(await drafts()).toHaveLength(2)
    const told = await world.asOwner(
      `select kind from message where tenant_id = $1 and person_id = $2 and kind = 'paper.drafted'`,
      [tenantId, people.office],
    )
    expect(told).toHaveLength(2)
  })

  test('a hundred measures of one unit make one paper, and later ones join the draft', async () => {
    for (let n = 0; n < 9; n += 1)
      await world.aMeasure(tenantId, inspectionId, { status: 'underway', dueOn: '2024-09-18', leadUnitId: unitId })
    await draftPapers(outside, tenantId)
    expect(await drafts()).toEqual(['reminder draft 10'])
    await world.aMeasure(tenantId, inspectionId, { status: 'docketed', dueOn: '2024-09-19', leadUnitId: unitId })
    await draftPapers(outside, tenantId)
    expect(await drafts()).toEqual(['reminder draft 11'])
  })

  test('missed reports bring a notice, then guidance', async () => {
    const missed = async (weeks: number) => {
      await world.asOwner(`update measure set missed_weeks = $2, due_on = '2025-06-30' where measure_id = $1`, [
        measureId,
        weeks,
      ])
      await draftPapers(outside, tenantId)
    }
    await missed(1)
    expect(await drafts()).toEqual(['notice draft 1'])
    await missed(2)
    expect((await drafts()).sort()).toEqual(['guidance draft 1', 'notice draft 1'])
  })

  test('accountability is drafted when the last day of a sent warning has passed', async () => {
    on('2024-09-20')
    await draftPapers(outside, tenantId)
    on('2024-10-08')
    await draftPapers(outside, tenantId)
    expect(await drafts()).toEqual(['warning draft 1'])
    await world.asOwner(`update paper set state = 'sent', sent_at = now() where tenant_id = $1`, [tenantId])
    await draftPapers(outside, tenantId)
    expect(await drafts()).toEqual(['accountability draft 1', 'warning sent 1'])
  })
})

test('sessions that are over are removed, others stay', async () => {
  const { visitor } = await aVisitor(world, outside, tenantId)
  const held = () =>
    world.asOwner('select 1 from session where tenant_id = $1 and person_id = $2', [tenantId, visitor.personId])
  await cleanUp(outside, tenantId)
  expect(await held()).toHaveLength(1)
  on('2024-09-20')
  expect(await cleanUp(outside, tenantId)).toBeGreaterThan(0)
  expect(await held()).toHaveLength(0)
})
