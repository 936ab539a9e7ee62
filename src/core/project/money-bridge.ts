/** The money of a project from the estimate to what was paid and settled: each amount in 分, summed from its entries. */
import { type ProjectFacts, projectOf } from '../checks/project-facts.ts'
import { amountOf, changesOf, paidNet, supplementsOf } from '../checks/project-links.ts'
import { mainContracts } from './life-line.ts'

/** Null: not recorded. Of the contracts for the works (of upkeep, where that is what the project is). */
export type MoneyBridge = {
  readonly estimate: number | null
  /** As adjusted, where that was approved. */
  readonly preliminaryBudget: number | null
  readonly budget: number | null
  /** Original prices. */
  readonly contract: number | null
  readonly supplements: number
  readonly changesApproved: number
  readonly changesPending: number
  /** How many changes, approved or not. */
  readonly changes: number
  /** Net of what came back. */
  readonly paid: number
  /** What contractors asked for, reviewed or not; `reduction` is of those that were reviewed. */
  readonly submitted: number | null
  readonly reduction: number | null
  readonly settled: number | null
  readonly finalCost: number | null
  /** Other contracts of the project (survey, design, supervision …), and what else was paid. */
  readonly otherContracts: number
  readonly otherPaid: number
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
const sumOrNull = (amounts: readonly number[]): number | null => (amounts.length === 0 ? null : sum(amounts))

export function moneyBridgeOf(facts: ProjectFacts): MoneyBridge {
  const { entries } = facts
  const values = projectOf(facts)?.values ?? {}
  const contracts = mainContracts(facts)
  const changes = contracts.flatMap((contract) => changesOf(facts, contract))
  const approved = changes.filter((change) => change.values.approvedOn !== undefined)
  const supplements = contracts.flatMap((contract) => supplementsOf(facts, contract))
  const own = new Set([...contracts, ...supplements].map(({ id }) => id))
  const paid = paidNet(
    entries.payment.filter(({ values: { contract } }) => contract !== undefined && own.has(contract)),
  )
  const settlements = entries.settlement.filter(
    ({ values: { contract } }) => contract !== undefined && own.has(contract),
  )
  const adjusted = entries.decision
    .filter(({ kind, values: { approvedOn } }) => kind === 'budgetAdjustment' && approvedOn !== undefined)
    .at(-1)?.values.amount
  return {
    estimate: values.estimate ?? null,
    preliminaryBudget: adjusted ?? values.preliminaryBudget ?? null,
    budget: values.budget ?? null,
    contract: sumOrNull(contracts.flatMap(({ values: { price } }) => price ?? [])),
    supplements: sum(supplements.flatMap(({ values: { price } }) => price ?? [])),
    changesApproved: amountOf(approved),
    changesPending: amountOf(changes.filter((change) => change.values.approvedOn === undefined)),
    changes: changes.length,
    paid,
    submitted: sumOrNull(settlements.flatMap(({ values: { submitted } }) => submitted ?? [])),
    reduction: sumOrNull(
      settlements.flatMap(({ values: { submitted, secondReviewed, reviewed } }) => {
        const settled = secondReviewed ?? reviewed
        return submitted === undefined || settled === undefined ? [] : [submitted - settled]
      }),
    ),
    settled: sumOrNull(
      settlements.flatMap(({ values: { secondReviewed, reviewed } }) => secondReviewed ?? reviewed ?? []),
    ),
    finalCost: values.finalCost ?? null,
    otherContracts: sum(
      entries.contract
        .filter(({ id, kind }) => !own.has(id) && kind !== 'termination' && kind !== 'labour' && kind !== 'trade')
        .flatMap(({ values: { price } }) => price ?? []),
    ),
    otherPaid: paidNet(entries.payment) - paid,
  }
}
