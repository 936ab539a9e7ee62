/**
 * What a machine can say against a plan before people review it (`ledger.md`, "plan approval"): four checks, and the
 * coverage of findings, causes and measures by one another. A plan with one of these problems is not approved.
 */
import type { PlanContent, PlanMeasure } from './plan-content.ts'

/** In the order in which the page shows them. The first four are the checks, the others coverage. */
export const planChecks = [
  'findingWithoutMeasure',
  'measureNotConcrete',
  'noDefiniteDeadline',
  'noOneResponsible',
  'findingWithoutCause',
  'causeWithoutMeasure',
  'causeWithoutFinding',
  'measureWithoutFinding',
] as const
export type PlanCheck = (typeof planChecks)[number]

/** What a measure lacks. */
export const planLacks = ['kind', 'target', 'expectedProof', 'dueOn', 'leadUnit', 'officer'] as const
export type PlanLack = (typeof planLacks)[number]

export type PlanProblem = {
  check: PlanCheck
  record: 'finding' | 'cause' | 'measure'
  id: number
  lacks: PlanLack[]
}

/** @param causesRequired false where the inspection does without causes (its settings say so) */
export function planProblems(plan: PlanContent, causesRequired: boolean): PlanProblem[] {
  const { findings, causes, measures } = plan
  const answered = new Set(findings.flatMap(({ measureIds }) => measureIds))
  const problem = (check: PlanCheck, record: PlanProblem['record'], id: number, lacks: PlanLack[] = []) => ({
    check,
    record,
    id,
    lacks,
  })
  return [
    ...findings
      .filter(({ measureIds }) => measureIds.length === 0)
      .map(({ id }) => problem('findingWithoutMeasure', 'finding', id)),
    ...lacking('measureNotConcrete', measures, concreteLacks),
    ...lacking('noDefiniteDeadline', measures, deadlineLacks),
    ...lacking('noOneResponsible', measures, responsibleLacks),
    ...(causesRequired ? findings : [])
      .filter(({ causeIds }) => causeIds.length === 0)
      .map(({ id }) => problem('findingWithoutCause', 'finding', id)),
    ...causes
      .filter(({ measureIds }) => measureIds.length === 0)
      .map(({ id }) => problem('causeWithoutMeasure', 'cause', id)),
    ...causes
      .filter(({ findingIds }) => findingIds.length === 0)
      .map(({ id }) => problem('causeWithoutFinding', 'cause', id)),
    ...measures.filter(({ id }) => !answered.has(id)).map(({ id }) => problem('measureWithoutFinding', 'measure', id)),
  ]
}

const lacking = (
  check: PlanCheck,
  measures: readonly PlanMeasure[],
  lacksOf: (measure: PlanMeasure) => PlanLack[],
): PlanProblem[] =>
  measures.flatMap((measure) => {
    const lacks = lacksOf(measure)
    return lacks.length === 0 ? [] : [{ check, record: 'measure' as const, id: measure.id, lacks }]
  })

/** Concrete: says what is to be reached, and for each of that what will prove it. */
function concreteLacks({ targets }: PlanMeasure): PlanLack[] {
  if (targets.length === 0) return ['target', 'expectedProof']
  const unsaid = targets.some(({ words, quantity }) => words.trim() === '' && quantity === null)
  const unproved = targets.some(({ expectedProof }) => (expectedProof ?? '').trim() === '')
  return [...(unsaid ? ['target' as const] : []), ...(unproved ? ['expectedProof' as const] : [])]
}

/**
 * A day, and a kind. 立行立改 and 边巡边改 are done at once or already: they need no day. 长期坚持 alone names no end, so its
 * first stage needs one.
 */
function deadlineLacks({ kind, dueOn }: PlanMeasure): PlanLack[] {
  const atOnce = kind === 'immediate' || kind === 'duringInspection'
  return [...(kind === null ? ['kind' as const] : []), ...(dueOn === null && !atOnce ? ['dueOn' as const] : [])]
}

/** One unit in the lead and one person in it. */
const responsibleLacks = ({ leadUnit, officer }: PlanMeasure): PlanLack[] => [
  ...(leadUnit === null ? ['leadUnit' as const] : []),
  ...(officer === null ? ['officer' as const] : []),
]
