/** Hospitality at the cost of a project. */
import { defineProjectCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, lacks } from './outcome.ts'
import { localRule } from './sources.ts'

const forPleasure: ReadonlySet<string> = new Set(['hospitality', 'alcohol', 'gifts'])
const watched: Readonly<Record<string, string>> = {
  supervisor: '监理单位',
  auditor: '审计（审核）单位',
  owner: '建设单位人员',
  contractor: '施工单位',
}

export const integrityHospitality = defineProjectCheck({
  id: 'integrity.hospitality',
  area: 'integrity',
  name: { zh: '项目资金列支宴请、用酒', en: 'Hospitality at the cost of a project' },
  explanation: {
    zh: '监理、审核单位接受施工方或项目列支的宴请、用酒、礼品，会影响公正履职。核实后退缴，按规定处理，并查同一单位的其他项目。',
    en: 'Supervisors and auditors who are entertained at the cost of a project are no longer impartial. Have it paid back.',
  },
  source: localRule,
  nature: 'local',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{on}从项目资金列支{amount:money}，用于{who}的宴请、用酒或礼品。',
      en: '{amount:money} of the project went to hospitality on {on}.',
    },
    clear: { zh: '列支{amount:money}，不涉及参建和审核单位。', en: '{amount:money}, not for parties of the project.' },
  },
  each: ({ entries }) => entries.payment.filter(({ values }) => forPleasure.has(values.purpose ?? '')),
  on: ({ values }) => values.paidOn ?? null,
  one: (payment) => {
    const { benefited, amount, paidOn: on } = payment.values
    if (benefited === undefined) return cannotTell(payment, [lacks('payment', 'benefited', payment)])
    const who = watched[benefited]
    return who === undefined ? clear(payment, { amount }) : flagged(payment, { on, amount, who })
  },
})
