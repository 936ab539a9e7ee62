/** The checks that are shipped, each with what it is about, and the mode in which it runs in a district. */
import type { Check } from '../core/checks/check.ts'
import { findingChecks, projectChecks, unitChecks } from '../core/checks/checks.ts'
import type { CheckMode, CheckStore, SubjectKind } from './ports/checks.ts'

/** A check as far as it does not matter what it looks at. */
export type AnyCheck = Omit<Check<never>, 'judge'>
export type KnownCheck = { check: AnyCheck; subject: SubjectKind }

export const knownChecks: ReadonlyMap<string, KnownCheck> = new Map(
  [
    ...projectChecks.map((check) => ({ check, subject: 'project' as const })),
    ...unitChecks.map((check) => ({ check, subject: 'unit' as const })),
    ...findingChecks.map((check) => ({ check, subject: 'finding' as const })),
  ].map((known) => [known.check.id, known]),
)

/** Checks that came with a later version than the district's first run begin on trial. */
export const modeOf = (modes: ReadonlyMap<string, CheckMode>, checkId: string): CheckMode =>
  modes.get(checkId) ?? (modes.size === 0 ? 'inForce' : 'shadow')

/** Enters checks that the district does not know yet. @returns all modes */
export async function enterModes(checks: CheckStore, at: Date): Promise<ReadonlyMap<string, CheckMode>> {
  const modes = await checks.modes()
  const unknown = [...knownChecks.keys()].filter((id) => !modes.has(id))
  if (unknown.length === 0) return modes
  const entered = unknown.map((checkId) => ({ checkId, mode: modeOf(modes, checkId) }))
  await checks.setModes(entered, null, at)
  return new Map([...modes, ...entered.map(({ checkId, mode }) => [checkId, mode] as const)])
}
