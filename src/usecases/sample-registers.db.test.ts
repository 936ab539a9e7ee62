import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleEntriesOn } from '../../fixtures/sample/registers/entries.ts'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { loadSample } from './load-sample.ts'

let world: World
let outside: TestOutside
let tenantId: number

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  const { visitor } = await aVisitor(world, outside, tenantId)
  const begun = performance.now()
  await loadSample(outside, visitor, 'sample-registers')
  console.info(`sample loaded in ${Math.round(performance.now() - begun)} ms`)
}, 60_000)
afterAll(async () => {
  outside.close()
  await world.close()
})

const sum = async (text: string): Promise<number> => {
  const [row] = await world.asOwner(`select (${text})::bigint as come from entry where tenant_id = $1`, [tenantId])
  return Number(row?.come)
}

test('every entry of the sample is there, in every register', async () => {
  expect(await sum('count(*)')).toBe(sampleEntriesOn(chinaDay(outside.now())).length)
})

test('single patrols of the period that an aggregate stands for are not counted beside it', async () => {
  const counted = "(counts->>'times')::numeric"
  expect(await sum(`sum(${counted}) filter (where register = 'patrol' and covered_by is null)`)).toBe(157)
  expect(await sum("count(*) filter (where register = 'patrol' and covered_by is not null)")).toBeGreaterThan(0)
})

test('1213 plants are cited under two findings, and each entry is there once', async () => {
  const [row] = await world.asOwner(
    `select sum(plants) as plants, count(*)::int as entries from (
      select (counts->>'plants')::numeric as plants, (select count(*) from citation where citation.entry_id = entry.entry_id
        and record_kind = 'finding') as findings
      from entry where tenant_id = $1 and register = 'replanting') replanted where findings > 0`,
    [tenantId],
  )
  expect(Number(row?.plants)).toBe(1213)
})

test('what targets count is reached by what is cited', async () => {
  const rows = await world.asOwner(
    'select words, quantity, reached from measure_target where tenant_id = $1 and register is not null and reached > 0',
    [tenantId],
  )
  expect(rows.length).toBeGreaterThan(0)
})

test('an entry is called by the name of what it refers to, also where both came at once', async () => {
  const rows = await world.asOwner("select title from entry where tenant_id = $1 and title like '%#%'", [tenantId])
  expect(rows).toEqual([])
})
