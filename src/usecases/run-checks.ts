/** Judges what has changed: projects, units and findings whose records are not what they were when they were last judged. */
import { wholeSight } from '../core/access/policy.ts'
import { aboutOf, carryOver, type Judged } from '../core/checks/carry-over.ts'
import type { Check } from '../core/checks/check.ts'
import { findingChecks, projectChecks, unitChecks } from '../core/checks/checks.ts'
import type { ParameterOverride } from '../core/checks/parameters.ts'
import { projectFactsOf } from '../core/checks/project-facts.ts'
import { runCheck } from '../core/checks/run-check.ts'
import { unitFactsOf } from '../core/checks/unit-facts.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Day } from '../core/deadline/day.ts'
import { enterModes, modeOf } from './known-checks.ts'
import type { CheckMode, CheckStore, Subject } from './ports/checks.ts'
import type { Outside } from './ports.ts'

type Part = Pick<Outside, 'data' | 'now'>

/** Subjects judged in one transaction: whoever writes their entries waits no longer than that takes. */
const batch = 10

/**
 * @param only this subject, if it is due; otherwise what is due, at most `most`
 * @returns subjects judged
 */
export async function runChecks(
  { data, now }: Part,
  tenantId: number,
  { only = null, most = Number.POSITIVE_INFINITY }: { only?: Subject | null; most?: number } = {},
): Promise<number> {
  let judged = 0
  while (judged < most) {
    const at = now()
    const taken = await data.inTenant({ tenantId, sight: wholeSight }, async ({ checks }) => {
      const subjects = await checks.takeDue(Math.min(batch, most - judged), only)
      if (subjects.length === 0) return 0
      const modes = await enterModes(checks, at)
      const overrides = await checks.overrides()
      for (const subject of subjects) await judge(checks, subject, { modes, overrides, at, today: chinaDay(at) })
      return subjects.length
    })
    judged += taken
    if (taken < batch || only !== null) return judged
  }
  return judged
}

/** Days pass: what was in time yesterday may be late today. */
export const checkAll = async (outside: Part, tenantId: number): Promise<number> => {
  await outside.data.inTenant({ tenantId, sight: wholeSight }, ({ checks }) => checks.makeAllDue())
  return runChecks(outside, tenantId)
}

type Run = {
  modes: ReadonlyMap<string, CheckMode>
  overrides: readonly ParameterOverride[]
  at: Date
  today: Day
}

async function judge(checks: CheckStore, subject: Subject, run: Run): Promise<void> {
  const { unitId, found } = await resultsFor(checks, subject, run)
  await checks.settle(subject, unitId, carryOver(await checks.standing(subject), found), run.at)
}

async function resultsFor(
  checks: CheckStore,
  subject: Subject,
  run: Run,
): Promise<{ unitId: number | null; found: Judged[] }> {
  const { kind, id } = subject
  if (kind === 'finding') {
    const facts = await checks.findingFacts(id)
    return { unitId: null, found: facts === null ? [] : judgedBy(findingChecks, facts, [], null, run) }
  }
  const entries = (await checks.entriesOf(subject)).map((entry) => ({
    ...entry,
    aggregate: entry.aggregate === null ? null : { ...entry.aggregate, totals: entry.counts },
  }))
  if (kind === 'unit') return { unitId: id, found: judgedBy(unitChecks, unitFactsOf(id, entries), entries, id, run) }
  const project = entries.find((entry) => entry.id === id)
  // A project that was withdrawn is judged no longer.
  if (project === undefined) return { unitId: null, found: [] }
  const facts = projectFactsOf(id, entries)
  return { unitId: project.unitId, found: judgedBy(projectChecks, facts, entries, project.unitId, run) }
}

function judgedBy<Facts>(
  list: readonly Check<Facts>[],
  facts: Facts,
  entries: readonly { id: number; version: number }[],
  unitId: number | null,
  { modes, overrides, today }: Run,
): Judged[] {
  const versions = new Map(entries.map(({ id, version }) => [id, version]))
  return list
    .filter(({ id }) => modeOf(modes, id) !== 'off')
    .flatMap((check) => {
      const { findings, used } = runCheck(check, facts, overrides, unitId, today)
      const abouts = aboutOf(findings)
      return findings.map((finding, index) => ({
        checkId: check.id,
        about: abouts[index] ?? '',
        entryId: finding.entryId,
        entryIds: finding.entryIds,
        outcome: finding.outcome,
        numbers: finding.numbers,
        needs: finding.needs,
        why: finding.why,
        used,
        basis: JSON.stringify([
          [finding.entryId, ...finding.entryIds].map((id) => (id === null ? null : [id, versions.get(id) ?? null])),
          used,
        ]),
      }))
    })
}
