import { describe, expect, test } from 'vitest'
import { shadeOf, wholeLine } from './shade.ts'
import { statusBucket, statusSentence } from './status.ts'
import { splitTag } from './tags.ts'

describe('buckets', () => {
  test.each([
    ['已完成整改', 'done'],
    ['完成', 'done'],
    ['已销号', 'done'],
    ['基本完成', 'basicallyDone'],
    ['基本完成并持续整改', 'basicallyDoneContinuing'],
    ['正在整改', 'underway'],
    ['整改中', 'underway'],
    ['持续推进', 'continuing'],
    ['长期坚持', 'ongoing'],
    ['部分整改', 'partlyDone'],
    ['部分完成', 'partlyDone'],
    ['尚未完成', 'notDone'],
    ['未完成整改', 'notDone'],
    ['不属实', 'unsubstantiated'],
    ['学习', null],
  ])('%s', (words, bucket) => expect(statusBucket(words)).toBe(bucket))
})

describe('sentences that say nothing but a status', () => {
  const read = (text: string) => {
    const line = wholeLine(shadeOf(text, 1))
    const status = line && statusSentence(line)
    return status ? `${status.text} ${status.bucket}` : null
  }
  test.each([
    ['该问题已完成整改。', '已完成整改 done'],
    ['该问题持续推进。', '持续推进 continuing'],
    ['该问题尚未完成整改。', '尚未完成整改 notDone'],
    ['目前，该问题已整改到位。', '已整改到位 done'],
    ['经核查，该问题不属实。', '不属实 unsubstantiated'],
    ['已完成整改，并长期坚持。', '已完成整改，并长期坚持 ongoing'],
    ['整改状态：基本完成', '基本完成 basicallyDone'],
    ['已完成2个项目的验收。', null],
    ['该问题涉及的3个项目已完成整改。', null],
    ['推进落实。', null],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

test('a bracket is a tag only when it says a status', () => {
  const read = (text: string) => {
    const line = wholeLine(shadeOf(text, 1))
    const tag = line && splitTag(line).tag
    return tag ? tag.shade.text.slice(tag.start, tag.end) : null
  }
  expect(['关于甲的问题【基本完成】', '关于甲的问题（已完成）。', '关于甲（乙）', '【已完成】'].map(read)).toEqual([
    '基本完成',
    '已完成',
    null,
    null,
  ])
})
