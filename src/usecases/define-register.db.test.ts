import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Register } from '../core/registers/definition.ts'
import type { Field } from '../core/registers/field.ts'
import { meeting } from '../core/registers/meeting.ts'
import { changeRegister, makeRegister } from './define-register.ts'
import { listRegisters, readRegisterSchema } from './list-registers.ts'
import type { Visitor } from './ports.ts'
import { readEntry } from './read-entry.ts'
import { changeEntry, createEntry } from './save-entry.ts'

let world: World
let outside: TestOutside
let tenantId: number
let unitId: number
let office: Visitor
let officer: Visitor

let submissions = 0
const submissionId = (): string => `define-${++submissions}`

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  unitId = await world.aUnit(tenantId)
  office = (await aVisitor(world, outside, tenantId)).visitor
  officer = (await aVisitor(world, outside, tenantId, [{ role: 'officer', unitId, inspectionId: null }])).visitor
})
afterAll(async () => {
  outside.close()
  await world.close()
})

const words = (zh: string) => ({ zh, en: zh })
const snow = (key: string): Register => ({
  key,
  version: 1,
  name: words(`清雪${key}`),
  help: words('清雪作业，逐次登记'),
  group: 'own',
  kinds: null,
  fields: {
    place: { type: 'text', name: words('路段'), required: true },
    on: { type: 'day', name: words('日期'), required: true },
    area: { type: 'area', name: words('面积') },
    people: { type: 'quantity', unit: '人', name: words('人数') },
  },
  dateField: 'on',
  title: words('{place}'),
  counts: { times: { name: words('次数'), unit: '次', of: 'entries' } },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
const entryOf = (values: Record<string, unknown>) => ({
  kind: null,
  unitId,
  values: { place: '滨河路', on: '2024-01-05', ...values },
  aggregate: null,
  submissionId: submissionId(),
})
const change = (definition: Register, version: number) =>
  changeRegister(outside, office, definition.key, { definition, version, submissionId: submissionId() })

test('a register made in the browser takes entries at once, its fields in the order given', async () => {
  const made = await makeRegister(outside, office, { definition: snow('ownSnow'), submissionId: submissionId() })
  expect(made).toMatchObject({ own: true, ownFields: ['place', 'on', 'area', 'people'], version: 1 })
  const { id } = await createEntry(outside, officer, 'ownSnow', entryOf({ area: '3.2亩' }))
  expect(await readEntry(outside, officer, id, 'zh')).toMatchObject({ title: '滨河路', values: { area: 2133.333 } })
  const listed = (await listRegisters(outside, officer)).registers.find(({ key }) => key === 'ownSnow')
  expect(listed).toMatchObject({ entries: 1, write: true, name: { zh: '清雪ownSnow' } })
  expect(Object.keys(listed?.fields ?? {})).toEqual(['place', 'on', 'area', 'people'])
  expect(await readRegisterSchema(outside, officer, 'ownSnow')).toMatchObject({
    required: ['place', 'on'],
    properties: { area: { type: 'number', 'x-unit': '㎡' } },
  })
})

test('entries of an older version stay readable, also in fields that are gone', async () => {
  await makeRegister(outside, office, { definition: snow('ownOld'), submissionId: submissionId() })
  const { id } = await createEntry(outside, officer, 'ownOld', entryOf({ people: 6 }))
  const { people: _, ...fewer } = snow('ownOld').fields
  await change({ ...snow('ownOld'), fields: fewer }, 1)
  const page = await readEntry(outside, officer, id, 'zh')
  expect(page.values).toMatchObject({ people: 6 })
  expect([page.writtenUnder.version, page.definition.version]).toEqual([1, 2])
  expect(page.writtenUnder.fields.people?.name.zh).toBe('人数')
  expect(page.definition.fields.people).toBeUndefined()
  await changeEntry(outside, officer, id, { ...entryOf({ place: '云水路' }), version: 0 })
  expect((await readEntry(outside, officer, id, 'zh')).values).toMatchObject({ place: '云水路', people: 6 })
})

test('what entries hold keeps its type, and a change made on an older version is refused', async () => {
  await makeRegister(outside, office, { definition: snow('ownHeld'), submissionId: submissionId() })
  await createEntry(outside, officer, 'ownHeld', entryOf({ people: 6 }))
  const asText: Register = {
    ...snow('ownHeld'),
    fields: { ...snow('ownHeld').fields, people: { type: 'text', name: words('人数') } },
  }
  await expect(change(asText, 1)).rejects.toMatchObject({
    code: 'register.invalid',
    problems: [{ field: 'fields.people', message: { zh: expect.stringContaining('已有内容') } }],
  })
  const untouched: Register = {
    ...snow('ownHeld'),
    fields: { ...snow('ownHeld').fields, area: { type: 'text', name: words('面积') } },
  }
  await change(untouched, 1)
  await expect(change(untouched, 1)).rejects.toMatchObject({ code: 'record.changedMeanwhile' })
  await expect(
    makeRegister(outside, office, { definition: snow('ownHeld'), submissionId: submissionId() }),
  ).rejects.toMatchObject({ code: 'register.keyTaken' })
})

test('a count that is added counts what is there already', async () => {
  await makeRegister(outside, office, { definition: snow('ownCount'), submissionId: submissionId() })
  const { id } = await createEntry(outside, officer, 'ownCount', entryOf({ people: 6 }))
  const counts = { ...snow('ownCount').counts, people: { name: words('人次'), unit: '人次', of: 'people' } }
  await change({ ...snow('ownCount'), counts }, 1)
  const [row] = await world.asOwner('select counts from entry where entry_id = $1', [id])
  expect(row?.counts).toEqual({ times: 1, people: 6 })
})

test('a shipped register takes fields of the tenant, whose keys begin with own, and loses none', async () => {
  const weather: Field = { type: 'text', name: words('天气') }
  const definition: Register = { ...meeting, fields: { ...meeting.fields, ownWeather: weather } }
  const changed = await change(definition, 1)
  expect(changed).toMatchObject({ own: false, ownFields: ['ownWeather'], version: 2 })
  const wish = {
    kind: 'topical',
    unitId,
    values: { on: '2024-08-05', topic: '补植', ownWeather: '晴' },
    aggregate: null,
    submissionId: submissionId(),
  }
  const { id } = await createEntry(outside, officer, 'meeting', wish)
  expect((await readEntry(outside, officer, id, 'zh')).values).toMatchObject({ ownWeather: '晴' })

  const { topic: _, ...without } = definition.fields
  await expect(change({ ...definition, fields: without }, 2)).rejects.toMatchObject({ code: 'register.invalid' })
  const wrongKey = { ...definition, fields: { ...definition.fields, weather } }
  await expect(change(wrongKey, 2)).rejects.toMatchObject({
    problems: [{ field: 'fields.weather' }, { field: 'fields.weather' }],
  })
  await expect(
    makeRegister(outside, officer, { definition: snow('ownNot'), submissionId: submissionId() }),
  ).rejects.toMatchObject({ code: 'access.roleMissing' })
})
