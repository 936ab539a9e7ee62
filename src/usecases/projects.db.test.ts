/** Projects of the sample district, through the database and its wall. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Refusal } from '../core/refusal.ts'
import { yuan } from '../core/registers/money.ts'
import { listProjects } from './list-projects.ts'
import { loadSample } from './load-sample.ts'
import type { Visitor } from './ports.ts'
import { listLookBacks, readLookBack } from './read-look-backs.ts'
import { readProject } from './read-project.ts'

let world: World
let outside: TestOutside
let office: Visitor
let officer: Visitor

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  const tenantId = await world.aTenant()
  const loader = (await aVisitor(world, outside, tenantId, [{ role: 'office', unitId: null, inspectionId: null }]))
    .visitor
  const { inspectionId } = await loadSample(outside, loader, 'projects-sample')
  const [unit] = await world.asOwner(
    `select unit_id::int as id from unit where tenant_id = $1 and short_name = '青禾镇'`,
    [tenantId],
  )
  office = (await aVisitor(world, outside, tenantId, [{ role: 'office', unitId: null, inspectionId }])).visitor
  officer = (await aVisitor(world, outside, tenantId, [{ role: 'officer', unitId: Number(unit?.id), inspectionId }]))
    .visitor
}, 120_000)
afterAll(async () => {
  outside.close()
  await world.close()
})

const list = (visitor: Visitor, ask: { cursor?: number; limit?: number } = {}) =>
  listProjects(outside, visitor, { limit: 100, ...ask }, 'zh')
const idOf = async (name: string): Promise<number> => {
  const found = (await list(office)).rows.find((row) => row.name === name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found.id
}

test('the office sees 26 projects, page by page each once', async () => {
  const { rows, narrowed } = await list(office)
  expect([rows.length, narrowed]).toEqual([26, false])
  const first = await list(office, { limit: 20 })
  const second = await list(office, { limit: 20, cursor: first.nextCursor ?? 0 })
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  expect(second.nextCursor).toBe(null)
})

test('an officer sees the projects of the own unit, and is told that there is more', async () => {
  const { rows, narrowed } = await list(officer)
  expect(rows.map(({ name }) => name).sort()).toEqual(['南溪缓冲带', '青禾湿地公园'])
  expect(narrowed).toBe(true)
})

test('another unit’s project is not found', async () => {
  const id = await idOf('滨河绿廊PPP项目')
  await expect(readProject(outside, officer, id, 'zh')).rejects.toMatchObject({
    code: 'record.notFound',
  } satisfies Partial<Refusal>)
})

test('a project says who leads it, where it stands, what its money came to, and which findings are about it', async () => {
  const page = await readProject(outside, office, await idOf('南溪缓冲带'), 'zh')
  expect(page).toMatchObject({ stage: 'settle', leads: ['吴南溪'], owner: { name: '青禾镇人民政府' } })
  expect(page.money).toMatchObject({ contract: yuan('620万元'), changesApproved: yuan('196.54万元'), changes: 46 })
  expect(page.citedBy.filter(({ recordKind }) => recordKind === 'finding').map(({ number }) => number)).toContain('9')
  expect(page.registers[0]).toMatchObject({ register: 'contract', name: '合同' })
  expect(page.line.find(({ station }) => station === 'settle')?.missing).toMatchObject([
    { register: 'settlement', field: 'reviewedOn', text: expect.stringContaining('审定日期') },
  ])
})

test('in English the same page is in English', async () => {
  const page = await readProject(outside, office, await idOf('文昌口袋公园'), 'en')
  expect(page.registers[0]?.name).toBe('Contracts')
  expect(page).toMatchObject({ stage: 'finished', kindName: 'Park', missing: 0 })
})

test('what is withdrawn counts no more', async () => {
  const id = await idOf('云岭大道行道树更新')
  const before = await readProject(outside, office, id, 'zh')
  await world.asOwner(
    `update entry set withdrawn_at = now(), withdrawn_reason = '重复', changed_at = now()
      where register = 'changeOrder' and project_ids @> array[$1::bigint]`,
    [id],
  )
  const after = await readProject(outside, office, id, 'zh')
  expect([before.money.changes, after.money.changes]).toEqual([2, 0])
})

test('a round of look-back has a row for each of its projects, with what was answered to each question', async () => {
  const { batches } = await listLookBacks(outside, office)
  const [round] = batches
  expect(round).toMatchObject({ projects: 26, selfChecked: 26 })
  const page = await readLookBack(outside, office, round?.id ?? 0)
  expect(page.rows.length).toBe(26)
  expect(page.questions.length).toBeGreaterThan(0)
  for (const { selfCheck } of page.rows)
    expect(Object.keys(selfCheck?.answers ?? {}).length).toBeLessThanOrEqual(page.questions.length)
})

test('an officer finds no round that another unit keeps', async () => {
  expect((await listLookBacks(outside, officer)).batches).toEqual([])
})
