/** Entries that an imported notice proposes: written with their citations in one act, once, by the office alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { applyImport } from './apply-import.ts'
import { createImportFromText } from './create-import.ts'
import { listCitations } from './list-citations.ts'
import { newLedger } from './preview-import.ts'
import { listProposals, takeProposals } from './propose-import-entries.ts'

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

const text = [
  '1.管护不到位。一是补植缺失苗木1186株。二是全年巡查157次，制止6个。',
  '2.招标不规范。一是开展招投标专题培训3次。',
  '3.变更不规范。一是开展招投标专题培训3次。',
].join('\n')

async function anImport() {
  const tenantId = await world.aTenant()
  const { visitor } = await aVisitor(world, outside, tenantId)
  const unitId = await world.aUnit(tenantId)
  const { id } = await createImportFromText(outside, visitor, { name: '通报', text })
  const apply = () =>
    applyImport(outside, visitor, id, {
      inspectionId: null,
      inspectionName: '绿化专项巡察',
      edits: [],
      ledgerVersion: newLedger,
      submissionId: `apply-${id}-of-${tenantId}`,
    })
  return { tenantId, visitor, unitId, id, apply }
}

test('what was accepted is entered and cited in one act, and once', async () => {
  const { visitor, unitId, id, apply } = await anImport()
  await apply()
  const { proposals } = await listProposals(outside, visitor, id)
  expect(proposals.map(({ register, aggregate, places }) => [register, aggregate?.totals, places.length])).toEqual([
    ['replanting', { plants: 1186 }, 1],
    ['patrol', { times: 157, stopped: 6 }, 1],
    ['training', { times: 3 }, 2],
  ])
  const measures = (index: number) => proposals[index]?.places.flatMap(({ measure }) => measure?.id ?? []) ?? []
  expect(measures(2)).toHaveLength(2)
  const entries = proposals.map(({ key, register, kind, aggregate }, index) => ({
    key,
    register,
    kind: kind ?? (register === 'patrol' ? 'district' : null),
    unitId,
    values: {},
    aggregate: { from: '2024-01-01' as never, to: '2024-09-10' as never, totals: aggregate?.totals ?? {} },
    measureIds: measures(index),
  }))
  const wish = { entries, submissionId: `take-${id}-1` }
  const taken = { created: 3, citations: 4, same: 0 }
  expect(await takeProposals(outside, visitor, id, wish)).toEqual(taken)
  expect(await takeProposals(outside, visitor, id, wish)).toEqual(taken)
  expect(await takeProposals(outside, visitor, id, { ...wish, submissionId: `take-${id}-2` })).toEqual({
    created: 0,
    citations: 0,
    same: 3,
  })
  // The target of the measure says 1186 株: it counts the plants from now on.
  const [planting = 0] = measures(0)
  const cited = await listCitations(outside, visitor, { kind: 'measure', id: planting }, 'zh')
  expect(cited.targets).toMatchObject([{ quantity: 1186, reached: 1186, counts: { register: 'replanting' } }])
  expect(cited.citations).toMatchObject([{ adds: 1186 }])
  const again = await listProposals(outside, visitor, id)
  expect(again.proposals.every(({ entryId }) => entryId !== null)).toBe(true)
})

test('one that cannot be entered leaves nothing behind, and a text outside the ledger has nothing to cite from', async () => {
  const { tenantId, visitor, unitId, id, apply } = await anImport()
  const [first] = (await listProposals(outside, visitor, id)).proposals
  const entry = {
    key: first?.key ?? '',
    register: 'replanting',
    kind: 'replanted',
    unitId,
    values: {},
    aggregate: { from: '2024-01-01' as never, to: '2024-09-10' as never, totals: { plants: 1186 } },
    measureIds: [],
  }
  const take = (entries: (typeof entry)[]) =>
    takeProposals(outside, visitor, id, { entries, submissionId: `take-${id}-${Math.random()}` })
  await expect(take([entry])).rejects.toMatchObject({ code: 'import.notWritten' })
  await apply()
  const overlapping = { ...entry, key: 'another', aggregate: { ...entry.aggregate, totals: { plants: 27 } } }
  await expect(take([entry, overlapping])).rejects.toMatchObject({ code: 'entry.aggregateOverlaps' })
  const [row] = await world.asOwner('select count(*)::int as entries from entry where tenant_id = $1', [tenantId])
  expect(row?.entries).toBe(0)
})
