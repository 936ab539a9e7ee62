/** The page of a project. */
import type { z } from 'zod'
import { sightOf } from '../core/access/policy.ts'
import type { projectPageSchema } from '../core/api/projects.ts'
import { projectOf } from '../core/checks/project-facts.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { missingWords } from '../core/project/missing-words.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import type { Register } from '../core/registers/definition.ts'
import { shippedRegisters } from '../core/registers/registers.ts'
import { isNarrowed } from './list-projects.ts'
import { permit } from './permit.ts'
import type { ProjectEntry } from './ports/projects.ts'
import type { Outside, Visitor } from './ports.ts'
import { namedIn, namedUnit, projectViewOf } from './project-view.ts'

type Page = z.infer<typeof projectPageSchema>

/** @throws Refusal `record.notFound`, also for what the visitor may not see */
export async function readProject(
  { data, now }: Pick<Outside, 'data' | 'now'>,
  visitor: Visitor | null,
  id: number,
  language: Language,
): Promise<Page> {
  const actor = permit(visitor, 'project.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const { projects } = data.read
  const [project, entries, latest] = await Promise.all([
    projects.project(scope, id),
    projects.entriesOf(scope, [id], null),
    projects.ownRegisters(scope),
  ])
  if (project === null) throw new Refusal('record.notFound')
  const [names, citedBy] = await Promise.all([
    projects.names(scope, namedIn([project, ...entries])),
    // What names many projects (a meeting, a round of look-back) says little about this one.
    projects.citing(scope, [
      id,
      ...entries.filter(({ projectIds }) => projectIds.length === 1).map((entry) => entry.id),
    ]),
  ])
  const { row, facts, line } = projectViewOf(project, entries, names, { today: chinaDay(now()), language })
  const values = projectOf(facts)?.values ?? {}
  const { fields } = shippedRegisters.project
  const titles = new Map([project, ...entries].map((entry) => [entry.id, entry.title]))
  const registers: Readonly<Record<string, Register>> = {
    ...Object.fromEntries(latest.map((register) => [register.key, register])),
    ...shippedRegisters,
  }
  return {
    ...row,
    code: values.code ?? null,
    authority: namedUnit(values.authority, names),
    area: values.area ?? null,
    fundSource: values.fundSource === undefined ? null : fields.fundSource.options[values.fundSource][language],
    companies: (['surveyor', 'designer', 'contractor', 'supervisor', 'auditor'] as const).flatMap((role) => {
      const name = values[role]
      return name === undefined ? [] : [{ role: fields[role].name[language], name }]
    }),
    terms: facts.entries.projectLead.flatMap(({ values: { person, post, from, to } }) =>
      person === undefined
        ? []
        : [{ person: names[`person:${person}`] ?? '', post: post ?? null, from: from ?? null, to: to ?? null }],
    ),
    line: line.map((station) => ({
      ...station,
      missing: station.missing.map((missing) => ({
        ...missing,
        text: missingWords(missing, titles.get(missing.entryId ?? 0) ?? '', language),
      })),
    })),
    registers: inOrder(Object.values(registers)).flatMap((register) => {
      const own = entries.filter((entry) => entry.register === register.key)
      if (own.length === 0) return []
      const rows = [...own].reverse().map((entry) => rowOf(entry, register, language))
      return [{ register: register.key, name: register.name[language], entries: rows }]
    }),
    citedBy: citedBy.sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true })),
    lookBacks: facts.entries.lookBackBatch.map((batch) => ({ batchId: batch.id, name: batch.title })),
    narrowed: isNarrowed(scope.sight),
  }
}

/** Of public works first, the contracts before everything; then the rest, in the order in which registers are listed. */
function inOrder(registers: readonly Register[]): Register[] {
  const place = ({ key, group }: Register): number =>
    key === 'contract' ? 0 : group === 'project' ? 1 : group === 'money' ? 2 : group === 'planting' ? 3 : 4
  return [...registers].sort((a, b) => place(a) - place(b))
}

function rowOf(entry: ProjectEntry, register: Register, language: Language): Page['registers'][number]['entries'][0] {
  const [key, count] =
    Object.entries(register.counts).find(([name, { of }]) => of !== 'entries' && entry.counts[name] !== undefined) ?? []
  const value = key === undefined ? undefined : entry.counts[key]
  return {
    id: entry.id,
    kindName: entry.kind === null ? null : (register.kinds?.[entry.kind]?.[language] ?? entry.kind),
    title: entry.title,
    on: entry.on,
    unit: entry.unit,
    counted:
      count === undefined || value === undefined ? null : { name: count.name[language], value, unit: count.unit },
  }
}
