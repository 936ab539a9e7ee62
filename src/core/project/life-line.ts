/**
 * The life of a project, from the decision to upkeep, read from what is recorded of it: nobody types how far it has come.
 * Each station says when it was planned, when it began and was done, and what is still missing.
 */
import { daysFrom, earliest, latest } from '../checks/days.ts'
import { type ProjectFacts, projectOf } from '../checks/project-facts.ts'
import { isForWorks } from '../checks/project-links.ts'
import type { Day } from '../deadline/day.ts'
import type { ShippedRegisters } from '../registers/registers.ts'
import { type StationName, type StationState, stationNames } from './stations.ts'

/** An entry that is not there (of a kind, where it matters), or a field of one that is. */
export type Missing = {
  readonly register: keyof ShippedRegisters
  readonly kind: string | null
  readonly field: string | null
  readonly entryId: number | null
}

export type Station = {
  readonly station: StationName
  readonly state: StationState
  readonly plannedOn: Day | null
  readonly startedOn: Day | null
  readonly doneOn: Day | null
  /** Calendar days after the planned day: until it was done, or until today. */
  readonly lateDays: number | null
  readonly missing: readonly Missing[]
}

/** What one station finds in the records, before it is held against the others. */
type Found = {
  plannedOn?: Day | null | undefined
  startedOn?: Day | null | undefined
  doneOn?: Day | null | undefined
  missing?: readonly Missing[]
}
type Finder = (facts: ProjectFacts, today: Day) => Found

const entry = (register: Missing['register'], kind: string | null = null): Missing => ({
  register,
  kind,
  field: null,
  entryId: null,
})
const field = (register: Missing['register'], entryId: number, name: string): Missing => ({
  register,
  kind: null,
  field: name,
  entryId,
})

const planned = (facts: ProjectFacts) => projectOf(facts)?.values ?? {}
const isUpkeep = (facts: ProjectFacts): boolean => projectOf(facts)?.kind === 'upkeep'
/** The contracts that the project is about. */
export const mainContracts = (facts: ProjectFacts) =>
  facts.entries.contract.filter((contract) => (isUpkeep(facts) ? contract.kind === 'upkeep' : isForWorks(contract)))

/** All of them, or none is the last. */
const lastOfAll = (days: readonly (Day | undefined)[]): Day | null =>
  days.length > 0 && days.every((day) => day !== undefined) ? latest(days) : null

const finders: Readonly<Record<StationName, Finder>> = {
  decision(facts) {
    const { decision } = facts.entries
    const of = (kind: string) => decision.filter((each) => each.kind === kind)
    const [feasibility, budget] = [of('feasibility'), of('preliminaryBudget')]
    return {
      plannedOn: planned(facts).plannedDecisionOn,
      startedOn: earliest(decision.flatMap(({ values }) => [values.appliedOn, values.approvedOn])),
      doneOn: latest(budget.map(({ values }) => values.approvedOn)),
      missing: [
        ...(feasibility.length === 0 ? [entry('decision', 'feasibility')] : []),
        ...(budget.length === 0 ? [entry('decision', 'preliminaryBudget')] : []),
        ...[...feasibility, ...budget]
          .filter(({ values }) => values.approvedOn === undefined)
          .map(({ id }) => field('decision', id, 'approvedOn')),
      ],
    }
  },

  design(facts) {
    const reviews = facts.entries.decision.filter(({ kind }) => kind === 'drawingReview')
    const contracts = facts.entries.contract.filter(({ kind }) => kind === 'design' || kind === 'epc')
    return {
      plannedOn: planned(facts).plannedDesignOn,
      startedOn: earliest([
        ...contracts.map(({ values }) => values.performedFrom ?? values.signedOn),
        ...reviews.flatMap(({ values }) => [values.appliedOn, values.approvedOn]),
      ]),
      doneOn: lastOfAll(reviews.map(({ values }) => values.approvedOn)),
      missing: [
        ...(contracts.length === 0 ? [entry('contract', 'design')] : []),
        ...(reviews.length === 0 ? [entry('decision', 'drawingReview')] : []),
        ...reviews
          .filter(({ values }) => values.approvedOn === undefined)
          .map(({ id }) => field('decision', id, 'approvedOn')),
      ],
    }
  },

  tender(facts) {
    const kinds = isUpkeep(facts) ? ['service'] : ['construction', 'epc']
    const tenders = facts.entries.tender.filter(({ kind }) => kind !== null && kinds.includes(kind))
    const awards = [...tenders, ...mainContracts(facts)].map(({ values }) => values.awardNoticeOn)
    return {
      plannedOn: planned(facts).plannedTenderOn,
      startedOn: earliest([...tenders.map(({ values }) => values.documentsOn), ...awards]),
      doneOn: tenders.every(({ values }) => values.awardNoticeOn !== undefined) ? latest(awards) : null,
      missing: [
        ...(tenders.length === 0 ? [entry('tender', kinds[0])] : []),
        ...tenders
          .filter(({ values }) => values.awardNoticeOn === undefined)
          .map(({ id }) => field('tender', id, 'awardNoticeOn')),
      ],
    }
  },

  contract(facts) {
    const contracts = mainContracts(facts)
    const signed = contracts.map(({ values }) => values.signedOn)
    return {
      plannedOn: planned(facts).plannedContractOn,
      startedOn: earliest(signed),
      doneOn: lastOfAll(signed),
      missing: [
        ...(contracts.length === 0 ? [entry('contract', isUpkeep(facts) ? 'upkeep' : 'construction')] : []),
        ...(isUpkeep(facts) || facts.entries.contract.some(({ kind }) => kind === 'supervision')
          ? []
          : [entry('contract', 'supervision')]),
        ...contracts
          .filter(({ values }) => values.signedOn === undefined)
          .map(({ id }) => field('contract', id, 'signedOn')),
      ],
    }
  },

  build(facts) {
    const { schedule } = facts.entries
    return {
      // Days that were added with approval move the plan.
      plannedOn:
        latest(
          schedule.map(({ values }) => {
            const added = (values.extensions ?? []).reduce(
              (sum, extension) => sum + (extension.approvedOn === undefined ? 0 : (extension.days ?? 0)),
              0,
            )
            return values.plannedFinish === undefined ? undefined : later(values.plannedFinish, added)
          }),
        ) ?? planned(facts).plannedFinishOn,
      startedOn: earliest([
        ...schedule.map(({ values }) => values.actualStart),
        ...mainContracts(facts).map(({ values }) => values.performedFrom),
      ]),
      doneOn: lastOfAll(schedule.map(({ values }) => values.actualFinish)),
      missing: [
        ...(schedule.length === 0 ? [entry('schedule')] : []),
        ...schedule.flatMap(({ id, values }) => [
          ...(values.actualStart === undefined ? [field('schedule', id, 'actualStart')] : []),
          ...(values.actualFinish === undefined ? [field('schedule', id, 'actualFinish')] : []),
        ]),
      ],
    }
  },

  accept(facts) {
    const acceptances = facts.entries.acceptance
    const completions = acceptances.filter(({ kind }) => kind === 'completion')
    const passed = completions.filter(({ values }) => values.opinion === 'passed' || values.opinion === 'fixed')
    return {
      plannedOn: planned(facts).plannedAcceptanceOn,
      startedOn: earliest(acceptances.flatMap(({ values }) => [values.appliedOn, values.on])),
      doneOn: latest(passed.map(({ values }) => values.on)),
      missing: [
        ...(acceptances.some(({ kind }) => kind === 'preliminary') ? [] : [entry('acceptance', 'preliminary')]),
        ...(completions.length === 0 ? [entry('acceptance', 'completion')] : []),
        ...completions.flatMap(({ id, values }) => [
          ...(values.on === undefined ? [field('acceptance', id, 'on')] : []),
          ...preconditions.filter((name) => values[name] !== true).map((name) => field('acceptance', id, name)),
          ...(values.on !== undefined && values.filedOn === undefined ? [field('acceptance', id, 'filedOn')] : []),
        ]),
      ],
    }
  },

  settle(facts) {
    const { settlement } = facts.entries
    const settled = mainContracts(facts).map(({ id }) => settlement.find(({ values }) => values.contract === id))
    return {
      plannedOn: planned(facts).plannedSettlementOn,
      startedOn: earliest(settlement.map(({ values }) => values.submittedOn)),
      doneOn: lastOfAll(settled.map((each) => each?.values.secondReviewedOn ?? each?.values.reviewedOn)),
      missing: settled.flatMap((each) =>
        each === undefined
          ? [entry('settlement')]
          : // One after the other: what was not submitted has no review to wait for.
            (['submittedOn', 'completeOn', 'reviewedOn'] as const)
              .filter((name) => each.values[name] === undefined)
              .slice(0, 1)
              .map((name) => field('settlement', each.id, name)),
      ),
    }
  },

  handover(facts) {
    const handovers = facts.entries.handover.filter(({ kind }) => kind === 'grounds')
    return {
      plannedOn: planned(facts).plannedHandoverOn,
      startedOn: earliest(handovers.flatMap(({ values }) => [values.startedOn, values.on])),
      doneOn: lastOfAll(handovers.map(({ values }) => values.on)),
      missing: [
        ...(handovers.length === 0 ? [entry('handover', 'grounds')] : []),
        ...handovers.flatMap(({ id, values }) => [
          ...(values.on === undefined ? [field('handover', id, 'on')] : []),
          ...(values.on !== undefined && values.plantList !== true ? [field('handover', id, 'plantList')] : []),
        ]),
      ],
    }
  },

  upkeep(facts, today) {
    const periods = facts.entries.maintenance.flatMap(({ values }) => values.period ?? [])
    const running = isUpkeep(facts) ? mainContracts(facts).map(({ values }) => values.performedFrom) : []
    const endsOn = latest(periods.map(({ to }) => to))
    const isOver = endsOn !== null && endsOn < today && running.length === 0
    const finalCheck = facts.entries.survivalCheck.find(({ kind }) => kind === 'final')
    return {
      plannedOn: isUpkeep(facts) ? null : endsOn,
      startedOn: earliest([...periods.map(({ from }) => from), ...running]),
      doneOn: isOver && finalCheck !== undefined ? latest([endsOn, finalCheck.values.on]) : null,
      missing: [
        ...(periods.length === 0 ? [entry('maintenance')] : []),
        ...(isOver && finalCheck === undefined ? [entry('survivalCheck', 'final')] : []),
      ],
    }
  },
}

/** What must be there before the acceptance on completion. */
export const preconditions = ['worksDone', 'filesComplete', 'materialReports', 'qualitySigned', 'warranty'] as const

const appliesToUpkeep: ReadonlySet<StationName> = new Set(['tender', 'contract', 'upkeep'])

export function lifeLineOf(facts: ProjectFacts, today: Day): readonly Station[] {
  const found = stationNames.map((station) => ({ station, ...finders[station](facts, today) }))
  const isUsed = facts.entries.acceptance.some(({ values }) => values.usedFrom !== undefined)
  return found.map(({ station, plannedOn = null, startedOn = null, doneOn = null, missing = [] }, index) => {
    if (isUpkeep(facts) && !appliesToUpkeep.has(station))
      return { station, state: 'notApplicable', plannedOn, startedOn, doneOn, lateDays: null, missing: [] }
    const lateDays = plannedOn === null ? null : daysFrom(plannedOn, doneOn ?? today)
    // Settlement, handover and upkeep run side by side; up to the acceptance, one comes after the other.
    const wentOn = index <= acceptAt && (found.slice(index + 1, acceptAt + 1).some((next) => next.startedOn) || isUsed)
    const state: StationState =
      doneOn !== null
        ? 'done'
        : wentOn
          ? 'skipped'
          : lateDays !== null && lateDays > 0
            ? 'late'
            : startedOn !== null
              ? 'underway'
              : 'ahead'
    return {
      station,
      state,
      plannedOn,
      startedOn,
      doneOn,
      lateDays: lateDays !== null && lateDays > 0 ? lateDays : null,
      // Of what has not come yet, nothing is missing.
      missing: state === 'ahead' ? [] : missing,
    }
  })
}
const acceptAt = stationNames.indexOf('accept')

/** Where a project stands: the first station that is not done, leaving out what was passed over. */
export const stageOf = (line: readonly Station[]): StationName | 'finished' =>
  line.find(({ state }) => state === 'underway' || state === 'late' || state === 'ahead')?.station ?? 'finished'

function later(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day
}
