/** How entries of a project hang together: which contract, which tender, how much was paid on it. */
import type { Day } from '../deadline/day.ts'
import type { ProjectFacts } from './project-facts.ts'

export type Contract = ProjectFacts['entries']['contract'][number]
export type Payment = ProjectFacts['entries']['payment'][number]
export type Change = ProjectFacts['entries']['changeOrder'][number]
export type Tender = ProjectFacts['entries']['tender'][number]

const tendered: ReadonlySet<string> = new Set(['publicTender', 'invitedTender'])
const outward: ReadonlySet<string> = new Set(['prepayment', 'progress', 'settlement', 'qualityBond'])
const inward: ReadonlySet<string> = new Set(['refund', 'deduction', 'recovery'])

/** Contracts for works. */
export const isForWorks = ({ kind }: Pick<Contract, 'kind'>): boolean => kind === 'construction' || kind === 'epc'

/** The contract that an entry names. */
export const contractOf = (facts: ProjectFacts, id: number | undefined): Contract | null =>
  facts.entries.contract.find((contract) => contract.id === id) ?? null

/** The tender that a contract came from. */
export const tenderOf = (facts: ProjectFacts, contract: Contract): Tender | null =>
  facts.entries.tender.find(({ id }) => id === contract.values.tender) ?? null

/** Whether a contract was put out to tender; null where nothing says so. */
export function wasTendered(facts: ProjectFacts, contract: Contract): boolean | null {
  const method = contract.values.sourcing ?? tenderOf(facts, contract)?.values.method
  return method === undefined ? null : tendered.has(method)
}

export const awardNoticeOf = (facts: ProjectFacts, contract: Contract): Day | undefined =>
  contract.values.awardNoticeOn ?? tenderOf(facts, contract)?.values.awardNoticeOn

/** Payments on a contract, in the order of their days. */
export const paymentsOn = (facts: ProjectFacts, contract: Contract): readonly Payment[] =>
  facts.entries.payment.filter(({ values }) => values.contract === contract.id)

/** Whether money went out. */
export const isOutward = ({ kind }: Pick<Payment, 'kind'>): boolean => kind !== null && outward.has(kind)

/** What was paid, less what came back. 分 are whole: adding them is exact. */
export const paidNet = (payments: readonly Payment[]): number =>
  payments.reduce((sum, { kind, values }) => {
    const amount = values.amount ?? 0
    if (kind !== null && inward.has(kind)) return sum - amount
    return kind !== null && outward.has(kind) ? sum + amount : sum
  }, 0)

/** Changes of a contract. */
export const changesOf = (facts: ProjectFacts, contract: Contract): readonly Change[] =>
  facts.entries.changeOrder.filter(({ values }) => values.contract === contract.id)

/** Changes approved up to and with a day. */
export const approvedBy = (changes: readonly Change[], day: Day): readonly Change[] =>
  changes.filter(({ values }) => values.approvedOn !== undefined && values.approvedOn <= day)

/** Supplements of a contract. */
export const supplementsOf = (facts: ProjectFacts, contract: Contract): readonly Contract[] =>
  facts.entries.contract.filter(({ kind, values }) => kind === 'supplement' && values.mainContract === contract.id)

/** What changes come to. */
export const amountOf = (changes: readonly { readonly values: { readonly amount?: number | undefined } }[]): number =>
  changes.reduce((sum, { values }) => sum + (values.amount ?? 0), 0)
