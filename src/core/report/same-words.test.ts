import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameWords } from './same-words.ts'

test('blanks and punctuation make no difference, figures do', () => {
  expect(sameWords('东段补植香樟 42 株，桂花 32 株。', '东段补植香樟42株、桂花32株')).toBe(true)
  expect(sameWords('东段补植香樟 42 株', '西段补植桂花 57 株，清理枯枝')).toBe(false)
})
test('one changed character in a long sentence is still the same', () => {
  const long = '已组织养护单位对滨河街区缺株逐段清点并建立台账，正在联系苗圃落实苗源'
  expect(sameWords(`${long}。`, `${long}了`)).toBe(true)
})
test('short phrases are the same only word for word', () => {
  expect(sameWords('正常推进', '正常推进。')).toBe(true)
  expect(sameWords('正常推进', '正在推进')).toBe(false)
  expect(sameWords('', '')).toBe(false)
})
test('likeness looks the same from both sides', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => sameWords(a, b) === sameWords(b, a)))
})
