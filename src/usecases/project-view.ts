/** A project as lists and its own page show it: everything is worked out from its entries, nothing is typed. */
import type { z } from 'zod'
import type { projectRowSchema } from '../core/api/projects.ts'
import { type ProjectFacts, projectFactsOf, projectOf } from '../core/checks/project-facts.ts'
import type { Day } from '../core/deadline/day.ts'
import { archiveShareOf } from '../core/project/archive-share.ts'
import { lifeLineOf, type Station, stageOf } from '../core/project/life-line.ts'
import { moneyBridgeOf } from '../core/project/money-bridge.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { shippedRegisters } from '../core/registers/registers.ts'
import type { NamesOf } from '../core/registers/write-value.ts'
import type { ProjectEntry } from './ports/projects.ts'

export type ProjectView = {
  row: z.infer<typeof projectRowSchema>
  facts: ProjectFacts
  line: readonly Station[]
}

/** @param entries of this project, or of more: those that do not name it are left out */
export function projectViewOf(
  project: ProjectEntry,
  entries: readonly ProjectEntry[],
  names: NamesOf,
  { today, language }: { today: Day; language: Language },
): ProjectView {
  const own = entries.filter(({ projectIds }) => projectIds.includes(project.id))
  const facts = projectFactsOf(project.id, [project, ...own])
  const values = projectOf(facts)?.values ?? {}
  const line = lifeLineOf(facts, today)
  const stage = stageOf(line)
  const kinds: Readonly<Record<string, { zh: string; en: string }>> = shippedRegisters.project.kinds
  return {
    facts,
    line,
    row: {
      id: project.id,
      name: project.title,
      kind: project.kind,
      kindName: kinds[project.kind ?? '']?.[language] ?? '',
      place: values.place ?? null,
      owner: namedUnit(values.owner, names),
      leads: leadsOn(facts, today).flatMap((person) => names[`person:${person}`] ?? []),
      contractor: values.contractor ?? null,
      stage,
      lateDays: line.find(({ station }) => station === stage)?.lateDays ?? null,
      missing: line.reduce((sum, { missing }) => sum + missing.length, 0),
      money: moneyBridgeOf(facts),
      archive: archiveShareOf(facts),
    },
  }
}

/** Those appointed as of the day; officers who only handled it before are no leads any more. */
const leadsOn = ({ entries }: ProjectFacts, today: Day): number[] => [
  ...new Set(
    entries.projectLead
      .filter(({ values: { from, to } }) => (from ?? '') <= today && (to === undefined || to >= today))
      .flatMap(({ values: { person } }) => person ?? []),
  ),
]

export function namedUnit(id: number | undefined, names: NamesOf): { id: number; name: string } | null {
  const name = id === undefined ? undefined : names[`unit:${id}`]
  return id === undefined || name === undefined ? null : { id, name }
}

/** Registers that the list of projects is worked out from. */
export const registersOfLine = [
  'decision',
  'tender',
  'contract',
  'projectLead',
  'changeOrder',
  'schedule',
  'payment',
  'acceptance',
  'settlement',
  'handover',
  'maintenance',
  'survivalCheck',
  'archiveItem',
] as const

/** What is named in these entries by units and people. */
export function namedIn(entries: readonly ProjectEntry[]): { units: number[]; people: number[] } {
  const ids = (keys: readonly string[]): number[] => [
    ...new Set(
      entries.flatMap(({ values }) => keys.flatMap((key) => (typeof values[key] === 'number' ? values[key] : []))),
    ),
  ]
  return { units: ids(['owner', 'authority']), people: ids(['person']) }
}
