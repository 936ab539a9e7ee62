/** Checks of the sample district: judged from its records, decided by the office, seen behind the wall. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { dismissFlag, reopenFlag, turnFlagToFinding } from './decide-flag.ts'
import { loadSample } from './load-sample.ts'
import type { Visitor } from './ports.ts'
import { listChecks, listFlags, listGaps, listResults, readCheck } from './read-checks.ts'
import { checkAll, runChecks } from './run-checks.ts'
import { endLocalValue, setCheckMode, setLocalValue } from './set-check.ts'

let world: World
let outside: TestOutside
let tenantId: number
let inspectionId: number
let office: Visitor
let officer: Visitor

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  const whole = [{ role: 'office' as const, unitId: null, inspectionId: null }]
  const loader = (await aVisitor(world, outside, tenantId, whole)).visitor
  ;({ inspectionId } = await loadSample(outside, loader, 'checks-sample'))
  const [unit] = await world.asOwner(
    `select unit_id::int as id from unit where tenant_id = $1 and short_name = '青禾镇'`,
    [tenantId],
  )
  office = (await aVisitor(world, outside, tenantId, whole)).visitor
  officer = (await aVisitor(world, outside, tenantId, [{ role: 'officer', unitId: Number(unit?.id), inspectionId }]))
    .visitor
  await runChecks(outside, tenantId)
}, 300_000)
afterAll(async () => {
  outside.close()
  await world.close()
})

let submissions = 0
const submissionId = (): string => `checks-${++submissions}`
const flags = (by: Visitor, more: Partial<Parameters<typeof listFlags>[2]> = {}) =>
  listFlags(outside, by, { state: 'open', shadow: 'false', limit: 200, ...more }, 'zh')
const due = async (): Promise<number> => (await listChecks(outside, office)).due

/** Open flags on a project, with an entry that they rest on. */
async function aFlag() {
  const found = (await flags(office)).flags.find(
    ({ subject, entries }) => subject.kind === 'project' && entries.length > 0,
  )
  if (found === undefined) throw new Error('nothing is flagged')
  return found
}

test('everything of the sample is judged, and most checks have something to say', async () => {
  const { checks, decide } = await listChecks(outside, office)
  expect(await due()).toBe(0)
  expect(decide).toBe(true)
  const judged = checks.filter(({ counts }) => counts.flagged + counts.clear > 0)
  expect(judged.length).toBeGreaterThan(checks.length / 2)
  expect(checks.filter(({ counts }) => counts.flagged > 0).length).toBeGreaterThan(20)
})

test('a flag says why in one sentence with its numbers, and names what it rests on', async () => {
  const { flags: open, counts } = await flags(office)
  expect(counts.open).toBeGreaterThanOrEqual(open.length)
  for (const flag of open) {
    expect(flag.sentence.zh, flag.check.id).not.toMatch(/[{}—]/)
    expect(flag.check.source.document.zh.length).toBeGreaterThan(1)
  }
})

test('judging once more changes nothing', async () => {
  const count = async () =>
    (await world.asOwner('select count(*)::int as n from check_result where tenant_id = $1', [tenantId]))[0]?.n
  const before = await count()
  await checkAll(outside, tenantId)
  expect(await count()).toBe(before)
})

test('a dismissed flag stays so over days, and is open again when its entry changes', async () => {
  const flag = await aFlag()
  await dismissFlag(outside, office, flag.id, { reason: '资料已核对，属录入笔误', submissionId: submissionId() })
  expect((await flags(office)).flags.map(({ id }) => id)).not.toContain(flag.id)
  await checkAll(outside, tenantId)
  expect((await flags(office, { state: 'dismissed' })).flags.find(({ id }) => id === flag.id)?.flag).toMatchObject({
    state: 'dismissed',
    reason: '资料已核对，属录入笔误',
  })
  await reopenFlag(outside, office, flag.id, { submissionId: submissionId() })
  expect((await flags(office)).flags.map(({ id }) => id)).toContain(flag.id)
  await dismissFlag(outside, office, flag.id, { reason: '资料已核对，属录入笔误', submissionId: submissionId() })
  await world.asOwner('update entry set version = version + 1 where entry_id = $1', [flag.entries[0]?.id])
  const open = (await flags(office)).flags
  expect(
    open.some(
      ({ id, check, subject }) => id !== flag.id && check.id === flag.check.id && subject.id === flag.subject.id,
    ),
  ).toBe(true)
})

test('one act makes a self-found finding of a flag; it cites the entries, and the flag cannot be dismissed any more', async () => {
  const flag = await aFlag()
  const { findingId } = await turnFlagToFinding(outside, office, flag.id, {
    inspectionId,
    heading: '规范合同签订时限',
    submissionId: submissionId(),
  })
  const [finding] = await world.asOwner('select self_found, heading, original from finding where finding_id = $1', [
    findingId,
  ])
  expect(finding).toMatchObject({ self_found: true, heading: '规范合同签订时限', original: flag.sentence.zh })
  const cited = await world.asOwner(
    `select entry_id::int as id from citation where record_kind = 'finding' and record_id = $1 order by 1`,
    [findingId],
  )
  expect(cited.map(({ id }) => id)).toEqual(flag.entries.map(({ id }) => id).sort((a, b) => a - b))
  const again = dismissFlag(outside, office, flag.id, { reason: '其实没有问题', submissionId: submissionId() })
  await expect(again).rejects.toMatchObject({ code: 'check.alreadyFound' })
})

test('a local value takes the place of the shipped one from its day on, and ends again', async () => {
  const before = await readCheck(outside, office, 'contract.signedLate', 'zh')
  const parameter = before.parameters[0]
  if (parameter === undefined) throw new Error('no parameter')
  const wish = {
    parameter: parameter.key,
    unitId: null,
    from: null,
    to: null,
    source: '区政府办〔2025〕3号第四条',
    replaces: null,
  }
  const { id } = await setLocalValue(outside, office, 'contract.signedLate', {
    ...wish,
    value: 100_000,
    submissionId: submissionId(),
  })
  await runChecks(outside, tenantId)
  const loose = await readCheck(outside, office, 'contract.signedLate', 'zh')
  expect(before.counts.flagged).toBeGreaterThan(0)
  expect(loose.counts.flagged).toBe(0)
  expect(loose.parameters[0]?.local[0]).toMatchObject({ value: 100_000, version: 1, ended: null })
  await endLocalValue(outside, office, id, { submissionId: submissionId() })
  await runChecks(outside, tenantId)
  expect((await readCheck(outside, office, 'contract.signedLate', 'zh')).counts).toEqual(before.counts)
  await expect(
    setLocalValue(outside, office, 'contract.signedLate', {
      ...wish,
      parameter: 'nothing',
      value: 1,
      submissionId: submissionId(),
    }),
  ).rejects.toMatchObject({ code: 'check.wrongParameter' })
})

test('a check on trial is for the office alone, and one that is off says nothing', async () => {
  const set = (mode: 'shadow' | 'inForce' | 'off') =>
    setCheckMode(outside, office, 'soil.thickness', { mode, submissionId: submissionId() })
  await set('shadow')
  await runChecks(outside, tenantId)
  expect((await flags(office, { shadow: 'true' })).flags.map(({ check }) => check.id)).toContain('soil.thickness')
  expect((await flags(office)).flags.map(({ check }) => check.id)).not.toContain('soil.thickness')
  expect((await listChecks(outside, officer)).checks.map(({ id }) => id)).not.toContain('soil.thickness')
  await expect(readCheck(outside, officer, 'soil.thickness', 'zh')).rejects.toMatchObject({ code: 'record.notFound' })
  await set('off')
  await runChecks(outside, tenantId)
  expect((await readCheck(outside, office, 'soil.thickness', 'zh')).counts.flagged).toBe(0)
  await set('inForce')
  await runChecks(outside, tenantId)
})

test('an officer sees the flags of the own unit, and decides nothing', async () => {
  const own = await flags(officer)
  const all = await flags(office)
  expect(own.flags.length).toBeGreaterThan(0)
  expect(own.counts.open).toBeLessThan(all.counts.open)
  expect(new Set(own.flags.filter(({ subject }) => subject.kind !== 'finding').map(({ unit }) => unit?.id)).size).toBe(
    1,
  )
  const [flag] = own.flags
  await expect(
    dismissFlag(outside, officer, flag?.id ?? 0, { reason: '没有问题', submissionId: submissionId() }),
  ).rejects.toMatchObject({ code: 'access.roleMissing' })
})

test('what cannot be judged names the record and the field', async () => {
  const gaps = await listGaps(outside, office, null, 'zh')
  expect(gaps.length).toBeGreaterThan(0)
  expect(gaps.some(({ needs }) => needs.some(({ fieldName }) => fieldName !== null))).toBe(true)
})

test('an entry shows the results that rest on it, judged anew when it has changed', async () => {
  const flag = await aFlag()
  const entry = flag.entries[0]
  const results = await listResults(outside, office, { kind: 'entry', id: entry?.id ?? 0 }, 'zh')
  expect(results.map(({ check }) => check.id)).toContain(flag.check.id)
  await world.asOwner(
    `update entry set withdrawn_at = now(), withdrawn_by = created_by, withdrawn_reason = '重复', changed_at = now() where entry_id = $1`,
    [entry?.id],
  )
  const after = await listResults(outside, office, { kind: 'project', id: flag.subject.id }, 'zh')
  expect(after.flatMap(({ entries }) => entries.map(({ id }) => id))).not.toContain(entry?.id)
})
