/** The sample's projects as checks and pages see them, without a database: ids are places in the list of its entries. */
import { sampleDistrict } from '../fixtures/sample/district.ts'
import { worksLaterBy } from '../fixtures/sample/registers/works.ts'
import { type ProjectFacts, projectFactsOf } from '../src/core/checks/project-facts.ts'
import type { Day } from '../src/core/deadline/day.ts'
import type { Register } from '../src/core/registers/definition.ts'
import { readValues } from '../src/core/registers/read-values.ts'
import { shippedRegisters } from '../src/core/registers/registers.ts'
import { titleOf } from '../src/core/registers/title-of.ts'

const works = worksLaterBy(0)
const registers: Readonly<Record<string, Register>> = shippedRegisters
const placeIn = (keys: readonly string[]) => (key: string) => {
  const place = keys.indexOf(key)
  return place < 0 ? [] : [place + 1]
}
const entryId = placeIn(works.map(({ key }) => key))
const unitId = placeIn(sampleDistrict.units.map(({ key }) => key))
const personId = placeIn(sampleDistrict.people.map(({ key }) => key))

const entries = works
  .filter(({ aggregate }) => aggregate === null)
  .map((entry, index) => {
    const register = registers[entry.register]
    if (register === undefined) throw new Error(`no register ${entry.register}`)
    const { values, problems } = readValues(register, entry.kind, entry.values, {
      findIds: (kind, name) => (kind === 'unit' ? unitId(name) : kind === 'person' ? personId(name) : entryId(name)),
    })
    if (problems !== undefined) throw new Error(`${entry.key}: ${JSON.stringify(problems)}`)
    const { dateField } = register
    const on = dateField === null ? undefined : values[dateField]
    const day =
      typeof on === 'string' ? on : typeof on === 'object' ? (on as { from?: string } | null)?.from : undefined
    return {
      id: entryId(entry.key)[0] ?? index,
      register: entry.register,
      kind: entry.kind,
      unitId: unitId(entry.unit)[0] ?? 0,
      title: titleOf(register, entry.kind, values, null, {}),
      on: (day ?? null) as Day | null,
      values,
      aggregate: null,
    }
  })

/** Keys of all projects: `project-binhe-corridor` … */
export const sampleProjects: readonly string[] = works
  .filter(({ register }) => register === 'project')
  .map(({ key }) => key)

/** Facts of one project of the sample by its key. */
export function sampleFacts(key: string): ProjectFacts {
  const [id] = entryId(key)
  if (id === undefined) throw new Error(`the sample has no ${key}`)
  return projectFactsOf(
    id,
    entries.filter((entry) => entry.id === id || ('project' in entry.values && entry.values.project === id)),
  )
}

/** The id that an entry of the sample has in these facts. */
export const sampleId = (key: string): number => entryId(key)[0] ?? 0
