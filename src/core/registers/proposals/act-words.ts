/**
 * By which words of official texts an act belongs to a register, and what of it is counted. Read by the proposals of an import
 * and by the choice of what a target counts; the first that fits words and unit counts, so the narrower stand first.
 */
import type { ShippedRegisters } from '../registers.ts'

export type ActWords = {
  readonly register: keyof ShippedRegisters
  readonly words: RegExp
  /** The count that the number with the act is of. */
  readonly counted: string
  /** Its kind, where words say it. */
  readonly kinds?: readonly (readonly [RegExp, string])[]
  /** Other counts, told in the clauses that follow (共发现问题6个). */
  readonly more?: readonly (readonly [RegExp, string])[]
  /** The field that takes the words of the act. */
  readonly subject?: string
}

const people = [/人/, 'people'] as const

export const actWords: readonly ActWords[] = [
  { register: 'maintenance', words: /沟盖板|盖板/, counted: 'ditchCovers' },
  {
    register: 'replanting',
    words: /补植|补栽|补种|(?:更换|替换).{0,8}(?:苗|株|树|棵)/,
    counted: 'plants',
    kinds: [
      [/补植|补栽|补种/, 'replanted'],
      [/更换|替换/, 'replaced'],
    ],
  },
  { register: 'soilSample', words: /取样|取点|采样|土层|种植土/, counted: 'points' },
  { register: 'landReclamation', words: /复垦|复耕/, counted: 'reclaimed' },
  { register: 'landReclamation', words: /复垦|复耕/, counted: 'plots' },
  {
    register: 'training',
    words: /培训/,
    counted: 'times',
    kinds: [
      [/招投标|招标投标|招标/, 'tendering'],
      [/警示教育/, 'warning'],
      [/示范(?:培训)?班/, 'demonstration'],
      [/业务/, 'business'],
    ],
    more: [people],
    subject: 'topic',
  },
  { register: 'training', words: /培训/, counted: 'people', subject: 'topic' },
  {
    register: 'branchLife',
    words: /党员大会|支委会|支部委员会|党小组会|党课|组织生活会|民主评议党员|主题党日|三会一课/,
    counted: 'times',
    kinds: [
      [/党员大会/, 'members'],
      [/支委会|支部委员会/, 'committee'],
      [/党小组会/, 'group'],
      [/党课/, 'lecture'],
      [/组织生活会/, 'organisationalLife'],
      [/民主评议党员/, 'appraisal'],
      [/主题党日/, 'themeDay'],
    ],
    more: [people],
  },
  {
    register: 'study',
    words: /学习|研讨|旁听|警示(?:教育)?片|中心组/,
    counted: 'times',
    kinds: [
      [/中心组/, 'centreGroup'],
      [/旁听/, 'courtHearing'],
      [/警示(?:教育)?片/, 'warningFilm'],
      [/集中学习/, 'collective'],
      [/研讨/, 'seminar'],
    ],
    more: [[/心得|体会|发言(?:稿|材料)/, 'reflections'], people],
    subject: 'subject',
  },
  {
    register: 'meeting',
    words: /会议|会审|会商|(?:调度|推进|专题|联席|协调|民主生活|常务|复核|审查)会/,
    counted: 'times',
    kinds: [
      [/民主生活会/, 'democraticLife'],
      [/图纸会审|会审/, 'drawingReview'],
      [/党(?:委|组)[^，。；]{0,6}会/, 'partyCommittee'],
      [/联席/, 'joint'],
      [/调度/, 'scheduling'],
      [/推进/, 'progress'],
      [/协调|会商/, 'coordination'],
      [/常务/, 'executive'],
      [/复核|审查/, 'review'],
      [/专题/, 'topical'],
    ],
    more: [people],
    subject: 'topic',
  },
  {
    register: 'patrol',
    words: /巡查|巡护/,
    counted: 'times',
    kinds: [
      [/村/, 'village'],
      [/乡|镇/, 'township'],
      [/区/, 'district'],
    ],
    more: [
      [/制止/, 'stopped'],
      [/移交/, 'handedOver'],
      [/发现/, 'found'],
    ],
  },
  { register: 'lookBack', words: /回头看/, counted: 'projects' },
  {
    register: 'check',
    words: /排查|检查|督查|复核|抽查/,
    counted: 'times',
    kinds: [
      [/招待|用酒/, 'alcohol'],
      [/廉洁/, 'integrity'],
      [/土方|渣土|外运/, 'haulage'],
      [/履约/, 'performance'],
      [/资金|账目/, 'accounts'],
      [/质量|安全/, 'quality'],
      [/资料|档案/, 'papers'],
      [/专项/, 'special'],
    ],
    more: [
      [/报告/, 'reports'],
      [/整改/, 'fixed'],
      [/发现/, 'found'],
    ],
    subject: 'topic',
  },
  { register: 'dueDiligence', words: /尽职调查|尽调/, counted: 'projects' },
  { register: 'idleAsset', words: /闲置|盘活/, counted: 'areaInUse' },
  { register: 'idleAsset', words: /闲置|盘活/, counted: 'assets' },
  { register: 'fundApplication', words: /申报|国债|预算内投资|专项债/, counted: 'granted' },
  { register: 'fundApplication', words: /申报|国债|预算内投资|专项债/, counted: 'filings' },
  { register: 'stateAsset', words: /盘盈|盘亏|报损|报废/, counted: 'cases' },
  {
    register: 'integrityAgreement',
    words: /(?:廉洁|履职|廉政)[^，。；]{0,8}(?:协议|承诺)/,
    counted: 'agreements',
    kinds: [
      [/履职/, 'impartiality'],
      [/廉洁|廉政/, 'integrity'],
    ],
  },
  { register: 'supervisionReport', words: /监理月报|跟踪审计/, counted: 'reports' },
  {
    register: 'payment',
    words: /追回|追偿|退回|收回|扣减|扣款/,
    counted: 'recovered',
    kinds: [
      [/扣减|扣款/, 'deduction'],
      [/退回/, 'refund'],
      [/追回|追偿|收回/, 'recovery'],
    ],
  },
  { register: 'settlement', words: /核减|审减/, counted: 'reduction' },
  { register: 'settlement', words: /结算/, counted: 'settlements' },
  { register: 'changeOrder', words: /变更|签证/, counted: 'changes' },
  { register: 'acceptance', words: /验收/, counted: 'times' },
  { register: 'annualAssessment', words: /考核/, counted: 'times' },
  { register: 'handover', words: /移交/, counted: 'plants' },
  { register: 'handover', words: /移交/, counted: 'handovers' },
  {
    register: 'accountability',
    words: /问责|追责|谈话|约谈|批评教育|诫勉|处分|组织处理/,
    counted: 'people',
    kinds: [
      [/处分/, 'discipline'],
      [/诫勉/, 'admonition'],
      [/组织处理/, 'organisational'],
      [/批评教育/, 'criticism'],
      [/谈话|约谈/, 'talk'],
    ],
  },
  { register: 'contract', words: /合同/, counted: 'contracts' },
  {
    register: 'regulation',
    words: /制度|办法|规定|规则|细则|规范|机制|方案|预案|指引/,
    counted: 'items',
    kinds: [
      [/修订/, 'revised'],
      [/废止/, 'repealed'],
      [/制定|出台|建立|印发/, 'made'],
    ],
  },
]

/** The kind that words say, when they say one. */
export const kindIn = ({ kinds }: ActWords, words: string): string | null =>
  kinds?.find(([pattern]) => pattern.test(words))?.[1] ?? null
