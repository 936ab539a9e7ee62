import { expect, test } from 'vitest'
import { splitLabels } from './labels.ts'
import { nodeOf, shadeOf, wholeLine } from './shade.ts'

function read(text: string): string[] {
  const line = wholeLine(shadeOf(text, 1))
  if (!line) return []
  const { before, parts } = splitLabels(line)
  return [
    before ? nodeOf(before).text : '',
    ...parts.map(({ kind, value }) => `${kind} ${value ? nodeOf(value).text : ''}`),
  ]
}

test.each([
  ['责任领导：镇长；责任单位：建设办；责任人：主任', ['', 'leader 镇长', 'unit 建设办', 'officer 主任']],
  ['存在问题:甲。整改措施:①乙;②丙。整改成效:丁。', ['', 'problem 甲。', 'measure ①乙;②丙。', 'result 丁。']],
  ['【整改措施】甲。【责任单位】乙', ['', 'measure 甲。', 'unit 乙']],
  ['甲已办结。整改时限：长期坚持', ['甲已办结。', 'deadline 长期坚持']],
  ['整改措施（2项）：甲', ['', 'measure 甲']],
  ['问题：甲', ['', 'problem 甲']],
  ['整改目标：甲。完成情况：乙。', ['', 'other 甲。', 'result 乙。']],
  // Ordinary words, not labels.
  ['发现的问题：甲', ['发现的问题：甲']],
  ['围绕整改措施开展工作', ['围绕整改措施开展工作']],
  ['学习“责任单位：乙”的要求', ['学习“责任单位：乙”的要求']],
])('%s', (text, expected) => expect(read(text)).toEqual(expected))
