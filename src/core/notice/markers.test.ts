import { describe, expect, test } from 'vitest'
import { markerAt } from './markers.ts'
import { shadeOf } from './shade.ts'

const read = (line: string) => {
  const marker = markerAt(shadeOf(line, 1).text)
  return marker && `${marker.rank} ${marker.number} ${marker.label}`
}

describe('headings', () => {
  test.each([
    ['一、加强领导', '1 1 一'],
    ['十一、加强领导', '1 11 十一'],
    ['（一）方面', '2 1 (一)'],
    ['(十二)方面', '2 12 (十二)'],
    ['1.学习', '3 1 1'],
    ['１２．学习', '3 12 12'],
    ['3、学习', '3 3 3'],
    ['1. 学习', '3 1 1'],
    ['问题3：学习', '2.7 3 3'],
    ['问题二 学习', '2.7 2 二'],
    ['【问题4】学习', '2.7 4 4'],
    ['序号5 关于学习的问题', '2.7 5 5'],
    ['（1）学习', '4 1 (1)'],
    ['2)学习', '4 2 (2)'],
    ['⑶学习', '4 3 (3)'],
    ['③学习', '5 3 ③'],
    ['1.2023年以来', '3 1 1'],
    ['1.2个项目超期', '3 1 1'],
  ])('%s', (line, expected) => expect(read(line)).toBe(expected))
})

describe('no headings', () => {
  test.each([
    '2023年',
    '1.5万元',
    '28个问题',
    '一是学习',
    '二〇二三年',
    '（含税）',
    '12:30',
    '0556-1',
    '',
    '十分重视',
    '1,200元',
  ])('%j', (line) => expect(read(line)).toBe(null))
})
