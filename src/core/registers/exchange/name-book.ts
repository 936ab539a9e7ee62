/**
 * Names in sheets ⇄ ids. Where two are called the same, a label says which: a person with the unit, anything else with its number
 * (`王强（区财政局）`, `滨河公园〔#12〕`). Such labels are understood on the way back.
 */
import type { FindIds } from '../read-values.ts'
import type { NamesOf } from '../write-value.ts'

/** What names may stand for; all that share a name are there together. */
export type Named = {
  units: readonly { id: number; name: string; shortName: string | null; closed: boolean }[]
  people: readonly { id: number; name: string; unit: string | null; left: boolean }[]
  entries: readonly { id: number; register: string; title: string }[]
}
export type NameBook = { findIds: FindIds; names: NamesOf }

const tight = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

export function nameBook({ units, people, entries }: Named): NameBook {
  const unitIds = grouped(
    units.flatMap((unit) =>
      [unit.name, ...(unit.shortName === null ? [] : [unit.shortName])].map((name) => [name, unit] as const),
    ),
  )
  const personIds = grouped(people.map((person) => [person.name, person] as const))
  const entryIds = grouped(entries.map((entry) => [`${entry.register}:${entry.title}`, entry] as const))

  const ids = {
    unit: new Map(units.map(({ id, name }) => [id, tight(name)])),
    person: new Map(people.map(({ id, name }) => [id, tight(name)])),
    entry: new Map(entries.map(({ id, title }) => [id, tight(title)])),
  }
  const known = (kind: keyof typeof ids, id: number): number[] => (ids[kind].has(id) ? [id] : [])

  const findIds: FindIds = (kind, text, register) => {
    const number = numberIn(text)
    if (number !== null) return ids[kind].get(number) === called(text) || called(text) === '' ? known(kind, number) : []
    if (kind === 'unit') return present(unitIds.get(tight(text)), 'closed')
    if (kind === 'entry') return (entryIds.get(tight(`${register}:${text}`)) ?? []).map(({ id }) => id)
    const found = present(personIds.get(tight(text)), 'left')
    const [, name, of] = /^(.+?)\((.+)\)$/.exec(tight(text)) ?? []
    if (found.length > 0 || name === undefined || of === undefined) return found
    const unitNames = new Set([of, ...(unitIds.get(of) ?? []).map((unit) => tight(unit.name))])
    return present(
      (personIds.get(name) ?? []).filter(({ unit }) => unitNames.has(tight(unit ?? ''))),
      'left',
    )
  }

  const names: Record<string, string> = {}
  for (const { id, name } of units) names[`unit:${id}`] = name
  for (const { id, name, unit } of people) {
    const alike = personIds.get(tight(name)) ?? []
    const inUnit = alike.filter((each) => each.unit === unit)
    const mark = alike.length === 1 ? '' : unit === null || inUnit.length > 1 ? `〔#${id}〕` : `（${unit}）`
    names[`person:${id}`] = `${name}${mark}`
  }
  for (const { id, register, title } of entries) {
    const alike = entryIds.get(tight(`${register}:${title}`)) ?? []
    names[`entry:${id}`] = alike.length === 1 ? title : `${title}〔#${id}〕`
  }
  return { findIds, names }
}

/** Before the number. */
const called = (text: string): string => tight(text).replace(/(?:^|〔)#\d{1,15}〕?$/, '')

/** `#12`, `滨河公园〔#12〕`. */
export function numberIn(text: string): number | null {
  const [, number] = /(?:^|〔)#(\d{1,15})〕?$/.exec(text.normalize('NFKC').trim()) ?? []
  return number === undefined ? null : Number(number)
}

function grouped<Item extends { id: number }>(pairs: readonly (readonly [string, Item])[]): Map<string, Item[]> {
  const found = new Map<string, Item[]>()
  for (const [name, item] of pairs) {
    const held = found.get(tight(name)) ?? []
    if (!held.some(({ id }) => id === item.id)) found.set(tight(name), [...held, item])
  }
  return found
}

/** Those that are there; what was closed or has left only where the name is nobody else's. */
function present<Gone extends 'closed' | 'left'>(
  found: readonly ({ id: number } & Readonly<Record<Gone, boolean>>)[] | undefined,
  gone: Gone,
): number[] {
  const here = (found ?? []).filter((each) => !each[gone])
  return (here.length > 0 ? here : (found ?? [])).map(({ id }) => id)
}
