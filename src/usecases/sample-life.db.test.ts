/** The sample's measures stand where they stand for reasons that pages can show. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { listApprovals } from './list-approvals.ts'
import { loadSample } from './load-sample.ts'
import type { Visitor } from './ports.ts'
import { getMeasure } from './read-ledger.ts'

let world: World
let outside: TestOutside
let office: Visitor
let inspectionId: number

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  office = (await aVisitor(world, outside, await world.aTenant())).visitor
  inspectionId = (await loadSample(outside, office, 'sample-life-test')).inspectionId
})
afterAll(async () => {
  outside.close()
  await world.close()
})

test('whatever waits or is closed was applied for, step by step, by different people, before today', async () => {
  const rows = await world.asOwner(
    `select measure.status, array_agg(act order by step_id) as acts, count(distinct person_id)::int as people,
        bool_and(at < $1) as past, max(at) = measure.moved_at as moved
      from measure left join application_step using (tenant_id, measure_id)
      where measure.status in ('applied', 'endorsed', 'verified', 'signedOff')
      group by measure.measure_id, measure.status, measure.moved_at`,
    [outside.now()],
  )
  expect(rows.length).toBeGreaterThan(50)
  const chain = ['apply', 'endorse', 'verify', 'sign']
  const lengths: Record<string, number> = { applied: 1, endorsed: 2, verified: 3, signedOff: 4 }
  for (const row of rows) {
    const acts = chain.slice(0, lengths[String(row.status)])
    expect(row).toMatchObject({ acts, people: acts.length, past: true, moved: true })
  }
})

test('every measure that runs has its light from the first look on', async () => {
  const grey = await world.asOwner("select number from measure where light = 'grey' and status <> 'planned'")
  expect(grey).toEqual([])
})

test('long-term measures have their request and next review; the office finds what waits for it', async () => {
  const [ongoing] = await world.asOwner(`select measure_id::int as id from measure where status = 'ongoing' limit 1`)
  const page = await getMeasure(outside, office, Number(ongoing?.id), 'zh')
  expect(page.reviewOn).toBe('2024-11-10')
  expect(page.life.requests).toMatchObject([{ kind: 'settle', state: 'approved' }])
  const waiting = await listApprovals(outside, office, inspectionId, 'zh')
  const kinds = new Set(waiting.map(({ subject, may }) => `${subject}: ${may.join(' ')}`))
  expect([...kinds].sort()).toEqual(['measure: verify return', 'request: approve refuse'])
})
