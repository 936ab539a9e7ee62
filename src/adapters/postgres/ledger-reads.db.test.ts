/** The ledger as pages read it, compared with the same thing worked out in the plainest way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testNow } from '../../../test/builders.ts'
import { openWorld, type World, wholeScope } from '../../../test/world.ts'
import type { LedgerQuery } from '../../core/ledger/ledger-query.ts'
import { type MeasureKind, type MeasureStatus, measureKinds, measureStatuses } from '../../core/measure/status.ts'
import type { LedgerPage } from '../../usecases/ports.ts'
import { refreshLights } from '../../usecases/refresh-lights.ts'
import type { Scope } from './database.ts'

type Row = LedgerPage['rows'][number]
type MeasureRow = Extract<Row, { type: 'measure' }>

let world: World
let tenantId: number
let inspectionId: number
let units: number[]
let scopes: Record<'office' | 'member' | 'head' | 'leader' | 'stranger', Scope>

/** Sixty measures under twelve findings; some answer two, some have no day, no unit, no kind. */
beforeAll(async () => {
  world = await openWorld()
  tenantId = await world.aTenant()
  inspectionId = await world.anInspection(tenantId)
  units = [await world.aUnit(tenantId), await world.aUnit(tenantId), await world.aUnit(tenantId)]
  const leader = await world.aPerson(tenantId)
  const findings: number[] = []
  for (let n = 1; n <= 12; n += 1) {
    findings.push(
      await world.aFinding(tenantId, inspectionId, {
        number: String(n),
        aspect: n % 2 === 0 ? '工程管理方面' : '队伍建设方面',
        heading: `第${n}处绿地养护不到位`,
      }),
    )
    await world.aCause(tenantId, inspectionId, { text: `第${n}处没有定人`, findingIds: findings.slice(-1) })
  }
  for (let n = 0; n < 60; n += 1) {
    const unit = units[n % 4]
    await world.aMeasure(tenantId, inspectionId, {
      text: n % 7 === 0 ? `补植苗木${n}株` : `每周巡查${n}次，记入台账`,
      status: measureStatuses[(n * 5) % 9] ?? 'planned',
      kind: n % 5 === 0 ? null : (measureKinds[n % 4] ?? null),
      dueOn: n % 6 === 0 ? null : `2024-${String(1 + (n % 12)).padStart(2, '0')}-15`,
      leadUnitId: unit ?? null,
      supportingUnitIds: n % 3 === 0 ? units.slice(0, 1) : [],
      responsibleLeaderId: n % 10 === 0 ? leader : null,
      findingIds: [findings[n % 12] ?? 0, ...(n % 8 === 0 ? [findings[(n + 5) % 12] ?? 0] : [])],
    })
  }
  const scope = (audiences: number[]): Scope => ({ tenantId, sight: { whole: [], audiences } })
  scopes = {
    office: wholeScope(tenantId),
    member: scope(units.slice(0, 1)),
    head: scope(units),
    leader: scope([-leader]),
    stranger: scope([9999]),
  }
}, 120_000)
afterAll(() => world.close())

const query = (part: Partial<LedgerQuery> = {}): LedgerQuery => ({
  inspectionId,
  view: 'flat',
  statuses: [],
  lights: [],
  withoutEvidence: false,
  kinds: [],
  unitIds: [],
  aspects: [],
  dueFrom: null,
  dueTo: null,
  words: [],
  sort: 'number',
  descending: false,
  cursor: null,
  limit: 500,
  ...part,
})

async function allPages(scope: Scope, part: Partial<LedgerQuery>, limit: number): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const { json } = await world.data.read.ledgerPage(scope, query({ ...part, limit, cursor }))
    const page: LedgerPage = JSON.parse(json)
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    rows.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null)
  return rows
}

const flat = async (scope: Scope, part: Partial<LedgerQuery> = {}): Promise<MeasureRow[]> =>
  (await allPages(scope, part, 500)).filter((row) => row.type === 'measure')

const numberOf = (row: MeasureRow): number[] => row.number.split('-').map(Number)
const compareNumbers = (a: MeasureRow, b: MeasureRow): number => {
  const [a1 = 0, a2 = 0] = numberOf(a)
  const [b1 = 0, b2 = 0] = numberOf(b)
  return a1 - b1 || a2 - b2
}

test('the office sees every measure once, numbered under its first finding, in the order in which people count', async () => {
  const rows = await flat(scopes.office)
  expect(rows).toHaveLength(60)
  expect(new Set(rows.map((row) => row.id)).size).toBe(60)
  expect(rows).toEqual([...rows].sort(compareNumbers))
  const shared = rows.filter((row) => row.alsoAnswers.length > 0)
  expect(shared).toHaveLength(8)
  for (const row of shared) expect(row.alsoAnswers[0]).toBe(row.number.split('-')[0])
})

describe.each(['number', 'due', 'status', 'unit'] as const)('by %s', (sort) => {
  const unitPlace = (row: MeasureRow): number => (row.leadUnit === null ? 99 : units.indexOf(row.leadUnit.id))
  const key = {
    number: () => 0,
    due: (row: MeasureRow) => Date.parse(row.dueOn ?? '9999-01-01'),
    status: (row: MeasureRow) => measureStatuses.indexOf(row.status),
    unit: unitPlace,
  }[sort]

  test.each(['office', 'member', 'head'] as const)(
    'pages of three hold for the %s what one page holds',
    async (who) => {
      for (const descending of [false, true]) {
        const whole = await flat(scopes[who], { sort, descending })
        expect(await allPages(scopes[who], { sort, descending }, 3)).toEqual(whole)
        const keys = whole.map(key)
        const ordered = [...keys].sort((a, b) => (descending ? b - a : a - b))
        expect(keys).toEqual(ordered)
      }
    },
  )
})

describe('by light', () => {
  beforeAll(async () => {
    await refreshLights({ data: world.data, now: () => testNow }, tenantId)
  })
  test.each([['number'], ['due'], ['status'], ['unit']] as const)('in the order by %s', async (sort) => {
    const everything = await flat(scopes.head, { sort })
    for (const lights of [['red'], ['grey', 'red'], ['blue', 'yellow']] as const) {
      const wanted = everything.filter((row) => lights.some((light) => light === row.light))
      expect(wanted.length).toBeGreaterThan(0)
      expect(await allPages(scopes.head, { sort, lights: [...lights] }, 3)).toEqual(wanted)
      const statuses: MeasureStatus[] = ['planned', 'docketed', 'signedOff']
      const both = wanted.filter((row) => statuses.includes(row.status))
      expect(await flat(scopes.head, { sort, lights: [...lights], statuses })).toEqual(both)
      const counts = await world.data.read.ledgerCounts(scopes.head, query({ lights: [...lights] }))
      expect(counts.matching.measures).toBe(wanted.length)
      for (const light of lights)
        expect(counts.byLight[light] ?? 0).toBe(everything.filter((row) => row.light === light).length)
      const tree = await allPages(scopes.head, { view: 'tree', lights: [...lights] }, 500)
      expect(new Set(tree.flatMap((row) => (row.type === 'measure' ? [row.id] : [])))).toEqual(
        new Set(wanted.map((row) => row.id)),
      )
    }
  })
})

test('each reader sees what concerns one of his units or himself, each measure once', async () => {
  const everything = await flat(scopes.office)
  const concerns = (row: MeasureRow, n: number): boolean => row.leadUnit?.id === units[n]
  const member = await flat(scopes.member)
  expect(member.length).toBeGreaterThan(everything.filter((row) => concerns(row, 0)).length)
  expect(member.length).toBeLessThan(60)
  const head = await flat(scopes.head)
  expect(new Set(head.map((row) => row.id)).size).toBe(head.length)
  expect(head.length).toBeGreaterThan(everything.filter((row) => row.leadUnit !== null).length - 1)
  expect(await flat(scopes.leader)).toHaveLength(6)
  expect(await flat(scopes.stranger)).toEqual([])
})

const filters: [string, Partial<LedgerQuery>, (row: MeasureRow) => boolean][] = [
  ['one status', { statuses: ['underway'] }, (row) => row.status === 'underway'],
  ['several statuses', { statuses: ['planned', 'signedOff'] }, (row) => ['planned', 'signedOff'].includes(row.status)],
  ['kinds', { kinds: ['ongoing', 'immediate'] }, (row) => ['ongoing', 'immediate'].includes(row.kind ?? '')],
  [
    'days',
    { dueFrom: '2024-03-15', dueTo: '2024-06-15' },
    (row) => row.dueOn !== null && row.dueOn >= '2024-03-15' && row.dueOn <= '2024-06-15',
  ],
  ['days without an end', { dueFrom: '2024-10-01' }, (row) => row.dueOn === null || row.dueOn >= '2024-10-01'],
  ['a word', { words: ['补植苗木'] }, (row) => row.text.includes('补植苗木')],
  ['a single character', { words: ['株'] }, (row) => row.text.includes('株')],
  ['two words', { words: ['每周', '9次'] }, (row) => row.text.includes('每周') && row.text.includes('9次')],
  [
    'an aspect',
    { aspects: ['工程管理方面'] },
    (row) => [row.number.split('-')[0] ?? '', ...row.alsoAnswers].some((number) => Number(number) % 2 === 0),
  ],
]

describe.each(filters)('filtered by %s', (_, part, passes) => {
  test.each(['office', 'member', 'head'] as const)(
    'the %s gets what passes, and the counts say how many',
    async (who) => {
      const everything = await flat(scopes[who])
      for (const sort of ['number', 'due', 'status', 'unit'] as const) {
        const rows = await flat(scopes[who], { ...part, sort })
        const expected = everything.filter(passes).map((row) => row.id)
        expect(new Set(rows.map((row) => row.id))).toEqual(new Set(expected))
        expect(await allPages(scopes[who], { ...part, sort }, 2)).toEqual(rows)
      }
      const counts = await world.data.read.ledgerCounts(scopes[who], query(part))
      expect(counts.matching.measures).toBe(everything.filter(passes).length)
      expect(counts.measures).toBe(everything.length)
      expect(Object.values(counts.byStatus).reduce((sum, count) => sum + count, 0)).toBe(everything.length)
    },
  )
})

test('the units asked for are those that lead or support, for the office and for a member alike', async () => {
  const asked = units.slice(1, 2)
  const [office, member] = [
    await flat(scopes.office, { unitIds: asked }),
    await flat(scopes.member, { unitIds: asked }),
  ]
  expect(office.length).toBe(15)
  expect(member.map((row) => row.id)).toEqual(
    office.filter((row) => member.some((own) => own.id === row.id)).map((row) => row.id),
  )
  expect(member.length).toBeGreaterThan(0)
  expect(member.length).toBeLessThan(office.length)
})

describe('the tree', () => {
  const part = { view: 'tree' } as const

  test('shows each finding, then its causes, then its measures, a shared measure under each of its findings', async () => {
    const rows = await allPages(scopes.office, part, 500)
    expect(rows.filter((row) => row.type === 'finding').map((row) => row.number)).toEqual(
      Array.from({ length: 12 }, (_, n) => String(n + 1)),
    )
    expect(rows.filter((row) => row.type === 'measure')).toHaveLength(68)
    expect(rows.filter((row) => row.type === 'cause')).toHaveLength(12)
    let finding = 0
    let section = 0
    for (const row of rows) {
      if (row.type === 'finding') {
        finding = row.id
        section = 0
        const under = rows.filter((each) => each.type === 'measure' && each.findingId === row.id)
        expect(row.measures).toBe(under.length)
      } else {
        expect(row.findingId).toBe(finding)
        const own = row.type === 'cause' ? 1 : 2
        expect(own).toBeGreaterThanOrEqual(section)
        section = own
      }
    }
  })

  test.each(['office', 'member'] as const)(
    'pages of three hold for the %s what one page holds, both ways',
    async (who) => {
      for (const descending of [false, true]) {
        for (const more of [
          {},
          { statuses: ['underway'] as MeasureStatus[] },
          { words: ['补植'] },
          { words: ['定人'] },
        ]) {
          const whole = await allPages(scopes[who], { ...part, ...more, descending }, 500)
          expect(await allPages(scopes[who], { ...part, ...more, descending }, 3)).toEqual(whole)
        }
      }
    },
  )

  test('a finding is shown for one of its measures, its causes or its own words', async () => {
    const numbers = async (more: Partial<LedgerQuery>): Promise<string[]> =>
      (await allPages(scopes.office, { ...part, ...more }, 500)).flatMap((row) =>
        row.type === 'finding' ? [row.number] : [],
      )
    expect(await numbers({ words: ['第7处绿地'] })).toEqual(['7'])
    expect(await numbers({ words: ['第9处没有定人'] })).toEqual(['9'])
    expect(await numbers({ words: ['补植苗木14株'] })).toEqual(['3'])
    expect(await numbers({ words: ['没有这样的话'] })).toEqual([])
    expect(await numbers({ aspects: ['工程管理方面'] })).toEqual(['2', '4', '6', '8', '10', '12'])
  })

  test('with a filter of measures only those that pass stand under a finding, and no causes', async () => {
    const kinds: MeasureKind[] = ['ongoing']
    const rows = await allPages(scopes.office, { ...part, kinds }, 500)
    expect(rows.some((row) => row.type === 'cause')).toBe(false)
    for (const row of rows) if (row.type === 'measure') expect(row.kind).toBe('ongoing')
    const findings = rows.flatMap((row) => (row.type === 'finding' ? [row.id] : []))
    const under = new Set(rows.flatMap((row) => (row.type === 'measure' ? [row.findingId] : [])))
    expect(new Set(findings)).toEqual(under)
  })
})

test.each([
  'nonsense',
  Buffer.from('[]').toString('base64url'),
  Buffer.from('["due",false,"2024-01-01",1]').toString('base64url'),
  Buffer.from('["number",true,"00000001-00000001",1]').toString('base64url'),
  Buffer.from('["number",false,7,1]').toString('base64url'),
  Buffer.from('["number",false,"x",1e300]').toString('base64url'),
])('a place in the list that this list did not give is refused: %s', async (cursor) => {
  await expect(world.data.read.ledgerPage(scopes.office, query({ cursor }))).rejects.toMatchObject({
    code: 'ledger.badCursor',
  })
})

test('one measure knows its neighbours as the reader sees them', async () => {
  for (const who of ['office', 'member', 'head'] as const) {
    const rows = await flat(scopes[who])
    for (const [index, row] of rows.entries()) {
      const page = await world.data.read.measurePage(scopes[who], row.id, '2024-09-11')
      expect(page?.previousId).toBe(rows[index - 1]?.id ?? null)
      expect(page?.nextId).toBe(rows[index + 1]?.id ?? null)
    }
  }
})

test('inspections show a reader what he sees of them, and none that he takes no part in', async () => {
  const counts = (await world.data.read.ledgerCounts(scopes.member, query())).measures
  expect((await world.data.read.inspections(scopes.member))[0]?.counts.measures).toBe(counts)
  expect((await world.data.read.inspections(scopes.office))[0]?.counts).toEqual({
    findings: 12,
    causes: 12,
    measures: 60,
  })
  expect(await world.data.read.inspections(scopes.stranger)).toEqual([])
})

test('units to filter by are those in sight', async () => {
  expect((await world.data.read.units(scopes.office, inspectionId)).map((unit) => unit.id)).toEqual(units)
  expect((await world.data.read.units(scopes.member, inspectionId)).map((unit) => unit.id)).toEqual(units.slice(0, 1))
})

test('a unit or person under a new name has it in every row', async () => {
  const named = async (): Promise<unknown[]> =>
    (await flat(scopes.leader)).flatMap((row) => [row.leadUnit?.name, row.responsibleLeader?.name])
  await world.asOwner("update unit set name = name || '（改）'")
  await world.asOwner("update person set name = name || '（改）'")
  for (const name of (await named()).filter((each) => each !== undefined)) expect(name).toMatch(/（改）$/)
})
