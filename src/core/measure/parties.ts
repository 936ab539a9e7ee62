/** Who somebody is to a measure, and whether two acts were done by one and the same. */
import type { Actor, Assignment } from '../access/policy.ts'
import type { InspectionSettings } from '../inspection/settings.ts'
import type { Sentence } from '../sentence.ts'
import type { Part, Party } from './transitions.ts'

/** What of a measure tells who answers for it. */
export type Responsible = {
  inspectionId: number
  leadUnitId: number | null
  responsibleOfficerId: number | null
  responsibleLeaderId: number | null
}

/** The assignments under which this person is that party to the measure. */
export function assignmentsAs(
  party: Party,
  actor: Actor,
  measure: Responsible,
  settings: InspectionSettings,
): readonly Assignment[] {
  const role = party === 'leadOfficer' ? 'officer' : party === 'signer' ? settings.signer : party
  return actor.assignments.filter((held) => {
    if (held.role !== role || (held.inspectionId !== null && held.inspectionId !== measure.inspectionId)) return false
    const holder = held.onBehalfOf ?? actor.personId
    const lead = measure.leadUnitId
    switch (role) {
      case 'officer':
        return holder === measure.responsibleOfficerId || (lead !== null && held.unitId === lead)
      case 'unitHead':
        return (
          lead !== null &&
          held.unitId !== null &&
          (held.unitId === lead || (actor.subordinateIds.get(held.unitId)?.includes(lead) ?? false))
        )
      case 'leader':
        return holder === measure.responsibleLeaderId
      default:
        return true
    }
  })
}

/** Somebody did his part, perhaps for somebody else. */
export type Done = { part: Part; personId: number; onBehalfOf: number | null }
/** One stands in for another today. */
export type Deputation = { deputyId: number; principalId: number }
export type Conflict = { part: Part; how: 'wasYou' | 'youStandFor' | 'standsForYou' }

/**
 * Four eyes: are these people apart? A natural person counts as himself and as the one he acts for; and whoever stands in for
 * another counts as that other, whichever of them acts.
 * @param done what was done before, by others as it should be
 * @param deputations those in force that touch anybody who did something
 * @returns the first part that stands in the way, or null
 */
export function conflictWith(
  actor: Actor,
  assignment: Assignment,
  done: readonly Done[],
  deputations: readonly Deputation[],
): Conflict | null {
  const self = actor.personId
  const own = [self, ...(assignment.onBehalfOf == null ? [] : [assignment.onBehalfOf])]
  const standsFor = (deputyId: number, principalId: number): boolean =>
    deputations.some((each) => each.deputyId === deputyId && each.principalId === principalId) ||
    (deputyId === self && actor.assignments.some((held) => held.onBehalfOf === principalId))
  for (const { part, personId, onBehalfOf } of done) {
    const theirs = [personId, ...(onBehalfOf === null ? [] : [onBehalfOf])]
    if (theirs.includes(self)) return { part, how: 'wasYou' }
    if (own.some((mine) => theirs.some((other) => mine === other || standsFor(mine, other))))
      return { part, how: 'youStandFor' }
    if (own.some((mine) => theirs.some((other) => standsFor(other, mine)))) return { part, how: 'standsForYou' }
  }
  return null
}

export const partyNames: Readonly<Record<Party, Sentence>> = {
  leadOfficer: { zh: '牵头单位经办人（含责任人）', en: 'an officer of the lead unit or the responsible officer' },
  unitHead: { zh: '牵头单位或上级单位负责人', en: 'the head of the lead unit or of a unit above' },
  office: { zh: '整改办', en: 'the rectification office' },
  inspector: { zh: '巡察机构', en: 'the inspectors' },
  leadingGroup: { zh: '整改工作领导小组', en: 'the leading group' },
  leader: { zh: '责任领导', en: 'the responsible leader' },
  signer: { zh: '签批人', en: 'the one who signs' },
}

/** "整改办或巡察机构", with the signer called by who it is in this inspection. */
export function partiesNamed(parties: readonly Party[], settings: InspectionSettings): Sentence {
  const named = parties.map((party) => partyNames[party === 'signer' ? settings.signer : party])
  return { zh: named.map(({ zh }) => zh).join('或'), en: named.map(({ en }) => en).join(' or ') }
}

export const partNames: Readonly<Record<Part, Sentence>> = {
  apply: { zh: '申请人', en: 'the applicant' },
  endorse: { zh: '核签人', en: 'the one who endorsed' },
  verify: { zh: '核实人', en: 'the one who verified' },
  raise: { zh: '申请人', en: 'the one who asked' },
}
