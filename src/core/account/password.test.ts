import { expect, test } from 'vitest'
import { passwordFlaws } from './password.ts'

test('ten characters of three kinds are enough', () => {
  for (const good of ['Yunling-2024x', '青山绿水常青Abc12', 'correct Horse 7'])
    expect(passwordFlaws(good, 'wang')).toEqual([])
})

test('each flaw is told by name', () => {
  expect(passwordFlaws('Ab1-Ab1-x', 'wang')).toEqual(['tooShort'])
  expect(passwordFlaws('abcdefghijkl1', 'wang')).toEqual(['tooFewKinds'])
  expect(passwordFlaws('My-Wang-2024', 'wang')).toEqual(['likeLogin'])
  expect(passwordFlaws('Password-2024', 'wang')).toEqual(['common'])
  expect(passwordFlaws('', 'wang')).toContain('tooShort')
})

test('characters are counted as people count them', () => {
  expect(passwordFlaws('𠮷𠮷Ab1-', 'wang')).toContain('tooShort')
})
