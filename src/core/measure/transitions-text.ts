/** The table of transitions in words: as rows, and as a diagram in Mermaid. Command line and guide print the same. */
import { type InspectionSettings, settingsOf } from '../inspection/settings.ts'
import type { Language } from '../proofread/diagnostic.ts'
import type { Sentence } from '../sentence.ts'
import { partiesNamed, partNames, partyNames } from './parties.ts'
import { type Need, norms, type Party, type RequestRule, requestRules, transitions } from './transitions.ts'
import { actNames, requestNames, statusNames } from './words.ts'

const needNames: Readonly<Record<RequestRule['needs'][number], Sentence>> = {
  targets: { zh: '每个目标达到或说明', en: 'every target met or explained' },
  evidence: { zh: '每个目标至少一件佐证', en: 'evidence for every target' },
  assessment: { zh: '自查结论', en: 'self-assessment' },
  missing: { zh: '写明缺什么（至少 10 字）', en: 'what is missing (10 characters or more)' },
  reason: { zh: '理由（至少 10 字）', en: 'reason (10 characters or more)' },
  basis: { zh: '依据', en: 'ground' },
  reviewDay: { zh: '下次复查日期', en: 'day of the next review' },
  progress: { zh: '目前进展', en: 'progress so far' },
  laterDay: { zh: '新的期限', en: 'the new date' },
  beforeDue: { zh: '到期前提出', en: 'before the due date' },
} satisfies Record<Need | RequestRule['needs'][number], Sentence>

/** Who signs differs from inspection to inspection: the table names the rule, not one of them. */
const named = (parties: readonly Party[], language: Language): string =>
  parties.length === 1 && parties[0] === 'signer'
    ? partyNames.signer[language]
    : partiesNamed(parties, anySettings)[language]
const anySettings: InspectionSettings = settingsOf({})

export type TransitionRow = Record<'act' | 'from' | 'to' | 'who' | 'apart' | 'needs' | 'norm', string>

export const columnNames: Readonly<Record<keyof TransitionRow, Sentence>> = {
  act: { zh: '动作', en: 'act' },
  from: { zh: '从', en: 'from' },
  to: { zh: '到', en: 'to' },
  who: { zh: '由谁', en: 'who' },
  apart: { zh: '须不同于', en: 'other than' },
  needs: { zh: '需要', en: 'needs' },
  norm: { zh: '规则来源', en: 'rule' },
}

/** All rows: acts first, then requests with their two decisions. */
export function transitionRows(language: Language): TransitionRow[] {
  const list = (texts: readonly string[]): string => texts.join(language === 'zh' ? '、' : ', ')
  const acts = transitions.map(({ act, from, to, who, apart, needs, norm, shortChain }): TransitionRow => {
    const short = language === 'zh' ? '（立行立改，规定缩短时）' : ' (done at once, where shortened)'
    return {
      act: `${actNames[act][language]}${shortChain === true ? short : ''}`,
      from: statusNames[from][language],
      to: statusNames[to][language],
      who: named(who, language),
      apart: list(apart.map((part) => partNames[part][language])),
      needs: list(needs.map((need) => needNames[need][language])),
      norm: norms[norm][language],
    }
  })
  const requests = requestRules.map(({ kind, from, to, raise, endorse, approve, needs, norm }): TransitionRow => {
    const steps = [raise, endorse, approve].map((parties) => named(parties, language))
    return {
      act: language === 'zh' ? `申请${requestNames[kind].zh}` : `request: ${requestNames[kind].en}`,
      from: list(from.map((status) => statusNames[status][language])),
      to: to === null ? (language === 'zh' ? '状态不变' : 'unchanged') : statusNames[to][language],
      who: steps.join(' → '),
      apart: language === 'zh' ? '三人互不相同' : 'three different people',
      needs: list(needs.map((need) => needNames[need][language])),
      norm: norms[norm][language],
    }
  })
  return [...acts, ...requests]
}

/** A table in Markdown. */
export function transitionTable(language: Language): string {
  const columns = Object.keys(columnNames) as (keyof TransitionRow)[]
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(columns.map((column) => columnNames[column][language])),
    line(columns.map(() => '---')),
    ...transitionRows(language).map((row) => line(columns.map((column) => row[column]))),
  ].join('\n')
}

/** A state diagram in Mermaid. */
export function transitionDiagram(language: Language): string {
  const edges = [
    ...transitions.map(({ act, from, to }) => ({ from, to, words: actNames[act][language] })),
    ...requestRules.flatMap(({ kind, from, to }) =>
      to === null ? [] : from.map((each) => ({ from: each, to, words: requestNames[kind][language] })),
    ),
  ]
  const used = [...new Set(edges.flatMap(({ from, to }) => [from, to]))]
  return [
    'stateDiagram-v2',
    ...used.map((status) => `  ${status} : ${statusNames[status][language]}`),
    '  [*] --> planned',
    ...edges.map(({ from, to, words }) => `  ${from} --> ${to} : ${words}`),
  ].join('\n')
}
