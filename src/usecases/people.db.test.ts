/** Units, people, roles, deputies and tables on a real database. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { parseDay } from '../core/deadline/day.ts'
import { addPerson, changePerson } from './edit-people.ts'
import { addUnit, changeUnit, closeUnit } from './edit-units.ts'
import { endRole, giveRole, handOverSystem } from './give-role.ts'
import { applyPeopleSheet, peopleTable, previewPeopleSheet, readPeopleSheet } from './import-people.ts'
import { endDeputation, nameDeputy } from './name-deputy.ts'
import type { Visitor } from './ports.ts'
import { listPeople, readPerson, readRoles } from './read-people.ts'
import { readUnitTree, searchPeople } from './search-people.ts'

let world: World
let outside: TestOutside
let tenantId: number
/** Who set the district up: office and system administrator in one. */
let first: Visitor
beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
})
beforeEach(async () => {
  tenantId = await world.aTenant()
  const both = [
    { role: 'office', unitId: null, inspectionId: null },
    { role: 'systemAdmin', unitId: null, inspectionId: null },
  ] as const
  first = (await aVisitor(world, outside, tenantId, [...both])).visitor
})
afterAll(async () => {
  outside.close()
  await world.close()
})

let count = 0
const submissionId = () => `people-test-${++count}`
const day = (text: string) => {
  const found = parseDay(text)
  if (found === null) throw new Error(text)
  return found
}
const visitorAs = async (role: 'securityAdmin' | 'officer' | 'unitHead' | 'office', unitId: number | null = null) =>
  (await aVisitor(world, outside, tenantId, [{ role, unitId, inspectionId: null }])).visitor
/** Somebody who can sign in and holds nothing. */
const withoutRole = async (): Promise<number> => {
  const personId = await world.anAccount(tenantId)
  await world.asOwner('delete from assignment where person_id = $1', [personId])
  return personId
}
const unit = (name: string, parentId: number | null = null) =>
  addUnit(outside, first, { name, shortName: null, parentId, submissionId: submissionId() })
const role = (personId: number, change: Partial<Parameters<typeof giveRole>[2]> = {}) => ({
  personId,
  role: 'officer' as const,
  unitId: null,
  inspectionId: null,
  fromOn: day('2024-09-11'),
  toOn: null,
  ...change,
})
const tree = async () => (await readUnitTree(outside, first)).map(({ name }) => name)

test('units stand in the order of the tree, wherever they are added and moved to', async () => {
  const { id: government } = await unit('云岭区人民政府')
  await unit('云岭区财政局', government)
  const { id: water } = await unit('云岭区水务局', government)
  await unit('青禾镇人民政府')
  const { id: station } = await unit('河道管理站', water)
  expect(await tree()).toEqual(['云岭区人民政府', '云岭区财政局', '云岭区水务局', '河道管理站', '青禾镇人民政府'])
  const units = await readUnitTree(outside, first)
  const finance = units.find(({ name }) => name === '云岭区财政局')?.id ?? 0
  const wish = { name: '云岭区水利局', shortName: '水利局', parentId: government }
  await changeUnit(outside, first, water, { ...wish, beforeId: finance })
  expect(await tree()).toEqual(['云岭区人民政府', '云岭区水利局', '河道管理站', '云岭区财政局', '青禾镇人民政府'])
  await expect(changeUnit(outside, first, water, { ...wish, parentId: station })).rejects.toMatchObject({
    code: 'unit.underItself',
  })
  await expect(unit('云岭区财政局')).rejects.toMatchObject({ code: 'unit.nameTaken' })
})

test('a head who is moved up sees what is below the unit now', async () => {
  const { id: bureau } = await unit('云岭区城管局')
  const { id: centre } = await unit('云岭区绿化中心')
  const { visitor, token } = await aVisitor(world, outside, tenantId, [
    { role: 'unitHead', unitId: bureau, inspectionId: null },
  ])
  expect(visitor.subordinateIds.get(bureau)).toEqual([bureau])
  await changeUnit(outside, first, centre, { name: '云岭区绿化中心', shortName: null, parentId: bureau })
  const later = await world.data.read.visitor(tenantId, outside.secrets.digest(token), outside.now())
  expect(later?.subordinateIds.get(bureau)).toEqual([bureau, centre])
})

test('a unit on which something hangs is not closed; a closed one takes nobody', async () => {
  const { id } = await unit('云岭区园林所')
  const { id: personId } = await addPerson(outside, first, {
    name: '周衡',
    title: null,
    unitId: id,
    submissionId: submissionId(),
  })
  await expect(closeUnit(outside, first, id, true)).rejects.toMatchObject({ code: 'unit.inUse' })
  await changePerson(outside, first, personId, { name: '周衡', title: null, unitId: null, left: false })
  await closeUnit(outside, first, id, true)
  const into = { name: '陆青', title: null, unitId: id, submissionId: submissionId() }
  await expect(addPerson(outside, first, into)).rejects.toMatchObject({ code: 'unit.closed' })
})

test('the new order and the new name of a unit reach the ledger', async () => {
  const { id: one } = await unit('甲局')
  const { id: other } = await unit('乙局')
  const inspectionId = await world.anInspection(tenantId)
  for (const [leadUnitId, text] of [
    [one, '甲的事'],
    [other, '乙的事'],
  ] as const)
    await world.aMeasure(tenantId, inspectionId, { leadUnitId, text })
  await changeUnit(outside, first, other, { name: '丙局', shortName: null, parentId: null, beforeId: one })
  const places = await world.asOwner(
    `select text, unit_key, ledger_row->'leadUnit'->>'name' as name from measure join measure_place using (tenant_id, measure_id)
      where tenant_id = $1 and audience = 0 order by unit_key`,
    [tenantId],
  )
  expect(places.map(({ text, name }) => [text, name])).toEqual([
    ['乙的事', '丙局'],
    ['甲的事', '甲局'],
  ])
})

test('the same name in the same unit is the same person', async () => {
  const { id: unitId } = await unit('云岭区教育局')
  const wish = { name: '周衡', title: '科长', unitId }
  await addPerson(outside, first, { ...wish, submissionId: submissionId() })
  await expect(addPerson(outside, first, { ...wish, submissionId: submissionId() })).rejects.toMatchObject({
    code: 'person.sameInUnit',
    facts: { name: '周衡', unit: '云岭区教育局', field: 'name' },
  })
  const { id: elsewhere } = await unit('云岭区民政局')
  const { id } = await addPerson(outside, first, { ...wish, unitId: elsewhere, submissionId: submissionId() })
  await expect(changePerson(outside, first, id, { ...wish, left: false })).rejects.toMatchObject({
    code: 'person.sameInUnit',
  })
})

test('pickers find by the beginning of a name first, then anywhere, and not who has left', async () => {
  const { id: unitId } = await unit('云岭区周转中心')
  const named = async (name: string, title: string | null, unitOf: number | null) =>
    (await addPerson(outside, first, { name, title, unitId: unitOf, submissionId: submissionId() })).id
  const inUnit = await named('陆青', '科长', unitId)
  const byName = await named('周衡', null, null)
  const gone = await named('周离', null, null)
  await changePerson(outside, first, gone, { name: '周离', title: null, unitId: null, left: true })
  const search = async (q: string, inspectionId: number | null = null) =>
    (await searchPeople(outside, first, { q, unitId: null, inspectionId, limit: 10 })).map(({ id }) => id)
  expect(await search('周')).toEqual([byName, inUnit])
  expect(await search('科长')).toEqual([inUnit])
  expect(await search('%')).toEqual([])
  const inspectionId = await world.anInspection(tenantId)
  await giveRole(outside, first, role(inUnit, { unitId, inspectionId }), submissionId())
  expect(await search('周', inspectionId)).toEqual([inUnit, byName])
})

test('a role is given for a time, ends, and stays to be read', async () => {
  const { id: unitId } = await unit('云岭区财政所')
  const personId = await world.aPerson(tenantId)
  const { id } = await giveRole(outside, first, role(personId, { unitId }), submissionId())
  await expect(giveRole(outside, first, role(personId, { unitId }), submissionId())).rejects.toMatchObject({
    code: 'role.heldAlready',
  })
  await expect(giveRole(outside, first, role(personId), submissionId())).rejects.toMatchObject({
    code: 'role.unitNeeded',
  })
  await expect(endRole(outside, first, id, { lastDay: day('2024-09-09'), reason: null })).rejects.toMatchObject({
    code: 'role.lastDayTooEarly',
  })
  await endRole(outside, first, id, { lastDay: day('2024-09-10'), reason: '调离' })
  const page = await readPerson(outside, first, personId)
  expect(page.roles).toMatchObject([{ role: 'officer', toOn: '2024-09-10', now: false, over: true, mayEnd: false }])
  expect(page.history.map(({ act }) => act).sort()).toEqual(['role.ended', 'role.given'])
  await expect(endRole(outside, first, id, { lastDay: day('2024-09-11'), reason: null })).rejects.toMatchObject({
    code: 'role.over',
  })
})

test('administrators are three people, in the rules and in the database', async () => {
  const security = await visitorAs('securityAdmin')
  const auditor = await world.aPerson(tenantId)
  await giveRole(outside, security, role(auditor, { role: 'auditAdmin' }), submissionId())
  for (const wished of ['systemAdmin', 'officer'] as const)
    await expect(
      giveRole(
        outside,
        security,
        role(auditor, { role: wished, unitId: wished === 'officer' ? 1 : null }),
        submissionId(),
      ),
    ).rejects.toThrow()
  await expect(
    giveRole(outside, security, role(auditor, { role: 'systemAdmin' }), submissionId()),
  ).rejects.toMatchObject({ code: 'role.twoAdministrators' })
  await expect(
    giveRole(outside, security, role(security.personId, { role: 'auditAdmin' }), submissionId()),
  ).rejects.toMatchObject({ code: 'role.notToSelf' })
  const insert = `insert into assignment (tenant_id, person_id, role, from_on) values ($1, $2, $3, '2024-09-11')`
  await expect(world.asOwner(insert, [tenantId, auditor, 'systemAdmin'])).rejects.toThrow('cannot be held')
  await expect(world.asOwner(insert, [tenantId, auditor, 'leader'])).rejects.toThrow('cannot be held')
})

test('two roles given at the same moment do not slip past one another', async () => {
  const security = await visitorAs('securityAdmin')
  const personId = await world.aPerson(tenantId)
  const both = await Promise.allSettled(
    (['systemAdmin', 'auditAdmin'] as const).map((wished) =>
      giveRole(outside, security, role(personId, { role: wished }), submissionId()),
    ),
  )
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('the first account appoints the first security administrator and hands system administration over', async () => {
  const security = await withoutRole()
  await giveRole(outside, first, role(security, { role: 'securityAdmin' }), submissionId())
  expect((await readRoles(outside, first, null)).handOverDue).toBe(true)
  const another = await world.aPerson(tenantId)
  await expect(
    giveRole(outside, first, role(another, { role: 'securityAdmin' }), submissionId()),
  ).rejects.toMatchObject({ code: 'role.notGivenByYou' })
  await expect(
    handOverSystem(outside, first, { personId: another, submissionId: submissionId() }),
  ).rejects.toMatchObject({ code: 'role.noAccount' })
  const next = await withoutRole()
  await handOverSystem(outside, first, { personId: next, submissionId: submissionId() })
  expect((await readPerson(outside, first, first.personId)).roles.filter(({ now }) => now)).toMatchObject([
    { role: 'office' },
  ])
  expect((await readPerson(outside, first, next)).roles).toMatchObject([{ role: 'systemAdmin', now: true }])
})

test('a deputy acts in the role from the first to the last day, and both are named', async () => {
  const { id: unitId } = await unit('云岭区绿化所')
  const head = await visitorAs('unitHead', unitId)
  const { visitor: deputy, token } = await aVisitor(world, outside, tenantId, [
    { role: 'officer', unitId, inspectionId: null },
  ])
  const { id } = await nameDeputy(outside, head, null, {
    deputyId: deputy.personId,
    fromOn: day('2024-09-11'),
    toOn: day('2024-09-12'),
    reason: '外出培训',
    submissionId: submissionId(),
  })
  const rolesOn = async (instant: string) =>
    (await world.data.read.visitor(tenantId, outside.secrets.digest(token), new Date(instant)))?.roles.map(
      ({ role: held, onBehalfOf }) => [held, onBehalfOf?.id ?? null],
    )
  const both = [
    ['officer', null],
    ['unitHead', head.personId],
  ]
  expect(await rolesOn('2024-09-11T02:05:00Z')).toEqual(both)
  await expect(endDeputation(outside, deputy, id)).rejects.toMatchObject({ code: 'deputy.notYours' })
  await expect(endDeputation(outside, await visitorAs('office'), id)).rejects.toMatchObject({ code: 'record.notFound' })
  await endDeputation(outside, head, id)
  expect(await rolesOn('2024-09-11T02:06:00Z')).toEqual(both.slice(0, 1))
})

test('a deputy without an account, or who is an administrator, is refused with the reason', async () => {
  const head = await visitorAs('unitHead', (await unit('云岭区文旅局')).id)
  const ask = (deputyId: number) =>
    nameDeputy(outside, head, null, {
      deputyId,
      fromOn: day('2024-09-11'),
      toOn: day('2024-09-12'),
      reason: null,
      submissionId: submissionId(),
    })
  await expect(ask(await world.aPerson(tenantId))).rejects.toMatchObject({ code: 'deputy.noAccount' })
  await expect(ask((await visitorAs('securityAdmin')).personId)).rejects.toMatchObject({ code: 'deputy.administrator' })
})

const preview = (kind: 'units' | 'people', rows: string[][], visitor: Visitor = first) =>
  previewPeopleSheet(outside, visitor, { kind, rows, inspectionId: null }, 'zh')
const apply = async (kind: 'units' | 'people', rows: string[][], visitor: Visitor = first) => {
  const { counts } = await preview(kind, rows, visitor)
  return applyPeopleSheet(outside, visitor, {
    kind,
    rows,
    inspectionId: null,
    expected: { create: counts.create, update: counts.update },
    submissionId: submissionId(),
  })
}

test('tables of units and people are written whole; the same table again changes nothing', async () => {
  const units = [
    ['云岭区单位名册'],
    ['单位名称', '简称', '上级单位'],
    // Stands before the one above it.
    ['河道站', '', '云岭区水务局'],
    ['云岭区水务局', '水务局', ''],
  ]
  expect(await apply('units', units)).toMatchObject({ create: 2, update: 0, wrong: 0 })
  expect(await tree()).toEqual(['云岭区水务局', '河道站'])
  expect(await apply('units', units)).toMatchObject({ create: 0, update: 0, same: 2 })
  const people = [
    ['序号', '姓名', '所在单位', '职务', '角色'],
    ['1', '周衡', '水务局', '局长', '单位负责人'],
    ['2', '陆青', '河道站', '', '责任人、查阅'],
  ]
  expect(await apply('people', people)).toMatchObject({ create: 2, update: 0 })
  expect(await apply('people', people)).toMatchObject({ create: 0, update: 0, same: 2 })
  const { people: found } = await listPeople(outside, first, { unit: null, q: '陆青' })
  expect(found[0]?.roles.map(({ role: held }) => held)).toEqual(['officer', 'viewer'])
  // What is exported can be imported: nothing changes.
  for (const kind of ['units', 'people'] as const) {
    const bytes = await peopleTable(outside, first, { kind, filled: true, inspectionId: null })
    const { rows, kind: known } = await readPeopleSheet(outside, first, { name: '导出.xlsx', bytes })
    expect(known).toBe(kind)
    expect((await preview(kind, rows)).counts).toMatchObject({ create: 0, update: 0, wrong: 0 })
  }
})

test('one wrong row and nothing is written; each problem names its cell', async () => {
  const rows = [
    ['姓名', '单位', '角色'],
    ['周衡', '没有的局', ''],
    ['', '', '厨师'],
    ['陆青', '', ''],
  ]
  const { rows: planned, counts } = await preview('people', rows)
  expect(counts).toMatchObject({ wrong: 3 })
  expect(planned.flatMap(({ problems }) => problems.map(({ cell }) => cell))).toEqual(['B2', 'A3', 'C3', 'B4'])
  await expect(apply('people', rows)).rejects.toMatchObject({ code: 'sheet.hasWrongRows' })
  expect((await listPeople(outside, first, { unit: null, q: '周衡' })).people).toEqual([])
})

test('whoever may not add people imports none, and no table makes an administrator', async () => {
  const { id: unitId } = await unit('云岭区信访局')
  await addPerson(outside, first, { name: '周衡', title: null, unitId, submissionId: submissionId() })
  const office = await visitorAs('office')
  const rows = [
    ['姓名', '单位', '角色'],
    ['周衡', '云岭区信访局', '责任人'],
    ['新人', '云岭区信访局', ''],
    ['周衡', '云岭区信访局', '系统管理员'],
  ]
  const planned = (await preview('people', rows, office)).rows
  expect(planned.map(({ act }) => act)).toEqual(['update', 'wrong', 'wrong'])
  expect(await apply('people', rows.slice(0, 2), office)).toMatchObject({ update: 1 })
})
