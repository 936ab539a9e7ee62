/** Running contracts and the agreements of integrity that belong to them. */
import { defineProjectCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, lacks } from './outcome.ts'
import { localRule } from './sources.ts'

/** Of these kinds of contract an agreement is asked for: those who build, supervise and audit. */
const asked: ReadonlySet<string> = new Set(['construction', 'epc', 'supervision', 'audit'])

export const integrityAgreementMissing = defineProjectCheck({
  id: 'integrity.agreementMissing',
  area: 'integrity',
  name: { zh: '在履行的合同没有廉洁（公正履职）协议', en: 'Running contract without an agreement of integrity' },
  explanation: {
    zh: '施工合同应有廉洁协议，监理、审计合同应有公正履职协议，与合同同时签。缺的补签，并问清为什么没有同时签。',
    en: 'Contractors sign an agreement of integrity, supervisors and auditors one of impartiality, with the contract. Make up for what is missing, and ask why it was not signed then.',
  },
  source: localRule,
  nature: 'local',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '与{party}的合同{signed}签订，仍在履行，没有登记廉洁（公正履职）协议。',
      en: 'The contract with {party}, signed {signed}, is running; no agreement of integrity is entered.',
    },
    expired: {
      zh: '与{party}的合同仍在履行，协议已于{until}到期。',
      en: 'The contract with {party} is running; its agreement ended on {until}.',
    },
    clear: { zh: '与{party}的协议{on}签订。', en: 'Agreement with {party} signed {on}.' },
  },
  each: ({ entries }) => entries.contract.filter(({ kind }) => kind !== null && asked.has(kind)),
  on: ({ values }) => values.signedOn ?? null,
  one: (contract, _, { entries }, today) => {
    const { signedOn: signed, performedFrom, endedOn, contractor: party = '' } = contract.values
    if (endedOn !== undefined && endedOn <= today) return null
    const isTerminated = entries.contract.some(
      ({ kind, values }) =>
        kind === 'termination' && values.mainContract === contract.id && (values.signedOn ?? today) <= today,
    )
    if (isTerminated) return null
    if (signed === undefined)
      return performedFrom !== undefined && performedFrom <= today
        ? cannotTell(contract, [lacks('contract', 'signedOn', contract)])
        : null
    if (signed > today) return null
    const agreements = entries.integrityAgreement.filter(
      ({ values }) =>
        values.contract === contract.id || (values.contract === undefined && party !== '' && values.party === party),
    )
    const valid = agreements.find(({ values }) => values.until === undefined || values.until >= today)
    if (valid !== undefined) return clear(contract, { party, on: valid.values.on }, [valid])
    const [expired] = agreements
    return expired === undefined
      ? flagged(contract, { party, signed })
      : flagged(contract, { party, until: expired.values.until }, [expired], 'expired')
  },
})
