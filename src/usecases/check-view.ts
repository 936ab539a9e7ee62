/** Results of checks as pages show them: sentences instead of numbers, and only what the reader may know. */
import type { z } from 'zod'
import { type Actor, may } from '../core/access/policy.ts'
import { readsRestrictedOf } from '../core/access/register-sight.ts'
import type { checkResultSchema } from '../core/api/checks.ts'
import { whySentence } from '../core/checks/why-sentence.ts'
import type { Register } from '../core/registers/definition.ts'
import { type KnownCheck, knownChecks, modeOf } from './known-checks.ts'
import type { CheckMode, StoredResult } from './ports/checks.ts'

export type CheckResult = z.infer<typeof checkResultSchema>

export const checkHead = ({ check, subject }: KnownCheck, mode: CheckMode) => ({
  id: check.id,
  area: check.area,
  name: check.name,
  nature: check.nature,
  severity: check.severity,
  source: check.source,
  mode,
  subject,
})

/** Checks whose results this reader sees: the office also those on trial. */
export function seenChecks(actor: Actor, modes: ReadonlyMap<string, CheckMode>): string[] {
  const decides = may(actor, 'check.decide').allowed
  return [...knownChecks.keys()].filter((id) => {
    const mode = modeOf(modes, id)
    return mode === 'inForce' || (mode === 'shadow' && decides)
  })
}

/** Null for what rests on restricted entries that this reader may not read. */
export function resultView(
  actor: Actor,
  result: StoredResult,
  modes: ReadonlyMap<string, CheckMode>,
  registers: ReadonlyMap<string, Register>,
  deny: string | null,
): CheckResult | null {
  const known = knownChecks.get(result.checkId)
  if (known === undefined) return null
  if (result.entries.some(({ restricted, unitId }) => restricted && !readsRestrictedOf(actor, unitId))) return null
  const decide = { allowed: deny === null, reason: deny }
  const { check } = known
  return {
    id: result.id,
    check: checkHead(known, modeOf(modes, result.checkId)),
    outcome: result.outcome,
    subject: result.subject,
    unit: result.unit,
    entries: result.entries.map(({ id, register, title }) => ({ id, register, title })),
    sentence: whySentence(check, result),
    needs: result.needs.map(({ register, field, entryId }) => {
      const definition = registers.get(register)
      return {
        register,
        registerName: definition?.name ?? { zh: register, en: register },
        field,
        fieldName: field === null ? null : (definition?.fields[field]?.name ?? { zh: field, en: field }),
        entryId,
      }
    }),
    used: result.used.map(({ parameter, value, version }) => ({
      parameter,
      name: check.parameters[parameter]?.name ?? { zh: parameter, en: parameter },
      unit: check.parameters[parameter]?.unit ?? '',
      value,
      local: version > 0,
    })),
    since: result.since,
    judgedAt: result.judgedAt,
    flag:
      result.state === null
        ? null
        : {
            state: result.state,
            by: result.by,
            at: result.decidedAt,
            reason: result.reason,
            finding: result.finding,
            dismiss: decide,
            turn: decide,
          },
  }
}
