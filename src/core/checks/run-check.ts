/** A check, run: its findings, with the values it was judged by. */
import type { Day } from '../deadline/day.ts'
import type { Check, Finding } from './check.ts'
import { overrideOn, type ParameterOverride, parametersOn } from './parameters.ts'

export type CheckRun = {
  /** At least one: a check that found nothing to judge says that it does not apply. */
  readonly findings: readonly Finding[]
  /** Values asked for, by parameter, and the version of the local rule each came from (0: as shipped). */
  readonly used: readonly { readonly parameter: string; readonly value: number; readonly version: number }[]
}

const notApplicable: Finding = {
  outcome: 'notApplicable',
  entryId: null,
  entryIds: [],
  numbers: {},
  needs: [],
  why: 'notApplicable',
}

/** Runs one check on facts. `unitId`: whose local rules hold. */
export function runCheck<Facts>(
  check: Check<Facts>,
  facts: Facts,
  overrides: readonly ParameterOverride[],
  unitId: number | null,
  today: Day,
): CheckRun {
  const used = new Map<string, CheckRun['used'][number]>()
  const at = parametersOn(check, overrides, unitId, today)
  const findings = check.judge(
    facts,
    (day) => {
      const values = at(day)
      for (const [parameter, value] of Object.entries(values)) {
        const version = overrideOn(check.id, parameter, overrides, unitId, day ?? today)?.version ?? 0
        used.set(`${parameter} ${value} ${version}`, { parameter, value, version })
      }
      return values
    },
    today,
  )
  return { findings: findings.length > 0 ? findings : [notApplicable], used: [...used.values()] }
}
