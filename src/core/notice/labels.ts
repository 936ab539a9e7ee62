/** Labels of the parts of a finding (`存在问题：…；责任单位：…`), wherever they stand in a stretch. */

import { matchesIn } from './matches-in.ts'
import type { Block } from './notice.ts'
import { isFree, type Stretch, textOf, trimmed } from './shade.ts'

export type BlockKind = Block['kind']

const labelsOf: readonly [BlockKind, string][] = [
  [
    'problem',
    '存在问题 存在的问题 存在的主要问题 问题表现 具体问题 主要问题 反馈问题 问题描述 问题概述 具体表现 整改问题 巡察反馈问题 巡视反馈问题 反馈意见 交办问题基本情况 问题基本情况 整改任务 问题',
  ],
  ['cause', '原因分析 问题原因 产生原因 存在原因 主要原因 问题成因 成因分析 原因'],
  [
    'measure',
    '整改措施 整改措施及成效 整改措施和成效 整改措施及整改成效 整改举措及成效 整改措施及完成情况 整改措施及进展情况 整改措施落实情况 主要整改措施 已采取措施 采取的措施 具体措施 整改举措 主要措施 工作措施 具体整改措施 整改目标及措施 措施 举措',
  ],
  [
    'result',
    '整改成效 整改效果 取得成效 整改结果 工作成效 取得的成效 阶段性成效 目前成效 成效 整改情况 整改落实情况 整改进展 整改进展情况 进展情况 目前进展 完成情况 落实情况 整改完成情况 具体整改情况 整改工作情况 处理和整改情况 处理整改情况 整改落实',
  ],
  [
    'nextStep',
    '下一步 下一步打算 下步打算 下步措施 下一步工作 下一步措施 下一步整改措施 下一步工作打算 下一步工作措施 下一步计划 后续措施 后续工作',
  ],
  ['leader', '责任领导 牵头领导 分管领导 包保领导 整改责任领导 牵头责任领导 责任县领导 责任区领导'],
  [
    'unit',
    '责任单位 牵头单位 配合单位 责任部门 整改单位 牵头部门 责任科室 整改责任单位 牵头责任单位 主要责任单位 责任股室 责任处室 责任科 责任主体 承办单位 承办科室 配合部门 配合科室 整改主体',
  ],
  ['officer', '责任人 责任人员 整改责任人 具体责任人 直接责任人 第一责任人'],
  ['deadline', '整改时限 完成时限 整改期限 时限 完成时间 整改完成时限 整改时间 整改完成时间 期限'],
  [
    'other',
    '整改目标 目标要求 工作目标 整改要求 整改类型 问题类型 问题编号 受理编号 行政区域 污染类型 调查核实情况 核实情况 问责情况 验收意见 销号意见',
  ],
  ['status', '整改状态 完成状态 状态 办理状态 进展状态 整改进度 销号情况 整改结论 是否属实'],
]
const kinds = new Map<string, BlockKind>()
for (const [kind, words] of labelsOf) for (const word of words.split(' ')) kinds.set(word, kind)
const longestFirst = [...kinds.keys()].sort((one, other) => other.length - one.length).join('|')

/** The kind of a label; null when the words are none. */
export function labelKind(words: string): BlockKind | null {
  return kinds.get(words) ?? null
}

// A label begins a stretch or follows a stop, a blank or a closing bracket; a colon, or brackets around it, make it one.
const label = new RegExp(
  `(?:(【|\\[)(${longestFirst})(?:】|\\])[: ]*|(?<![^ ;。,.)】\\]])(${longestFirst})(?:\\([^()]{1,12}\\))?: *)`,
  'g',
)

export type Labelled = { readonly kind: BlockKind; readonly label: Stretch; readonly value: Stretch | null }

/** Splits a stretch at its labels: the text before the first one and each labelled value. */
export function splitLabels(stretch: Stretch): { before: Stretch | null; parts: Labelled[] } {
  const text = textOf(stretch)
  const { shade } = stretch
  if (!/[:【[]/.test(text)) return { before: stretch, parts: [] }
  const places: { start: number; labelStart: number; labelEnd: number; valueStart: number; kind: BlockKind }[] = []
  for (const match of matchesIn(text, label)) {
    const words = match[2] ?? match[3] ?? ''
    const start = stretch.start + match.index
    const kind = kinds.get(words)
    if (kind === undefined || !isFree(shade, start)) continue
    // 问题 and 原因 alone are labels only at the beginning of a paragraph: elsewhere they are ordinary words.
    if (words.length === 2 && match.index > 0 && text.charAt(match.index - 1) !== ' ') continue
    const labelStart = start + (match[1]?.length ?? 0)
    places.push({ start, labelStart, labelEnd: labelStart + words.length, valueStart: start + match[0].length, kind })
  }
  const [first] = places
  if (!first) return { before: stretch, parts: [] }
  const parts = places.map((place, index): Labelled => {
    const end = places[index + 1]?.start ?? stretch.end
    return {
      kind: place.kind,
      label: { shade, start: place.labelStart, end: place.labelEnd },
      value: withoutSeparator(trimmed(shade, place.valueStart, end), end < stretch.end),
    }
  })
  return { before: trimmed(shade, stretch.start, first.start), parts }
}

function withoutSeparator(value: Stretch | null, followed: boolean): Stretch | null {
  if (!value || !followed || !';,'.includes(value.shade.text.charAt(value.end - 1))) return value
  return trimmed(value.shade, value.start, value.end - 1)
}
