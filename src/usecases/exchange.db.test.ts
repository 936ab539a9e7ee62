import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { applyEntryImport } from './apply-entry-import.ts'
import { exportEntries } from './export-entries.ts'
import { listEntries } from './list-entries.ts'
import type { Visitor } from './ports.ts'
import { previewEntryImport } from './preview-entry-import.ts'
import { changeEntry, createEntry } from './save-entry.ts'
import { type FlowingBook, templateRegister } from './template-register.ts'

let world: World
let outside: TestOutside
let tenantId: number
let unitId: number
let otherUnit: number
let officer: Visitor
let stranger: Visitor
let office: Visitor
let inspector: Visitor

let submissions = 0
const submissionId = (): string => `exchange-${++submissions}`
const everything = { withdrawn: 'false', sort: 'on', descending: 'true' } as const

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  unitId = await world.aUnit(tenantId, { name: '云岭区园林中心', shortName: '园林中心' })
  otherUnit = await world.aUnit(tenantId, { name: '云岭区河道管护站' })
  const anybody = async (role: 'officer' | 'office' | 'inspector', unit: number | null = null) =>
    (await aVisitor(world, outside, tenantId, [{ role, unitId: unit, inspectionId: null }])).visitor
  officer = await anybody('officer', unitId)
  stranger = await anybody('officer', otherUnit)
  office = await anybody('office')
  inspector = await anybody('inspector')
})
afterAll(async () => {
  outside.close()
  await world.close()
})

type Sheets = { name: string; rows: string[][] }[]

async function sheetsOf(book: Promise<FlowingBook>): Promise<Sheets> {
  const chunks: Uint8Array[] = []
  for await (const chunk of (await book).chunks) chunks.push(chunk)
  const sheets = await outside.documents.readBook(Buffer.concat(chunks), '表.xlsx')
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }))
}
/** As somebody's spreadsheet would save it: every cell text. */
async function bytesOf(sheets: Sheets): Promise<Uint8Array> {
  const book = sheets.map(({ name, rows: [headings = [], ...rows] }) => ({
    name,
    columns: headings.map((heading) => ({ heading, width: 12, format: 'text' as const })),
    rows,
  }))
  const chunks: Uint8Array[] = []
  for await (const chunk of outside.documents.writeBook(book, (async function* () {})())) chunks.push(chunk)
  return Buffer.concat(chunks)
}
const preview = async (visitor: Visitor, register: string, sheets: Sheets, name = '表.xlsx') => {
  const bytes = await bytesOf(sheets)
  return previewEntryImport(outside, visitor, register, async () => ({ name, bytes }), 'zh')
}
const apply = (visitor: Visitor, register: string, token: string | null, submission = submissionId()) =>
  applyEntryImport(outside, visitor, register, { token: token ?? '', submissionId: submission })
const exported = (visitor: Visitor, register: string) =>
  sheetsOf(exportEntries(outside, visitor, register, everything, 'zh'))
const list = async (visitor: Visitor, register: string) =>
  (await listEntries(outside, visitor, register, everything, { cursor: null, limit: 500 })).rows

/** Puts values under headings of the first sheet. */
function put(sheets: Sheets, row: number, cells: Record<string, string>): void {
  const rows = sheets[0]?.rows ?? []
  const [headings = []] = rows
  const own = rows[row] ?? headings.map(() => '')
  rows[row] = own
  for (const [heading, text] of Object.entries(cells)) {
    if (!headings.includes(heading)) throw new Error(`no heading ${heading} in ${headings.join(' ')}`)
    own[headings.indexOf(heading)] = text
  }
}

const aPatrol = (visitor: Visitor, values: object = {}, change: object = {}) =>
  createEntry(outside, visitor, 'patrol', {
    kind: 'village',
    unitId,
    values: { on: '2024-08-05', route: '东湖村', found: 2, ...values },
    aggregate: null,
    submissionId: submissionId(),
    ...change,
  })

test('a template is filled in, a wrong cell is told by its address, and then everything is written once', async () => {
  const sheets = await sheetsOf(templateRegister(outside, officer, 'meeting', 'zh'))
  expect(sheets.map(({ name }) => name)).toEqual(['会议', '议定事项', '说明'])
  put(sheets, 1, { 序号: '1', 类别: '专题会议', 会议日期: '2024年8月5日', 议题: '补植进度', '参加人数（人）': '十二' })
  put(sheets, 2, { 序号: '2', 类别: '调度会', 会议日期: '2024-08-06', 议题: '=1+1', '参加人数（人）': '8 人' })
  sheets[1]?.rows.push(['', '1', '月底前补植 27 株', '园林中心', '2024-08-31', ''])
  const wrong = await preview(officer, 'meeting', sheets)
  expect(wrong).toMatchObject({ token: null, counts: { create: 1, update: 0, same: 0, refused: 1 } })
  expect(wrong.rows[0]?.problems.map(({ cell }) => cell)).toEqual(['J2'])
  await expect(apply(officer, 'meeting', wrong.token)).rejects.toMatchObject({ code: 'exchange.gone' })
  expect(await list(officer, 'meeting')).toEqual([])

  put(sheets, 1, { '参加人数（人）': '12' })
  const right = await preview(officer, 'meeting', sheets, '会议.xlsx')
  expect(right.counts).toEqual({ create: 2, update: 0, same: 0, refused: 0 })
  await expect(apply(stranger, 'meeting', right.token)).rejects.toMatchObject({ code: 'exchange.gone' })
  const submission = submissionId()
  expect(await apply(officer, 'meeting', right.token, submission)).toEqual({ created: 2, updated: 0, same: 0 })
  expect(await apply(officer, 'meeting', right.token, submission)).toEqual({ created: 2, updated: 0, same: 0 })
  await expect(apply(officer, 'meeting', right.token)).rejects.toMatchObject({ code: 'exchange.gone' })
  expect((await list(officer, 'meeting')).map(({ title, unit, values }) => [title, unit.id, values])).toEqual([
    ['调度会：=1+1', unitId, { on: '2024-08-06', topic: '=1+1', attendance: 8 }],
    [
      '专题会议：补植进度',
      unitId,
      {
        on: '2024-08-05',
        topic: '补植进度',
        attendance: 12,
        decisions: [{ decision: '月底前补植 27 株', unit: unitId, dueOn: '2024-08-31' }],
      },
    ],
  ])
  const sources = await world.asOwner("select source from entry where register = 'meeting' order by entry_id")
  expect(sources.map(({ source }) => source)).toEqual([
    { sheet: '会议.xlsx', row: 2 },
    { sheet: '会议.xlsx', row: 3 },
  ])
})

describe('what was exported', () => {
  test('and comes back unchanged changes nothing; with one cell changed, that one', async () => {
    const { id } = await aPatrol(officer)
    await aPatrol(officer, { on: '2024-08-06', route: '西湖村', note: '一\n二' })
    await createEntry(outside, officer, 'patrol', {
      kind: 'township',
      unitId,
      values: { route: '北线' },
      aggregate: { from: '2024-01-01', to: '2024-06-30', totals: { times: 157, found: 3 } },
      submissionId: submissionId(),
    })
    const before = await list(officer, 'patrol')
    const sheets = await exported(officer, 'patrol')
    const same = await preview(officer, 'patrol', sheets)
    expect(same).toMatchObject({ token: null, counts: { create: 0, update: 0, same: 3, refused: 0 } })

    const row = (sheets[0]?.rows ?? []).findIndex(([cell]) => cell === String(id))
    put(sheets, row, { '发现问题（个）': '5' })
    const edited = await preview(officer, 'patrol', sheets)
    expect(edited.counts).toEqual({ create: 0, update: 1, same: 2, refused: 0 })
    expect(edited.rows[0]?.fields).toEqual([{ field: 'found', name: '发现问题', before: '2', after: '5' }])
    expect(await apply(officer, 'patrol', edited.token)).toEqual({ created: 0, updated: 1, same: 2 })
    const after = await list(officer, 'patrol')
    expect(after).toEqual(
      before.map((entry) =>
        entry.id === id ? { ...entry, values: { ...entry.values, found: 5 }, version: 1 } : entry,
      ),
    )
  })

  test('is what the reader sees: not those of another unit, which cannot be written either', async () => {
    const theirs = await aPatrol(stranger, { route: '河道' }, { unitId: otherUnit })
    const ids = async (visitor: Visitor): Promise<string[]> =>
      (await exported(visitor, 'patrol'))[0]?.rows.slice(1).map(([id = '']) => id) ?? []
    expect(await ids(officer)).not.toContain(String(theirs.id))
    expect(await ids(stranger)).toEqual([String(theirs.id)])
    expect(await ids(inspector)).toContain(String(theirs.id))

    const sheets = await exported(office, 'patrol')
    const row = (sheets[0]?.rows ?? []).findIndex(([cell]) => cell === String(theirs.id))
    put(sheets, row, { '巡查路线、片区': '别人的' })
    put(sheets, (sheets[0]?.rows ?? []).length, {
      登记单位: '云岭区河道管护站',
      类别: '村级巡查',
      巡查日期: '2024-08-09',
      '巡查路线、片区': '替别人登记',
    })
    const tried = await preview(officer, 'patrol', sheets)
    expect(tried.counts).toMatchObject({ create: 0, update: 0, refused: 2 })
    await expect(preview(inspector, 'patrol', sheets)).rejects.toMatchObject({ code: 'access.roleMissing' })
    expect((await preview(office, 'patrol', sheets)).counts).toMatchObject({ create: 1, update: 1, refused: 0 })
  })

  test('and was changed by somebody since is not overwritten, whether before the preview or after it', async () => {
    const { id } = await aPatrol(officer, { route: '南湖村' })
    const sheets = await exported(officer, 'patrol')
    const row = (sheets[0]?.rows ?? []).findIndex(([cell]) => cell === String(id))
    put(sheets, row, { '发现问题（个）': '9' })
    const seen = await preview(officer, 'patrol', sheets)
    const change = { kind: 'village', unitId, aggregate: null, version: 0, submissionId: submissionId() }
    await changeEntry(outside, office, id, { ...change, values: { on: '2024-08-05', route: '南湖村', found: 3 } })
    await expect(apply(officer, 'patrol', seen.token)).rejects.toMatchObject({
      code: 'exchange.rowChanged',
      facts: { row: row + 1, title: '村级巡查：南湖村' },
    })
    const late = await preview(officer, 'patrol', sheets)
    expect(late.rows[0]).toMatchObject({ entryId: id, change: 'refused', problems: [{ cell: `B${row + 1}` }] })
    expect(late.rows[0]?.problems[0]?.message).toContain(`${office.name} 于 2024-09-11 10:00`)
  })
})

test('two that stand for many on the same days are refused in the preview, in the sheet or on record', async () => {
  const sheets = await sheetsOf(templateRegister(outside, office, 'patrol', 'zh'))
  const whole = { 类别: '区级巡查', 登记单位: '园林中心', '巡查路线、片区': '全区', '汇总·巡查次数（次）': '40' }
  put(sheets, 1, { ...whole, 汇总期起: '2024-01-01', 汇总期止: '2024-03-31' })
  put(sheets, 2, { ...whole, 汇总期起: '2024-03-01', 汇总期止: '2024-05-31' })
  const twice = await preview(office, 'patrol', sheets)
  expect(twice.counts).toMatchObject({ create: 1, refused: 1 })
  expect(twice.rows[0]?.problems[0]?.cell).toBe('3:3')
  put(sheets, 2, { 汇总期起: '2024-04-01' })
  const apart = await preview(office, 'patrol', sheets)
  expect(await apply(office, 'patrol', apart.token)).toEqual({ created: 2, updated: 0, same: 0 })
  expect((await preview(office, 'patrol', sheets)).counts).toMatchObject({ create: 0, refused: 2 })
})

test('a restricted register goes to its keepers alone, and each reading is logged', async () => {
  const branch = await createEntry(outside, office, 'partyBranch', {
    kind: null,
    unitId,
    values: { name: '园林中心党支部', on: '2012-03-01' },
    aggregate: null,
    submissionId: submissionId(),
  })
  await createEntry(outside, officer, 'partyMember', {
    kind: null,
    unitId,
    values: { name: '何青', branch: branch.id, joinedOn: '2010-07-01', status: 'full', on: '2015-03-01' },
    aggregate: null,
    submissionId: submissionId(),
  })
  const cells = (await exported(officer, 'partyMember'))[0]?.rows[1] ?? []
  expect(cells).toContain('何青')
  expect(cells).toContain('园林中心党支部')
  expect((await exported(stranger, 'partyMember'))[0]?.rows).toHaveLength(1)
  await expect(exported(inspector, 'partyMember')).rejects.toMatchObject({ code: 'access.roleMissing' })
  const reads = await world.asOwner(
    "select act from history_event where actor_id = $1 and record_kind = 'register' order by event_id",
    [officer.personId],
  )
  expect(reads.map(({ act }) => act).slice(-2)).toEqual(['entry.read', 'entries.exported'])
})

test('a preview is kept for a day, and a definition that changed since is looked at again', async () => {
  const sheets = await sheetsOf(templateRegister(outside, officer, 'patrol', 'zh'))
  put(sheets, 1, { 类别: '村级巡查', 巡查日期: '2024-08-30', '巡查路线、片区': '新村' })
  const { token } = await preview(officer, 'patrol', sheets)
  const before = outside.now()
  outside.setNow(new Date(before.getTime() + 25 * 3_600_000))
  await expect(apply(officer, 'patrol', token)).rejects.toMatchObject({ code: 'exchange.gone' })
  outside.setNow(before)
  await world.asOwner('update entry_import set definition_version = definition_version - 1 where tenant_id = $1', [
    tenantId,
  ])
  await expect(apply(officer, 'patrol', token)).rejects.toMatchObject({ code: 'exchange.definitionChanged' })
})
