/**
 * What the checks rest on. `verified`: the wording of the article was compared with a copy of the text; what was not is
 * marked, here and wherever it is shown. Days are those on which a document came into force.
 */
import { parseDay } from '../deadline/day.ts'
import type { Parameter, Source } from './check.ts'

const document =
  (zh: string, en: string, verified = true) =>
  (article: string | null): Source => ({ document: { zh, en }, article, verified })

export const governmentInvestment = document('政府投资条例（国务院令第712号）', 'Regulation on Government Investment')
export const biddingLaw = document('中华人民共和国招标投标法', 'Tendering and Bidding Law')
export const biddingRegulation = document('中华人民共和国招标投标法实施条例', 'Regulation on the Bidding Law')
export const mustTender = document(
  '必须招标的工程项目规定（国家发展改革委令第16号）',
  'Provisions on Projects That Must Be Tendered (NDRC order 16)',
)
export const procurementLaw = document('中华人民共和国政府采购法', 'Government Procurement Law')
export const buildingLaw = document('中华人民共和国建筑法', 'Construction Law')
export const quality = document('建设工程质量管理条例', 'Regulation on the Quality of Construction')
export const surveyAndDesign = document('建设工程勘察设计管理条例', 'Regulation on Survey and Design')
export const wages = document('保障农民工工资支付条例', 'Regulation on the Wages of Migrant Workers')
export const progressPayments = document(
  '关于完善建设工程价款结算有关办法的通知（财建〔2022〕183号）',
  'Notice on the Settlement of Construction Prices (Caijian 2022 no. 183)',
)
export const settlementRules = document(
  '建设工程价款结算暂行办法（财建〔2004〕369号）',
  'Interim Measures on the Settlement of Construction Prices (Caijian 2004 no. 369)',
)
export const qualityBondRules = document(
  '建设工程质量保证金管理办法（建质〔2017〕138号）',
  'Measures on Quality Bonds (Jianzhi 2017 no. 138)',
)
export const finalAccounts = document(
  '基本建设项目竣工财务决算管理暂行办法（财建〔2016〕503号）',
  'Interim Measures on Final Accounts (Caijian 2016 no. 503)',
)
export const greening = document('园林绿化工程施工及验收规范 CJJ 82-2012', 'Code for Landscaping CJJ 82-2012')
export const oldGreening = document(
  '城市绿化工程施工及验收规范 CJJ/T 82-99',
  'Code for Urban Greening CJJ/T 82-99',
  false,
)
export const landLaw = document('中华人民共和国土地管理法', 'Land Administration Law')
export const landRegulation = document('中华人民共和国土地管理法实施条例', 'Regulation on the Land Administration Law')
export const branchRules = document('中国共产党支部工作条例（试行）', 'Regulation on Party Branches (trial)')(null)
export const partyConstitution = document('中国共产党章程', 'Constitution of the Party', false)
export const budgetLaw = document('中华人民共和国预算法', 'Budget Law', false)
export const petitionRules = document('信访工作条例', 'Regulation on Petitions', false)
/** A rule of the place, or of the contract: what is shipped is a proposal, and no text stands behind it to compare. */
export const localRule: Source = {
  document: {
    zh: '本地规定或合同约定（所附数值是建议，可按本地规定修改）',
    en: 'Local rule or contract; the value shipped is a proposal',
  },
  article: null,
  verified: true,
}
/** Common sense of audits: a question to a person. */
export const auditPractice: Source = {
  document: { zh: '审计核查常用方法（提示性，不是法定标准）', en: 'Audit practice; a hint, not a legal threshold' },
  article: null,
  verified: true,
}
/** Red flags published by the Open Contracting Partnership with its tool Cardinal. */
export const redFlag = (number: string): Source => ({
  document: {
    zh: '公共采购红旗指标（开放合同伙伴组织 Cardinal）',
    en: 'Red flags of the Open Contracting Partnership (Cardinal)',
  },
  article: number,
  verified: true,
})

/** A parameter with one value as long as the rule holds. */
export const always = (zh: string, en: string, unit: string, value: number): Parameter => ({
  name: { zh, en },
  unit,
  values: [{ from: null, value }],
})

/** 万元 in 分. */
export const wan = (amount: number): number => amount * 1_000_000

/** First days of the documents above. */
export const inForce = {
  governmentInvestment: parseDay('2019-07-01'),
  biddingLaw: parseDay('2000-01-01'),
  biddingRegulation: parseDay('2012-02-01'),
  mustTender: parseDay('2018-06-01'),
  procurementLaw: parseDay('2003-01-01'),
  buildingLaw: parseDay('1998-03-01'),
  quality: parseDay('2000-01-30'),
  wages: parseDay('2020-05-01'),
  progressPayments: parseDay('2022-08-01'),
  settlementRules: parseDay('2004-10-20'),
  qualityBond: parseDay('2017-07-01'),
  finalAccounts: parseDay('2016-09-01'),
  greening: parseDay('2013-05-01'),
  branchRules: parseDay('2018-10-28'),
  petitionRules: parseDay('2022-05-01'),
  landRegulation: parseDay('2021-09-01'),
} as const
