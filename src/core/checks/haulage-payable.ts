/** Earth carried away: paid for what was measured and permitted, and known to have arrived. */
import { payableHaulage } from '../calculators/haulage.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import { auditPractice, localRule } from './sources.ts'

export const haulagePayable = defineProjectCheck({
  id: 'haulage.payable',
  area: 'haulage',
  name: { zh: '土方外运多计', en: 'More earth than measured or permitted' },
  explanation: {
    zh: '可计价方量取实测方量和转运证合计方量中较小的。多报、多付的按差额核减、追回。',
    en: 'Payable is the smaller of what was measured and what the permits cover. Take off the rest.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{what}{volume}立方米，转运证合计{permitted}、实测{measured}立方米，可计{payable}立方米，多计{excess}立方米。',
      en: '{volume} m³ claimed or paid; permits cover {permitted}, measured {measured}, payable {payable}: {excess} too many.',
    },
    clear: { zh: '可计{payable}立方米，{what}{volume}立方米。', en: '{payable} m³ payable, {volume} claimed or paid.' },
  },
  each: ({ entries }) => entries.haulage,
  on: ({ values }) => values.period?.to ?? null,
  one: (haulage) => {
    const known = take(haulage, 'permits', 'measured')
    if (isMissing(known)) return cannotTell(haulage, known.missing)
    const { paid, claimed } = haulage.values
    const volume = paid ?? claimed
    if (volume === undefined) return cannotTell(haulage, [lacks('haulage', 'claimed', haulage)])
    if (known.permits.some((permit) => permit.volume === undefined))
      return cannotTell(haulage, [lacks('haulage', 'permits', haulage)])
    const { permitted, payable, excess } = payableHaulage({
      permits: known.permits.map((permit) => permit.volume ?? 0),
      measured: known.measured,
      claimed: volume,
      unitPrice: 0,
    })
    const what = paid === undefined ? '送审' : '已付款'
    const numbers = { what, volume, permitted, measured: known.measured, payable, excess }
    return excess > 0 ? flagged(haulage, numbers) : clear(haulage, numbers)
  },
})

export const haulageDumpSite = defineProjectCheck({
  id: 'haulage.dumpSite',
  area: 'haulage',
  name: { zh: '弃土场没有确认', en: 'Dump site not confirmed' },
  explanation: {
    zh: '土方运到哪里、弃土场是否接收，要有对方确认。没有确认的，运距和方量都不实在，也可能乱倒。',
    en: 'Where the earth went is confirmed by who took it; else neither distance nor volume is sure.',
  },
  source: localRule,
  nature: 'local',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: { zh: '弃土（取土）场“{site}”没有确认接收。', en: 'The site “{site}” did not confirm.' },
    clear: { zh: '弃土（取土）场“{site}”已确认。', en: 'The site “{site}” confirmed.' },
  },
  each: ({ entries }) => entries.haulage,
  on: ({ values }) => values.period?.to ?? null,
  one: (haulage) => {
    const known = take(haulage, 'dumpSite', 'dumpSiteConfirmed')
    if (isMissing(known)) return cannotTell(haulage, known.missing)
    const numbers = { site: known.dumpSite }
    return known.dumpSiteConfirmed ? clear(haulage, numbers) : flagged(haulage, numbers)
  },
})
