/**
 * Units and people from a table: read, compared, shown, applied, all or nothing. Nothing is stored between the steps; the rows come back with
 * the wish to apply them and are compared again, so that what is written is what the rules say now. Applying twice changes nothing.
 */
import type { z } from 'zod'
import { giveDenial } from '../core/access/may-give-role.ts'
import { type Actor, may, wholeSight } from '../core/access/policy.ts'
import { roleWords } from '../core/access/role-words.ts'
import type { peopleContracts, sheetPlanSchema } from '../core/api/people.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Day } from '../core/deadline/day.ts'
import { delimitedRows } from '../core/people/delimited.ts'
import { type PlannedPerson, planPeople } from '../core/people/plan-people.ts'
import { type PlannedUnit, planUnits } from '../core/people/plan-units.ts'
import { findHeadings, headingOf, kindOf, type SheetField, type SheetKind } from '../core/people/sheet-headings.ts'
import { sheetProblems } from '../core/people/sheet-problems.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import { sentenceIn } from '../core/sentence.ts'
import type { Upload } from './create-import.ts'
import { placeAnew } from './edit-units.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

type Sheet = z.infer<(typeof peopleContracts)['POST /api/people/sheets']['response']>
type Given = { kind: SheetKind; rows: string[][]; inspectionId: number | null }
type Counts = z.infer<(typeof peopleContracts)['POST /api/people/sheets/apply']['response']>
type Shown = z.infer<typeof sheetPlanSchema>

/** @throws Refusal `document.…`, `sheet.tooLong` */
export async function readPeopleSheet({ documents }: Outside, visitor: Visitor | null, file: Upload): Promise<Sheet> {
  permit(visitor, 'person.import')
  const rows = await documents.readSheet(file.bytes, file.name)
  return { rows, kind: kindOf(rows) }
}

/** Cells pasted from a spreadsheet. @throws Refusal `sheet.tooLong` */
export function readPastedSheet(visitor: Visitor | null, text: string): Sheet {
  permit(visitor, 'person.import')
  const rows = delimitedRows(text)
  if (rows.length > mostRows) throw new Refusal('sheet.tooLong', { limit: mostRows })
  return { rows, kind: kindOf(rows) }
}
const mostRows = 20_000

/** @throws Refusal `sheet.…`, `record.notFound` for the inspection */
export function previewPeopleSheet(
  { data, now }: Outside,
  visitor: Visitor | null,
  given: Given,
  language: Language,
): Promise<Shown> {
  const actor = permit(visitor, 'person.import')
  const today = chinaDay(now())
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async (stores) => {
    const headings = findHeadings(given.rows, given.kind)
    const planned = await plan(stores, actor, given, today)
    const fieldWords = (field: string): string => headingOf(given.kind, field as SheetField)
    return {
      columns: headings.shown.map(({ field, ...rest }) => ({ ...rest, field: field && fieldWords(field) })),
      counts: countOf(planned),
      rows: planned.map(({ row, act, name, changes, problems }) => ({
        row,
        act,
        name,
        changes: changes.map((change) => ({ ...change, field: fieldWords(change.field) })),
        problems: problems.map(({ cell, code, facts }) => ({
          cell,
          message: sentenceIn(sheetProblems[code], facts, language),
        })),
      })),
    }
  })
}

/** @throws Refusal `sheet.hasWrongRows`, `sheet.changedMeanwhile`: nothing was written */
export function applyPeopleSheet(
  { data, now }: Outside,
  visitor: Visitor | null,
  given: Given & { expected: { create: number; update: number }; submissionId: string },
): Promise<Counts> {
  const actor = permit(visitor, 'person.import')
  const at = now()
  const today = chinaDay(at)
  const event = eventsOf(actor, 'person.import', at)
  const submission = { id: given.submissionId, act: 'person.import', personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, (stores) =>
    stores.submissions.once(submission, async () => {
      const planned = await plan(stores, actor, given, today)
      const counts = countOf(planned)
      if (counts.wrong > 0) throw new Refusal('sheet.hasWrongRows', { count: counts.wrong })
      if (counts.create !== given.expected.create || counts.update !== given.expected.update)
        throw new Refusal('sheet.changedMeanwhile')
      if (counts.create + counts.update === 0) return counts
      const events = isOfUnits(given.kind, planned)
        ? await writeUnits(stores, planned, event)
        : await writePeople(stores, planned, given.inspectionId, today, event)
      await stores.history.append([
        ...events,
        event('people.imported', 'tenant', actor.tenantId, { after: { kind: given.kind, ...counts } }),
      ])
      return counts
    }),
  )
}

type EventMaker = ReturnType<typeof eventsOf>
type Events = ReturnType<EventMaker>[]

const isOfUnits = (kind: SheetKind, _planned: PlannedUnit[] | PlannedPerson[]): _planned is PlannedUnit[] =>
  kind === 'units'

async function plan(
  { people, roles }: Pick<Stores, 'people' | 'roles'>,
  actor: Actor,
  { kind, rows, inspectionId }: Given,
  today: Day,
): Promise<PlannedUnit[] | PlannedPerson[]> {
  const headings = findHeadings(rows, kind)
  if (inspectionId !== null && (await roles.inspectionName(inspectionId)) === null)
    throw new Refusal('record.notFound', { field: 'inspectionId' })
  const units = (await people.lockUnits()).map(({ closedOn, ...unit }) => ({ ...unit, closed: closedOn !== null }))
  if (kind === 'units') return planUnits(rows, headings, units, may(actor, 'unit.edit').allowed)
  const securityAdmins = await roles.holders('securityAdmin', today)
  return planPeople(rows, headings, {
    units,
    people: (await people.all()).map(({ leftOn, ...person }) => ({ ...person, left: leftOn !== null })),
    roles: await roles.all(today),
    inspectionId,
    mayEdit: may(actor, 'person.edit').allowed,
    mayGive: (personId, role) =>
      giveDenial(actor, { personId: personId ?? 0, role, inspectionId }, securityAdmins) === null,
  })
}

function countOf(planned: readonly { act: keyof Counts }[]): Counts {
  const count = (act: keyof Counts): number => planned.filter((each) => each.act === act).length
  return { create: count('create'), update: count('update'), same: count('same'), wrong: count('wrong') }
}

async function writeUnits({ ledger, people }: Stores, planned: PlannedUnit[], event: EventMaker): Promise<Events> {
  const made = planned.filter(({ act }) => act === 'create')
  const madeIds = await ledger.createUnits(made.map(({ name, shortName }) => ({ name, shortName, parent: null })))
  const stored = new Map((await people.lockUnits()).map((unit) => [unit.name, unit]))
  for (const { name, shortName, parent, act } of planned) {
    const unit = stored.get(name)
    if (unit === undefined || (act === 'create' && parent === null) || act === 'same') continue
    const parentId = parent === null ? null : (stored.get(parent)?.id ?? null)
    await people.saveUnit(unit.id, { name, shortName, parentId, closedOn: unit.closedOn })
  }
  await placeAnew(people)
  return [
    ...made.flatMap(({ name, shortName, parent }, index) => {
      const id = madeIds[index]
      return id === undefined ? [] : [event('record.created', 'unit', id, { after: { name, shortName, parent } })]
    }),
    ...planned.flatMap(({ act, id, changes }) =>
      act === 'update' && id !== null ? [event('record.updated', 'unit', id, sides(changes))] : [],
    ),
  ]
}

const sides = (changes: PlannedPerson['changes']) => ({
  before: Object.fromEntries(changes.map(({ field, before }) => [field, before])),
  after: Object.fromEntries(changes.map(({ field, after }) => [field, after])),
})

async function writePeople(
  { ledger, people, roles }: Stores,
  planned: PlannedPerson[],
  inspectionId: number | null,
  today: Day,
  event: EventMaker,
): Promise<Events> {
  const made = planned.filter(({ act }) => act === 'create')
  const madeIds = await ledger.createPeople(made.map(({ name, title, unitId }) => ({ name, title, unitId })))
  const ids = new Map(made.map((each, index) => [each, madeIds[index]]))
  const events: Events = []
  const given: Parameters<typeof roles.give>[0][number][] = []
  for (const each of planned) {
    const { act, name, title, unitId, changes } = each
    const id = each.id ?? ids.get(each)
    if (id === undefined || act === 'same') continue
    if (act === 'create') events.push(event('record.created', 'person', id, { after: { name, title } }))
    const fields = changes.filter(({ field }) => field !== 'role')
    if (fields.length > 0) {
      await people.save(id, { name, title, unitId, leftOn: null }, '')
      events.push(event('record.updated', 'person', id, sides(fields)))
    }
    for (const { role, unitId: at } of each.roles) {
      given.push({ personId: id, role, unitId: at, inspectionId, fromOn: today, toOn: null })
      const after = { role, unitId: at, inspectionId, fromOn: today }
      events.push(event('role.given', 'person', id, { after }))
    }
  }
  await roles.give(given)
  return events
}

/** A table to fill in, with an example; or all there is (of roles those in this inspection), in the shape that can be imported again. */
export async function peopleTable(
  { data, documents, now }: Outside,
  visitor: Visitor | null,
  { kind, filled, inspectionId }: { kind: SheetKind; filled: boolean; inspectionId: number | null },
): Promise<Uint8Array> {
  const actor = permit(visitor, 'person.import')
  const name = kind === 'units' ? '单位' : '人员'
  if (!filled) return documents.writeSheet(name, [headingsRow[kind], ...examples[kind]])
  const today = chinaDay(now())
  const rows = await data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async ({ people, roles }) => {
    const units = await people.lockUnits()
    const names = new Map(units.map((unit) => [unit.id, unit.name]))
    const nameOf = (id: number | null): string => (id === null ? '' : (names.get(id) ?? ''))
    if (kind === 'units')
      return units
        .filter(({ closedOn }) => closedOn === null)
        .map((unit) => [unit.name, unit.shortName ?? '', nameOf(unit.parentId)])
    const held = new Map<number, string[]>()
    for (const { personId, role, fromOn, inspectionId: of } of await roles.all(today)) {
      if (fromOn > today || (of !== null && of !== inspectionId)) continue
      const words = held.get(personId) ?? []
      if (!words.includes(roleWords[role].zh)) held.set(personId, [...words, roleWords[role].zh])
    }
    return (await people.all())
      .filter(({ leftOn }) => leftOn === null)
      .map((person) => [
        person.name,
        nameOf(person.unitId),
        person.title ?? '',
        (held.get(person.id) ?? []).join('、'),
        person.loginName ?? '',
      ])
  })
  return documents.writeSheet(name, [headingsRow[kind], ...rows])
}

const headingsRow: Readonly<Record<SheetKind, string[]>> = {
  units: ['单位名称', '简称', '上级单位'],
  people: ['姓名', '单位', '职务', '角色', '登录名'],
}
const examples: Readonly<Record<SheetKind, string[][]>> = {
  units: [
    ['云岭区人民政府', '区政府', ''],
    ['云岭区水务局', '区水务局', '云岭区人民政府'],
  ],
  people: [['周衡（示例，请删去本行）', '云岭区水务局', '规划科科长', '责任人', '']],
}
