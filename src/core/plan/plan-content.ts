/**
 * The plan as a value: what is reviewed, checked and frozen when it is submitted. Names stand in it as they were, so that a
 * frozen plan says what its reviewers read.
 */
import type { MeasureKind } from '../measure/status.ts'

export type Named = { id: number; name: string }

export type PlanTarget = {
  words: string
  quantity: number | null
  unit: string | null
  expectedProof: string | null
}
export type PlanFinding = {
  id: number
  number: string
  heading: string
  original: string | null
  aspect: string | null
  selfFound: boolean
  /** Number of the finding that was looked for elsewhere (举一反三). */
  widenedFrom: string | null
  causeIds: number[]
  measureIds: number[]
}
export type PlanCause = { id: number; text: string; findingIds: number[]; measureIds: number[] }
export type PlanMeasure = {
  id: number
  number: string
  text: string
  kind: MeasureKind | null
  /** Of the plan: an extension granted later does not change it. */
  dueOn: string | null
  duePhrase: string | null
  leadUnit: Named | null
  supportingUnits: Named[]
  leader: Named | null
  officer: Named | null
  targets: PlanTarget[]
}
export type PlanContent = { findings: PlanFinding[]; causes: PlanCause[]; measures: PlanMeasure[] }

/** The frozen text: the same plan always gives the same text. Records and links come in the order of their ids. */
export const frozenPlan = (content: PlanContent): string =>
  JSON.stringify({
    format: 'bihuan.plan/1',
    findings: content.findings
      .map(({ id, number, heading, original, aspect, selfFound, widenedFrom, causeIds, measureIds }) => {
        const links = { causeIds: inOrder(causeIds), measureIds: inOrder(measureIds) }
        return { id, number, heading, original, aspect, selfFound, widenedFrom, ...links }
      })
      .sort(byId),
    causes: content.causes
      .map(({ id, text, findingIds, measureIds }) => {
        return { id, text, findingIds: inOrder(findingIds), measureIds: inOrder(measureIds) }
      })
      .sort(byId),
    measures: content.measures
      .map((measure) => ({
        id: measure.id,
        number: measure.number,
        text: measure.text,
        kind: measure.kind,
        dueOn: measure.dueOn,
        duePhrase: measure.duePhrase,
        leadUnit: named(measure.leadUnit),
        supportingUnits: measure.supportingUnits.map(({ id, name }) => ({ id, name })).sort(byId),
        leader: named(measure.leader),
        officer: named(measure.officer),
        targets: measure.targets.map(({ words, quantity, unit, expectedProof }) => {
          return { words, quantity, unit, expectedProof }
        }),
      }))
      .sort(byId),
  })

/** Reads what {@link frozenPlan} wrote. */
export const thawedPlan = (frozen: string): PlanContent => JSON.parse(frozen) as PlanContent

const byId = (one: { id: number }, other: { id: number }): number => one.id - other.id
const inOrder = (ids: readonly number[]): number[] => [...ids].sort((one, other) => one - other)
const named = (value: Named | null): Named | null => (value === null ? null : { id: value.id, name: value.name })
