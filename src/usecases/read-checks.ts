/** Which checks there are and what they found. What is due of what is asked for is judged first: nothing stale is shown. */
import type { z } from 'zod'
import { type Actor, may, sightOf } from '../core/access/policy.ts'
import type { checkContracts } from '../core/api/checks.ts'
import type { CheckOutcome } from '../core/checks/check.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal, refusalSentence } from '../core/refusal.ts'
import { type CheckResult, checkHead, resultView, seenChecks } from './check-view.ts'
import { knownChecks, modeOf } from './known-checks.ts'
import { permit } from './permit.ts'
import type { CheckMode, ResultQuery, Subject } from './ports/checks.ts'
import type { Outside, Visitor } from './ports.ts'
import { registersOf } from './registers-in-force.ts'
import { runChecks } from './run-checks.ts'

type Answer<R extends keyof typeof checkContracts> = z.infer<(typeof checkContracts)[R]['response']>
type FlagQuery = z.output<(typeof checkContracts)['GET /api/flags']['query']>

/** Subjects judged before an inbox is shown; the rest is left to the scheduler. */
const mostBeforeReading = 50
/** Results of one check on its page, and of one subject. */
const mostResults = 300

const noCounts = (): Record<CheckOutcome, number> => ({ flagged: 0, clear: 0, cannotTell: 0, notApplicable: 0 })
const enter = (visitor: Visitor | null) => {
  const actor = permit(visitor, 'check.read')
  return { actor, scope: { tenantId: actor.tenantId, sight: sightOf(actor) } }
}

export async function listChecks(outside: Outside, visitor: Visitor | null): Promise<Answer<'GET /api/checks'>> {
  const { actor, scope } = enter(visitor)
  await runChecks(outside, actor.tenantId, { most: mostBeforeReading })
  const { checks } = outside.data.read
  const [modes, counted, local, due] = await Promise.all([
    checks.modes(scope),
    checks.counts(scope),
    checks.localValues(scope, null),
    checks.due(scope, null),
  ])
  const seen = new Set(seenChecks(actor, modes))
  const decide = may(actor, 'check.decide').allowed
  return {
    checks: [...knownChecks].flatMap(([id, known]) => {
      const mode = modeOf(modes, id)
      if (!seen.has(id) && !(decide && mode === 'off')) return []
      const counts = noCounts()
      for (const each of counted) if (each.checkId === id) counts[each.outcome] = each.count
      const localValues = local.filter(({ checkId, ended }) => checkId === id && ended === null).length
      return [{ ...checkHead(known, mode), counts, localValues }]
    }),
    decide,
    due: due.all,
  }
}

/** @throws Refusal `record.notFound` */
export async function readCheck(
  outside: Outside,
  visitor: Visitor | null,
  checkId: string,
  language: Language,
): Promise<Answer<'GET /api/checks/:check'>> {
  const { actor, scope } = enter(visitor)
  await runChecks(outside, actor.tenantId, { most: mostBeforeReading })
  const { checks } = outside.data.read
  const modes = await checks.modes(scope)
  const known = knownChecks.get(checkId)
  const decide = may(actor, 'check.decide').allowed
  if (known === undefined || (!decide && modeOf(modes, checkId) !== 'inForce')) throw new Refusal('record.notFound')
  const { check } = known
  const [local, results, counted] = await Promise.all([
    checks.localValues(scope, checkId),
    resultsFor(outside, visitor, { checkIds: [checkId], limit: mostResults }, language),
    checks.counts(scope),
  ])
  const counts = noCounts()
  for (const each of counted) if (each.checkId === checkId) counts[each.outcome] = each.count
  return {
    check: checkHead(known, modeOf(modes, checkId)),
    explanation: check.explanation,
    from: check.from,
    to: check.to,
    parameters: Object.entries(check.parameters).map(([key, { name, unit, values }]) => ({
      key,
      name,
      unit,
      shipped: values.map(({ from, value, source }) => ({ from, value, source: source ?? null })),
      local: local.filter(({ parameter }) => parameter === key).map(({ checkId: _, unitId: __, ...value }) => value),
    })),
    counts,
    results,
    decide,
  }
}

export async function listFlags(
  outside: Outside,
  visitor: Visitor | null,
  query: FlagQuery,
  language: Language,
): Promise<Answer<'GET /api/flags'>> {
  const { actor, scope } = enter(visitor)
  await runChecks(outside, actor.tenantId, { most: mostBeforeReading })
  const { checks } = outside.data.read
  const modes = await checks.modes(scope)
  const wantedMode: CheckMode = query.shadow === 'true' ? 'shadow' : 'inForce'
  const checkIds = seenChecks(actor, modes).filter((id) => {
    const check = knownChecks.get(id)?.check
    return (
      modeOf(modes, id) === wantedMode &&
      (query.area === undefined || check?.area === query.area) &&
      (query.severity === undefined || check?.severity === query.severity)
    )
  })
  const before = query.cursor === undefined ? null : Number.parseInt(query.cursor, 10)
  if (before !== null && !(before > 0)) throw new Refusal('ledger.badCursor')
  const asked: ResultQuery = {
    states: [query.state],
    checkIds,
    ...(query.unit !== undefined && { unitId: query.unit }),
    ...(query.project !== undefined && { subject: { kind: 'project', id: query.project } }),
    ...(before !== null && { before }),
    limit: query.limit + 1,
  }
  const stored = await checks.results(scope, asked)
  const shown = stored.slice(0, query.limit)
  return {
    flags: await viewsOf(outside, actor, shown, modes, language),
    nextCursor: stored.length > query.limit ? String(shown.at(-1)?.id ?? '') : null,
    counts: await checks.flagCounts(scope, checkIds),
    decide: may(actor, 'check.decide').allowed,
  }
}

export const listGaps = async (
  outside: Outside,
  visitor: Visitor | null,
  projectId: number | null,
  language: Language,
): Promise<CheckResult[]> => {
  const subject = projectId === null ? null : ({ kind: 'project', id: projectId } as const)
  await judgeFirst(outside, visitor, subject)
  return resultsFor(
    outside,
    visitor,
    { outcomes: ['cannotTell'], ...(subject !== null && { subject }), limit: mostResults },
    language,
  )
}

/** Of a project, unit or finding; or those that rest on an entry. */
export async function listResults(
  outside: Outside,
  visitor: Visitor | null,
  about: { kind: Subject['kind'] | 'entry'; id: number },
  language: Language,
): Promise<CheckResult[]> {
  const { kind, id } = about
  const subject = kind === 'entry' ? null : { kind, id }
  await judgeFirst(outside, visitor, subject)
  return resultsFor(
    outside,
    visitor,
    { ...(subject === null ? { entryId: id } : { subject }), limit: mostResults },
    language,
  )
}

async function judgeFirst(outside: Outside, visitor: Visitor | null, subject: Subject | null): Promise<void> {
  const { actor, scope } = enter(visitor)
  const due = await outside.data.read.checks.due(scope, subject)
  if (subject !== null && due.subject) await runChecks(outside, actor.tenantId, { only: subject })
  if (subject === null && due.all > 0) await runChecks(outside, actor.tenantId, { most: mostBeforeReading })
}

async function resultsFor(
  outside: Outside,
  visitor: Visitor | null,
  query: ResultQuery,
  language: Language,
): Promise<CheckResult[]> {
  const { actor, scope } = enter(visitor)
  const { checks } = outside.data.read
  const modes = await checks.modes(scope)
  const seen = seenChecks(actor, modes)
  const checkIds = query.checkIds?.filter((id) => seen.includes(id)) ?? seen
  return viewsOf(outside, actor, await checks.results(scope, { ...query, checkIds }), modes, language)
}

async function viewsOf(
  { data }: Outside,
  actor: Actor,
  stored: Parameters<typeof resultView>[1][],
  modes: ReadonlyMap<string, CheckMode>,
  language: Language,
): Promise<CheckResult[]> {
  const registers = await registersOf(data, { tenantId: actor.tenantId, sight: sightOf(actor) })
  const answer = may(actor, 'check.decide')
  const deny = answer.allowed ? null : refusalSentence(`access.${answer.reason}`, {}, language)
  return stored.flatMap((result) => resultView(actor, result, modes, registers, deny) ?? [])
}
