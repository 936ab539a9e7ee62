/** Evidence through its use cases, on a real database and a real folder of files. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World, wholeScope } from '../../test/world.ts'
import type { Assignment } from '../core/access/policy.ts'
import { attachEvidence } from './attach-evidence.ts'
import { changeEvidence, withdrawEvidence } from './change-evidence.ts'
import { giveEvidence } from './give-evidence.ts'
import { eventsOf, permit } from './permit.ts'
import type { Visitor } from './ports.ts'
import { listEvidence } from './read-evidence.ts'

let world: World
let outside: TestOutside
let tenantId: number
let inspectionId: number
let unitId: number
let officer: Visitor

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  inspectionId = await world.anInspection(tenantId)
  unitId = await world.aUnit(tenantId)
  officer = await somebody({ role: 'officer', unitId, inspectionId })
})
afterAll(async () => {
  outside.close()
  await world.close()
})

const somebody = async (assignment: Assignment): Promise<Visitor> =>
  (await aVisitor(world, outside, tenantId, [assignment])).visitor
const aMeasure = (): Promise<number> =>
  world.aMeasure(tenantId, inspectionId, { leadUnitId: unitId, status: 'underway' })

/** A photo of its own shade. */
const aPhoto = (shade: number): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: shade, g: 120, b: 60 } } })
    .jpeg()
    .toBuffer()

let submissions = 0
const attach = (
  measureId: number,
  name: string,
  bytes: Uint8Array,
  by: Visitor = officer,
  targetId: number | null = null,
) =>
  attachEvidence(outside, by, measureId, async () => ({ name, chunks: Readable.from([Buffer.from(bytes)]) }), {
    targetId,
    submissionId: `evidence-${++submissions}`,
    language: 'zh',
  })
const list = (measureId: number, by: Visitor = officer) =>
  listEvidence(outside, by, measureId, { language: 'zh', limitMb: 50 })
const counted = async (measureId: number): Promise<number> => {
  const [row] = await world.asOwner('select evidence_count from measure where measure_id = $1', [measureId])
  return Number(row?.evidence_count)
}
const textOf = async (given: Awaited<ReturnType<typeof giveEvidence>>): Promise<string> => {
  const parts: Uint8Array[] = []
  for await (const part of await given.open()) parts.push(part)
  return Buffer.concat(parts).toString()
}
const wish = { fromStart: true, language: 'zh' } as const

test('a file is attached once, counted, and stands on the timeline of its measure', async () => {
  const measureId = await aMeasure()
  const photo = await aPhoto(10)
  const { evidence, repeated } = await attach(measureId, '../补植后.jpg', photo)
  expect(repeated).toBe(false)
  expect(evidence).toMatchObject({ name: '补植后.jpg', mediaType: 'image/jpeg', kind: 'image', size: photo.length })
  expect(evidence.photo).toMatchObject({ width: 40, height: 30 })
  expect(evidence.unit?.id).toBe(unitId)

  const again = await attach(measureId, '同一张.jpg', photo)
  expect(again).toMatchObject({ repeated: true, evidence: { id: evidence.id, name: '补植后.jpg' } })
  expect(await counted(measureId)).toBe(1)

  const events = await world.data.read.historyOf(wholeScope(tenantId), 'measure', measureId)
  expect(events.map(({ act, after }) => [act, after])).toContainEqual([
    'evidence.attached',
    expect.objectContaining({ evidenceId: evidence.id, name: '补植后.jpg', mediaType: 'image/jpeg', targetId: null }),
  ])
})

test('thirty files at the same moment are all there and all counted', async () => {
  const measureId = await aMeasure()
  await Promise.all(
    Array.from({ length: 30 }, (_, index) => attach(measureId, `${index}.txt`, Buffer.from(`第 ${index} 份`))),
  )
  expect((await list(measureId)).evidence).toHaveLength(30)
  expect(await counted(measureId)).toBe(30)
})

test('a retry with the same submission attaches nothing twice', async () => {
  const measureId = await aMeasure()
  const send = () =>
    attachEvidence(
      outside,
      officer,
      measureId,
      async () => ({ name: '1.txt', chunks: Readable.from([Buffer.from('一')]) }),
      {
        targetId: null,
        submissionId: 'evidence-retry',
        language: 'zh',
      },
    )
  const [first, second] = [await send(), await send()]
  expect(second).toEqual(first)
})

test('the same bytes on another measure are allowed and shown on both', async () => {
  const [one, two] = [await aMeasure(), await aMeasure()]
  const photo = await aPhoto(11)
  await attach(one, '回头看.jpg', photo)
  const { evidence } = await attach(two, '回头看.jpg', photo)
  expect(evidence.alsoProves.map(({ measureId }) => measureId)).toEqual([one])
  expect((await list(one)).evidence[0]?.alsoProves.map(({ measureId }) => measureId)).toEqual([two])
})

test('another measure is named only to whoever sees that one too', async () => {
  const shared = await aPhoto(12)
  const mine = await aMeasure()
  const otherUnit = await world.aUnit(tenantId)
  const theirs = await world.aMeasure(tenantId, inspectionId, { leadUnitId: otherUnit, status: 'underway' })
  await attach(mine, '现场.jpg', shared)
  await attach(theirs, '现场.jpg', shared, await somebody({ role: 'officer', unitId: otherUnit, inspectionId }))
  expect((await list(mine)).evidence[0]?.alsoProves).toEqual([])
  const office = await somebody({ role: 'office', unitId: null, inspectionId })
  expect((await list(mine, office)).evidence[0]?.alsoProves.map(({ measureId }) => measureId)).toEqual([theirs])
})

test('another unit, another tenant and nobody get neither list nor file, thumbnail, preview or marked copy', async () => {
  const measureId = await aMeasure()
  const { evidence } = await attach(measureId, '现场.jpg', await aPhoto(13))
  const otherTenant = await world.aTenant()
  const strangers: (Visitor | null)[] = [
    await somebody({ role: 'officer', unitId: await world.aUnit(tenantId), inspectionId }),
    await somebody({ role: 'office', unitId: null, inspectionId: await world.anInspection(tenantId) }),
    (await aVisitor(world, outside, otherTenant)).visitor,
    null,
  ]
  for (const stranger of strangers) {
    const code = stranger === null ? 'access.signInFirst' : 'record.notFound'
    const wishes = [
      {},
      { size: 'thumbnail' },
      { size: 'preview' },
      { download: 'marked' },
      { download: 'original' },
    ] as const
    for (const each of wishes)
      await expect(giveEvidence(outside, stranger, evidence.id, { ...wish, ...each })).rejects.toMatchObject({ code })
    await expect(listEvidence(outside, stranger, measureId, { language: 'zh', limitMb: 1 })).rejects.toMatchObject({
      code,
    })
  }
})

test('who checks does not add: a unit head is told so', async () => {
  const measureId = await aMeasure()
  const head = await somebody({ role: 'unitHead', unitId, inspectionId })
  await expect(attach(measureId, '1.txt', Buffer.from('一'), head)).rejects.toMatchObject({
    code: 'access.roleMissing',
  })
  expect((await list(measureId, head)).attach).toMatchObject({
    allowed: false,
    reason: expect.stringContaining('权限'),
  })
})

test('a refused file leaves nothing in the store and nothing on its way', async () => {
  const measureId = await aMeasure()
  const before = filesKept()
  const broken = (await aPhoto(14)).subarray(0, 40)
  const bomb = pngOf(60_000, 60_000)
  for (const [name, bytes, code] of [
    ['空.txt', Buffer.alloc(0), 'evidence.empty'],
    ['现场.jpg', Buffer.from('MZ\0\0program'), 'evidence.notAsNamed'],
    ['图.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'evidence.unknownType'],
    ['页.txt', Buffer.from('<!doctype html><script>1</script>'), 'evidence.notAsNamed'],
    ['断.jpg', broken, 'evidence.damaged'],
    ['炸弹.png', bomb, 'evidence.tooManyPixels'],
  ] as const)
    await expect(attach(measureId, name, bytes), name).rejects.toMatchObject({ code })
  expect(filesKept()).toEqual(before)
  expect(await counted(measureId)).toBe(0)
})

test('caption, target and pair can be set; a pair is two photos of one measure', async () => {
  const measureId = await aMeasure()
  const other = await aMeasure()
  const [before, after, foreign] = [
    (await attach(measureId, '前.jpg', await aPhoto(15))).evidence,
    (await attach(measureId, '后.jpg', await aPhoto(16))).evidence,
    (await attach(other, '别处.jpg', await aPhoto(17))).evidence,
  ]
  const text = (await attach(measureId, '说明.txt', Buffer.from('说明'))).evidence
  const [target] = await world.asOwner(
    "insert into measure_target (tenant_id, measure_id, position, words) values ($1, $2, 1, '补植') returning target_id::int as id",
    [tenantId, measureId],
  )
  const changed = await changeEvidence(
    outside,
    officer,
    after.id,
    { caption: '补植后', targetId: Number(target?.id), beforeId: before.id },
    'zh',
  )
  expect(changed).toMatchObject({ caption: '补植后', targetId: Number(target?.id), beforeId: before.id })
  for (const beforeId of [foreign.id, text.id, before.id])
    await expect(changeEvidence(outside, officer, text.id, { beforeId }, 'zh')).rejects.toMatchObject({
      code: 'evidence.wrongPair',
    })
  await expect(changeEvidence(outside, officer, before.id, { beforeId: after.id }, 'zh')).rejects.toMatchObject({
    code: 'evidence.wrongPair',
  })
  await expect(
    changeEvidence(outside, officer, foreign.id, { targetId: Number(target?.id) }, 'zh'),
  ).rejects.toMatchObject({ code: 'evidence.wrongTarget' })
  // A target that the plan takes out leaves its evidence to the measure.
  await world.asOwner('delete from measure_target where target_id = $1', [target?.id])
  expect((await list(measureId)).evidence.find(({ id }) => id === after.id)?.targetId).toBeNull()
})

test('a withdrawn piece is kept, struck out with its reason, and counts no longer', async () => {
  const measureId = await aMeasure()
  const { evidence } = await attach(measureId, '错放.txt', Buffer.from('错放'))
  const [before] = await world.asOwner('select version from measure where measure_id = $1', [measureId])
  const gone = await withdrawEvidence(
    outside,
    officer,
    evidence.id,
    { reason: '放错了措施', submissionId: 'withdraw-1' },
    'zh',
  )
  expect(gone.withdrawn).toMatchObject({ reason: '放错了措施', by: { id: officer.personId } })
  expect(gone.edit.allowed).toBe(false)
  expect(await counted(measureId)).toBe(0)
  const [after] = await world.asOwner('select version from measure where measure_id = $1', [measureId])
  expect(Number(after?.version)).toBe(Number(before?.version) + 1)
  expect((await attach(measureId, '错放.txt', Buffer.from('错放'))).repeated).toBe(false)
})

test('what the unit endorsed, and what an earlier cycle holds, cannot be withdrawn', async () => {
  const measureId = await aMeasure()
  const { evidence } = await attach(measureId, '验收单.txt', Buffer.from('验收'))
  const event = eventsOf(permit(officer, 'evidence.attach'), 'evidence.attach', outside.now())
  await world.data.inTenant(wholeScope(tenantId), ({ history }) =>
    history.append([event('measure.endorsed', 'measure', measureId)]),
  )
  const withdraw = (submissionId: string) =>
    withdrawEvidence(outside, officer, evidence.id, { reason: '不要了', submissionId }, 'zh')
  await expect(withdraw('withdraw-2')).rejects.toMatchObject({ code: 'evidence.endorsed' })
  await world.asOwner('update measure set cycle = 2 where measure_id = $1', [measureId])
  expect(await counted(measureId)).toBe(0)
  await expect(withdraw('withdraw-3')).rejects.toMatchObject({ code: 'evidence.frozen' })
})

test('downloads are logged with who took what; looking at a thumbnail is not', async () => {
  const measureId = await aMeasure()
  const { evidence } = await attach(measureId, '清点.txt', Buffer.from('27 株'))
  expect(await textOf(await giveEvidence(outside, officer, evidence.id, { ...wish, download: 'original' }))).toBe(
    '27 株',
  )
  await giveEvidence(outside, officer, evidence.id, { ...wish, download: 'original', fromStart: false })
  const log = await world.data.read.historyOf(wholeScope(tenantId), 'evidence', evidence.id)
  expect(log.map(({ act, after, actor }) => [act, after?.given, actor])).toEqual([
    ['evidence.downloaded', 'original', officer.name],
  ])
})

test('a marked copy is another picture of the same size, and is never the original', async () => {
  const measureId = await aMeasure()
  const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#808080' } })
    .jpeg()
    .toBuffer()
  const { evidence } = await attach(measureId, '现场.png', photo)
  const given = await giveEvidence(outside, officer, evidence.id, { ...wish, download: 'marked' })
  expect(given).toMatchObject({ name: '现场.jpg', mediaType: 'image/jpeg', disposition: 'attachment' })
  const parts: Uint8Array[] = []
  for await (const part of await given.open()) parts.push(part)
  const { channels } = await sharp(Buffer.concat(parts)).stats()
  // The plain grey has no spread; what is written across it has.
  expect(channels[0]?.stdev).toBeGreaterThan(2)
  expect(await sharp(Buffer.concat(parts)).metadata()).toMatchObject({ width: 800, height: 600 })
})

test('a scaled picture is made once and kept', async () => {
  const measureId = await aMeasure()
  const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#3a7d4a' } })
    .jpeg()
    .toBuffer()
  const { evidence } = await attach(measureId, '大图.jpg', photo)
  const one = await giveEvidence(outside, officer, evidence.id, { ...wish, size: 'thumbnail' })
  const kept = filesKept()
  const two = await giveEvidence(outside, officer, evidence.id, { ...wish, size: 'thumbnail' })
  expect(two.tag).toBe(one.tag)
  expect(two.size).toBeLessThan(photo.length)
  expect(filesKept()).toEqual(kept)
})

function filesKept(): string[] {
  return readdirSync(outside.filesFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** A PNG of a few bytes that claims to be this large. */
function pngOf(width: number, height: number): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  const chunk = (name: string, content: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), content])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([size, Buffer.from([8, 2, 0, 0, 0])])),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
