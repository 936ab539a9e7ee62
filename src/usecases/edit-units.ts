/** The tree of units: added, renamed, moved, put in order, closed and opened again. Nothing is deleted. */
import { wholeSight } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { Refusal } from '../core/refusal.ts'
import type { Sentence } from '../core/sentence.ts'
import { officialOrder, wouldRing } from '../core/unit/official-order.ts'
import { eventsOf, permit } from './permit.ts'
import type { People, StoredUnit } from './ports/people.ts'
import type { Outside, Visitor } from './ports.ts'

type UnitWish = { name: string; shortName: string | null; parentId: number | null }

/** @throws Refusal `unit.nameTaken`, `unit.noSuchParent` */
export function addUnit(
  { data, now }: Outside,
  visitor: Visitor | null,
  wish: UnitWish & { submissionId: string },
): Promise<{ id: number }> {
  const actor = permit(visitor, 'unit.edit')
  const at = now()
  const event = eventsOf(actor, 'unit.edit', at)
  const submission = { id: wish.submissionId, act: 'unit.add', personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, (stores) =>
    stores.submissions.once(submission, async () => {
      const units = await stores.people.lockUnits()
      checkParent(units, wish.parentId)
      checkName(units, wish.name, null)
      const { name, shortName } = wish
      const [id] = await stores.ledger.createUnits([{ name, shortName, parent: null }])
      if (id === undefined) throw new Error('the unit was not kept')
      if (wish.parentId !== null) {
        await stores.people.saveUnit(id, { name, shortName, parentId: wish.parentId, closedOn: null })
      }
      await placeAnew(stores.people)
      await stores.history.append([
        event('record.created', 'unit', id, { after: { name, shortName, parent: nameOf(units, wish.parentId) } }),
      ])
      return { id }
    }),
  )
}

/**
 * @param wish.beforeId the brother before which it is to stand; null: last; undefined: where it is
 * @throws Refusal `unit.nameTaken`, `unit.underItself`, `unit.noSuchParent`, `record.notFound`
 */
export async function changeUnit(
  { data, now }: Outside,
  visitor: Visitor | null,
  unitId: number,
  wish: UnitWish & { beforeId?: number | null | undefined },
): Promise<void> {
  const actor = permit(visitor, 'unit.edit')
  const event = eventsOf(actor, 'unit.edit', now())
  await data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async ({ people, history }) => {
    const units = await people.lockUnits()
    const unit = units.find(({ id }) => id === unitId)
    if (unit === undefined) throw new Refusal('record.notFound')
    if (wouldRing(units, unitId, wish.parentId)) throw new Refusal('unit.underItself', { field: 'parentId' })
    if (wish.parentId !== unit.parentId) checkParent(units, wish.parentId)
    checkName(units, wish.name, unitId)
    const { name, shortName, parentId } = wish
    await people.saveUnit(unitId, { name, shortName, parentId, closedOn: unit.closedOn })
    if (wish.beforeId !== undefined || parentId !== unit.parentId) {
      const moved = { ...unit, parentId, position: placeBefore(units, unit, wish.beforeId ?? null) }
      await people.placeUnits(officialOrder(units.map((each) => (each.id === unitId ? moved : each))))
    }
    const before = { name: unit.name, shortName: unit.shortName, parent: nameOf(units, unit.parentId) }
    const after = { name, shortName, parent: nameOf(units, parentId) }
    await history.append([event('record.updated', 'unit', unitId, { before, after })])
  })
}

/** @throws Refusal `unit.inUse` while something hangs on it, `record.notFound` */
export async function closeUnit(
  { data, now }: Outside,
  visitor: Visitor | null,
  unitId: number,
  closed: boolean,
): Promise<void> {
  const actor = permit(visitor, 'unit.edit')
  const today = chinaDay(now())
  const event = eventsOf(actor, 'unit.edit', now())
  await data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async ({ people, history }) => {
    const units = await people.lockUnits()
    const unit = units.find(({ id }) => id === unitId)
    if (unit === undefined) throw new Refusal('record.notFound')
    if ((unit.closedOn !== null) === closed) return
    if (closed) {
      const below = units.filter((each) => each.parentId === unitId && each.closedOn === null).length
      const what = inWords({ below, ...(await people.onUnit(unitId, today)) })
      if (what !== null) throw new Refusal('unit.inUse', { what })
    } else checkParent(units, unit.parentId)
    const { name, shortName, parentId } = unit
    await people.saveUnit(unitId, { name, shortName, parentId, closedOn: closed ? today : null })
    await history.append([event(closed ? 'unit.closed' : 'unit.reopened', 'unit', unitId, { after: { name } })])
  })
}

const inWords = (held: { below: number; measures: number; roles: number; people: number }): Sentence | null => {
  const words = (language: 'zh' | 'en'): string[] =>
    hanging.flatMap(({ what, zh, en }) => (held[what] > 0 ? [`${held[what]} ${language === 'zh' ? zh : en}`] : []))
  return words('zh').length === 0 ? null : { zh: words('zh').join('、'), en: words('en').join(', ') }
}
const hanging = [
  { what: 'below', zh: '个下级单位', en: 'units below' },
  { what: 'measures', zh: '项未办结的措施', en: 'open measures' },
  { what: 'roles', zh: '个在任岗位', en: 'roles' },
  { what: 'people', zh: '名在职人员', en: 'people' },
] as const

function checkParent(units: readonly StoredUnit[], parentId: number | null): void {
  if (parentId === null) return
  const parent = units.find(({ id }) => id === parentId)
  if (parent === undefined || parent.closedOn !== null) throw new Refusal('unit.noSuchParent', { field: 'parentId' })
}

function checkName(units: readonly StoredUnit[], name: string, unitId: number | null): void {
  if (units.some((unit) => unit.name === name && unit.id !== unitId))
    throw new Refusal('unit.nameTaken', { name, field: 'name' })
}

const nameOf = (units: readonly StoredUnit[], unitId: number | null): string | null =>
  units.find(({ id }) => id === unitId)?.name ?? null

/** A position just before that brother's, or behind all. Halves are only for sorting: whole ones are stored. */
function placeBefore(units: readonly StoredUnit[], unit: StoredUnit, beforeId: number | null): number {
  const brother = units.find(({ id }) => id === beforeId && id !== unit.id)
  return brother === undefined ? units.length + 1 : brother.position - 0.5
}

/** Positions and paths after units were added. */
export async function placeAnew(people: People): Promise<void> {
  await people.placeUnits(officialOrder(await people.lockUnits()))
}
