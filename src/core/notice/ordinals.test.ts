import { describe, expect, test } from 'vitest'
import { listMarks, ordinalMarks } from './ordinals.ts'
import { type Stretch, shadeOf, wholeLine } from './shade.ts'

const stretches = (...lines: string[]): Stretch[] =>
  lines.flatMap((line, index) => wholeLine(shadeOf(line, index + 1)) ?? [])
const ordinals = (...lines: string[]) => ordinalMarks(stretches(...lines)).map((mark) => mark.written)
const lists = (...lines: string[]) => listMarks(stretches(...lines)).map((mark) => mark.written)

describe('run-in ordinals', () => {
  test.each([
    ['一是学习。二是检查。', ['一是', '二是']],
    ['强化学习一是学习。二是检查。', ['一是', '二是']],
    ['采取措施，一是学习，二是检查', ['一是', '二是']],
    ['一是学习3次二是检查。', ['一是', '二是']],
    ['十一是归档。十二是移交。', ['十一是', '十二是']],
    // Without 是: only the number that follows, only where an act begins.
    ['一是学习。二是检查。三对项目开展复核。', ['一是', '二是', '三']],
    ['一是学习。二对项目开展复核。三是检查。', ['一是', '二', '三是']],
    ['一是学习。二、组织检查。', ['一是', '二、']],
    ['一是学习。二是检查。四对项目开展复核。', ['一是', '二是']],
    ['一是学习。二是检查。三个项目已移交。', ['一是', '二是']],
    ['一是学习。二是检查。三级巡查已建立。', ['一是', '二是']],
  ])('%s', (text, expected) => expect(ordinals(text)).toEqual(expected))

  test('a list may go on in the next paragraph', () => {
    expect(ordinals('一是学习。', '二是检查。三是整改。')).toEqual(['一是', '二是', '三是'])
  })
})

describe('what only looks like an ordinal', () => {
  test.each([
    '统一是前提。',
    '编号唯一是追溯的前提。',
    '第一是核对，第二是量径。',
    '坚持一是一、二是二。',
    '重点之一是蓝线。',
    '落实“一是少开会，二是开短会”的要求。',
    '学习《“一是一”记录法》。',
    '（一是学习，二是检查）',
    '每周一是例会。',
  ])('%s', (text) => expect(ordinals(text)).toEqual([]))
})

describe('other lists', () => {
  test.each([
    ['①核对；②补发；③公布。', ['①', '②', '③']],
    ['(1)核对;(2)补发。', ['(1)', '(2)']],
    ['1.核对；2.补发；3.公布。', ['1.', '2.', '3.']],
    ['一方面，列入预算；另一方面，引导认养。', ['一方面,', '另一方面,']],
    ['首先，划分网格。其次，确定人员。再次，公示。最后，通报。', ['首先,', '其次,', '再次,', '最后,']],
    ['第一，核对。第二，补发。', ['第一,', '第二,']],
    ['其一是核对；其二是补发。', ['其一是', '其二是']],
    ['第一是核对，第二是量径。', []],
    ['比例为1.5和2.5。', []],
    ['见图①。', []],
    ['首先，核对。', []],
  ])('%s', (text, expected) => expect(lists(text)).toEqual(expected))
})
