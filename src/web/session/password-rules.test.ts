import { expect, test } from 'vitest'
import { passwordRules } from './password-rules.ts'

const met = (...args: Parameters<typeof passwordRules>) =>
  passwordRules(...args)
    .filter(([, ok]) => ok)
    .map(([rule]) => rule)

test('a good password meets every rule', () => {
  expect(met('Ludeng-2031', 'Ludeng-2031', 'wang')).toEqual(['ruleLength', 'ruleClasses', 'ruleNotName', 'ruleSame'])
})
test('nothing typed meets no rule, though both entries are the same', () => {
  expect(met('', '', 'wang')).toEqual([])
})
test('the login name in other letters is still the login name', () => {
  expect(met('WANG.office1', 'WANG.office1', ' wang.office1 ')).not.toContain('ruleNotName')
})
test('two classes are too few, Chinese characters count as signs', () => {
  expect(met('abcdefgh12', '', null)).not.toContain('ruleClasses')
  expect(met('绿化巡察整改abc12', '', null)).toEqual(['ruleLength', 'ruleClasses'])
})
