/** Who may take an act on a paper: the party that it belongs to, and nobody who took the act that it checks. */
import type { Actor, Assignment } from '../core/access/policy.ts'
import {
  actFits,
  type PaperAct,
  paperActWords,
  paperRules,
  paperStateWords,
  partyRoles,
  partyWords,
} from '../core/paper/paper.ts'
import { Refusal } from '../core/refusal.ts'
import type { HeldPaper } from './ports/deadlines.ts'

/** Under which of his assignments a person acts; null when he is not of the party. */
export function assignmentOf(actor: Actor, act: PaperAct, paper: HeldPaper): Assignment | null {
  const { who } = paperRules[act]
  const units = (assignment: Assignment): readonly number[] =>
    assignment.unitId === null
      ? []
      : assignment.role === 'unitHead'
        ? [assignment.unitId, ...(actor.subordinateIds.get(assignment.unitId) ?? [])]
        : [assignment.unitId]
  const found = actor.assignments.filter(
    (assignment) =>
      partyRoles[who].includes(assignment.role) &&
      (assignment.inspectionId === null || assignment.inspectionId === paper.inspectionId) &&
      (who !== 'unit' || units(assignment).includes(paper.unitId)),
  )
  // In person rather than for somebody else, where there is a choice.
  return found.find((assignment) => (assignment.onBehalfOf ?? null) === null) ?? found[0] ?? null
}

/** Why somebody may not; null when he may. */
export function refusalToAct(actor: Actor, act: PaperAct, paper: HeldPaper): Refusal | null {
  const { who, notBy = [] } = paperRules[act]
  const words = { act: paperActWords[act] }
  if (!actFits(act, paper)) return new Refusal('paper.wrongState', { ...words, state: paperStateWords[paper.state] })
  const assignment = assignmentOf(actor, act, paper)
  if (assignment === null) return new Refusal('paper.notYours', { ...words, who: partyWords[who] })
  // Natural persons and those they stand for.
  const mine = actor.assignments.flatMap((each) => each.onBehalfOf ?? [])
  const me = new Set([actor.personId, ...mine])
  const before = paper.steps.findLast(
    (step) =>
      notBy.includes(step.act) && (me.has(step.personId) || (step.onBehalfOf !== null && me.has(step.onBehalfOf))),
  )
  return before === undefined ? null : new Refusal('paper.wasYou', { ...words, part: paperActWords[before.act] })
}
