import { expect, test } from 'vitest'
import type { Day } from '../deadline/day.ts'
import type { FindingFacts } from './finding-facts.ts'
import { findingStudyOnly } from './finding-study-only.ts'
import { runCheck } from './run-check.ts'
import { whySentence } from './why-sentence.ts'

const facts = (original: string, ...cited: string[][]): FindingFacts => ({
  findingId: 1,
  number: '7',
  heading: '依约支付工程费用',
  original,
  measures: cited.map((registers, measure) => ({
    measureId: measure + 1,
    text: '措施',
    cited: registers.map((register, place) => ({ id: measure * 10 + place + 1, register })),
  })),
})
const outcome = (given: FindingFacts) => {
  const [found] = runCheck(findingStudyOnly, given, [], null, '2024-11-25' as Day).findings
  return [found?.outcome, found === undefined ? '' : whySentence(findingStudyOnly, found).zh] as const
}
const money = '6笔到期进度款拖了一年以上'

test('study and training alone, under a finding about money, are asked about', () => {
  const [what, why] = outcome(facts(money, ['study'], ['training', 'study']))
  expect(what).toBe('flagged')
  expect(why).toBe('问题7涉及资金，2项措施引用的3条登记全是学习或培训。')
})

test('quantities and procedure count as well', () => {
  expect(outcome({ ...facts('北屏山少栽27株', ['study']), heading: '盯住栽植' })[1]).toContain('数量')
  expect(outcome({ ...facts('未办许可先行开工', ['study']), heading: '按程序推进' })[1]).toContain('程序')
})

test('one entry of another register is enough', () => {
  expect(outcome(facts(money, ['study', 'study'], ['payment']))[0]).toBe('clear')
})

test('one study cited by two measures is one entry', () => {
  const given = facts(money, ['study'])
  const [measure] = given.measures
  if (measure === undefined) throw new Error('the facts have a measure')
  expect(outcome({ ...given, measures: [measure, { ...measure, measureId: 2 }] })[1]).toContain('引用的1条')
})

test('measures that cite nothing yet cannot be judged', () => {
  expect(outcome(facts(money, [], []))[0]).toBe('cannotTell')
})

test('a finding about attitudes may be answered by study; one without measures is not judged', () => {
  expect(outcome({ ...facts('发言只换了姓名', ['study']), heading: '端正态度' })[0]).toBe('notApplicable')
  expect(outcome(facts(money))[0]).toBe('notApplicable')
})
