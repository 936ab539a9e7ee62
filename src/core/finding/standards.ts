/** The five standards of a finding's sign-off (`ledger.md`), in their order. */
import type { Sentence } from '../sentence.ts'

export const standards = ['measuresDone', 'violationsDealtWith', 'meetsLaw', 'widened', 'rootCause'] as const
export type Standard = (typeof standards)[number]

export const standardNames: Readonly<Record<Standard, Sentence>> = {
  measuresDone: { zh: '措施落实到位', en: 'measures done' },
  violationsDealtWith: { zh: '违规违纪处理到位', en: 'violations dealt with' },
  meetsLaw: { zh: '结果符合法规标准', en: 'result meets law and standard' },
  widened: { zh: '举一反三到位', en: 'looked for the same elsewhere' },
  rootCause: { zh: '治本建制到位', en: 'root cause and lasting rule' },
}
