/**
 * What a table of people would change. Who a row is about: the account's login name where the row has one; otherwise the same name in the
 * same unit is the same person. Pure; the preview shows it, applying writes it.
 */
import { rolesInUnit } from '../access/may-give-role.ts'
import { type Role, roles } from '../access/role.ts'
import { isAdministrator, roleConflict } from '../access/role-conflict.ts'
import { roleWords } from '../access/role-words.ts'
import { type KnownUnit, type PlannedAct, type PlannedChange, rowsBelow } from './plan-units.ts'
import type { Headings, PersonField } from './sheet-headings.ts'
import type { SheetProblem } from './sheet-problems.ts'

export type KnownPerson = {
  id: number
  name: string
  title: string | null
  unitId: number | null
  left: boolean
  loginName: string | null
}
/** Held today or later. */
export type KnownRole = { personId: number; role: Role; unitId: number | null; inspectionId: number | null }

export type PlannedPerson = {
  row: number
  act: PlannedAct
  name: string
  id: number | null
  title: string | null
  unitId: number | null
  /** Given anew. */
  roles: { role: Role; unitId: number | null }[]
  changes: PlannedChange[]
  problems: SheetProblem[]
}

export type PeopleKnown = {
  units: readonly KnownUnit[]
  people: readonly KnownPerson[]
  roles: readonly KnownRole[]
  /** For which inspection roles are given; null: for every one. */
  inspectionId: number | null
  /** Whether who imports may add and change people. */
  mayEdit: boolean
  /** Whether he may give this role to this person; null: to a new one. */
  mayGive: (personId: number | null, role: Role) => boolean
}

const most = { name: 40, title: 80 } as const
const known = roles.filter((role) => !isAdministrator(role))

export function planPeople(
  rows: readonly (readonly string[])[],
  headings: Headings,
  there: PeopleKnown,
): PlannedPerson[] {
  const find = finder(there)
  const seen = new Map<string, number>()
  return rowsBelow<PersonField>(rows, headings).map(({ row, text, cell }): PlannedPerson => {
    const problems: SheetProblem[] = []
    const wrong = (field: PersonField, code: SheetProblem['code'], facts: SheetProblem['facts'] = {}): void => {
      problems.push({ cell: cell(field), code, facts })
    }
    const name = text('name')
    if (name === '') wrong('name', 'nameMissing')
    for (const field of ['name', 'title'] as const)
      if (text(field).length > most[field]) wrong(field, 'tooLong', { most: most[field] })

    const unit = text('unit') === '' ? null : find.unit(text('unit'))
    if (unit === 'none') wrong('unit', 'noSuchUnit', { unit: text('unit') })
    else if (unit === 'several') wrong('unit', 'severalUnits', { unit: text('unit') })
    const unitId = typeof unit === 'object' ? (unit?.id ?? null) : null

    const person = find.person({ name, unitId, loginName: text('loginName') })
    if (person === 'noLogin') wrong('loginName', 'noSuchLogin', { login: text('loginName') })
    else if (person === 'several') wrong('name', 'severalPeople', { name })
    const existing = typeof person === 'object' ? person : null
    if (existing?.left) wrong('name', 'personLeft', { name })
    if (existing === null && person === null && unit === null && name !== '') wrong('unit', 'unitMissing')
    const home = unitId ?? existing?.unitId ?? null
    if (typeof unit === 'object' && unit?.closed && existing?.unitId !== unit.id)
      wrong('unit', 'unitClosed', { unit: unit.name })
    const other = find.inUnit(home, name)
    if (existing && other && other.id !== existing.id)
      wrong('name', 'nameTakenInUnit', { name, unit: find.unitName(home) })

    const key = existing ? `id ${existing.id}` : `${home} ${name}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, row)
    else if (problems.length === 0) wrong('name', 'sameAsRow', { row: first })

    const title = text('title') === '' ? (existing?.title ?? null) : text('title')
    const changes: PlannedChange[] = []
    const compare = (field: PersonField, before: string | null, after: string | null): void => {
      if (before !== after) changes.push({ field, before: before ?? '', after: after ?? '' })
    }
    if (existing) {
      compare('name', existing.name, name)
      compare('unit', find.unitName(existing.unitId), find.unitName(home))
      compare('title', existing.title, title)
    }
    if ((existing === null || changes.length > 0) && !there.mayEdit && problems.length === 0) wrong('name', 'mayNotAdd')

    const given = readRoles(text('role'), { existing, home, name }, there, (code, facts) => wrong('role', code, facts))
    if (existing && given.length > 0) compare('role', '', given.map(({ role }) => roleWords[role].zh).join('、'))
    const act = existing === null ? 'create' : changes.length > 0 ? 'update' : 'same'
    const planned = { row, name, id: existing?.id ?? null, title, unitId: home, roles: given, changes, problems }
    return { ...planned, act: problems.length > 0 ? 'wrong' : act }
  })
}

/** Roles of a cell that are not held yet. */
function readRoles(
  cell: string,
  { existing, home, name }: { existing: KnownPerson | null; home: number | null; name: string },
  there: PeopleKnown,
  wrong: (code: SheetProblem['code'], facts?: SheetProblem['facts']) => void,
): PlannedPerson['roles'] {
  const held = there.roles.filter(({ personId }) => personId === existing?.id)
  return cell
    .split(/[、，,;；/\n]/)
    .map((word) => word.trim())
    .filter((word, at, all) => word !== '' && all.indexOf(word) === at)
    .flatMap((word) => {
      const role = roleNamed(word)
      if (role === null) {
        wrong('noSuchRole', { role: word, known: known.map((each) => roleWords[each].zh).join('、') })
        return []
      }
      const unitId = rolesInUnit.includes(role) || role === 'viewer' ? home : null
      // A table does not say in which unit a role is held: whoever holds it in another one than his own keeps it there.
      const same = held.some(
        (each) => each.role === role && (each.inspectionId === null || each.inspectionId === there.inspectionId),
      )
      // An export names what is held, administrators too: that changes nothing.
      if (same || (isAdministrator(role) && held.some((each) => each.role === role))) return []
      if (isAdministrator(role)) wrong('administratorByTable')
      else if (unitId === null && rolesInUnit.includes(role)) wrong('roleNeedsUnit', { role: word })
      else if (!there.mayGive(existing?.id ?? null, role)) wrong('roleNotYours')
      else if (held.some((each) => roleConflict([each.role], role) !== null)) wrong('administratorInWork', { name })
      return [{ role, unitId }]
    })
}

const roleNamed = (word: string): Role | null =>
  roles.find(
    (role) => role.toLowerCase() === word.toLowerCase() || roleWords[role].zh === word || roleWords[role].en === word,
  ) ?? null

/** Looks people and units up in constant time: a table may have thousands of rows. */
function finder({ units, people }: PeopleKnown) {
  const byUnitName = new Map(units.map((unit) => [unit.name, unit]))
  const byShortName = new Map<string, KnownUnit[]>()
  for (const unit of units)
    if (unit.shortName !== null && unit.shortName !== '')
      byShortName.set(unit.shortName, [...(byShortName.get(unit.shortName) ?? []), unit])
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  const inUnit = new Map(people.map((person) => [`${person.unitId} ${person.name}`, person]))
  const byName = new Map<string, KnownPerson[]>()
  for (const person of people) byName.set(person.name, [...(byName.get(person.name) ?? []), person])
  const byLogin = new Map(
    people.flatMap((person) => (person.loginName === null ? [] : [[person.loginName.toLowerCase(), person] as const])),
  )
  return {
    unitName: (unitId: number | null): string => (unitId === null ? '' : (unitNames.get(unitId) ?? '')),
    unit(name: string): KnownUnit | 'none' | 'several' {
      const [first, second] = byShortName.get(name) ?? []
      return byUnitName.get(name) ?? (second ? 'several' : (first ?? 'none'))
    },
    inUnit: (unitId: number | null, name: string): KnownPerson | null => inUnit.get(`${unitId} ${name}`) ?? null,
    person({
      name,
      unitId,
      loginName,
    }: {
      name: string
      unitId: number | null
      loginName: string
    }): KnownPerson | 'noLogin' | 'several' | null {
      if (loginName !== '') return byLogin.get(loginName.normalize('NFKC').toLowerCase()) ?? 'noLogin'
      if (unitId !== null) return inUnit.get(`${unitId} ${name}`) ?? null
      const same = (byName.get(name) ?? []).filter(({ left }) => !left)
      return same.length > 1 ? 'several' : (same[0] ?? null)
    },
  }
}
