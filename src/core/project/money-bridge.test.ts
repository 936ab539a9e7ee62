import { expect, test } from 'vitest'
import { sampleFacts, sampleProjects } from '../../../test/sample-facts.ts'
import { yuan } from '../registers/money.ts'
import { moneyBridgeOf } from './money-bridge.ts'

const bridge = (key: string) => moneyBridgeOf(sampleFacts(`project-${key}`))

test('from the estimate to the settlement, each amount to the 分', () => {
  expect(bridge('nanxi-buffer')).toMatchObject({
    estimate: yuan('720万元'),
    preliminaryBudget: yuan('705万元'),
    budget: yuan('668万元'),
    contract: yuan('620万元'),
    changesApproved: yuan('196.54万元'),
    changesPending: 0,
    submitted: yuan('861.2万元'),
    reduction: null,
    settled: null,
  })
})

test('a second review takes the place of the first, and what waits for approval stands apart', () => {
  expect(bridge('qingshuiwan-eco')).toMatchObject({ settled: yuan('1367万元'), reduction: yuan('131.7万元') })
  expect(bridge('west-slope')).toMatchObject({ changesApproved: 0, changesPending: yuan('41.2万元') })
})

test('a deduction takes from what was paid on its contract alone', () => {
  const { paid, otherPaid } = bridge('binhe-corridor')
  const all = sampleFacts('project-binhe-corridor').entries.payment
  const out = all
    .filter(({ kind }) => kind !== 'deduction' && kind !== 'refund')
    .reduce((sum, { values }) => sum + (values.amount ?? 0), 0)
  expect(paid + otherPaid).toBe(out - Number(yuan('2.44万元')))
  expect(otherPaid).toBe(yuan('2.44万元'))
})

test('three contracts of one project add up', () => {
  expect(bridge('north-ring').contract).toBe(yuan('1117万元'))
})

test('what is not recorded is not nought', () => {
  expect(bridge('spring-park')).toMatchObject({ contract: null, settled: null, budget: null, finalCost: null })
})

test('nothing of the sample is lost: the parts of each bridge are whole numbers of 分', () => {
  for (const key of sampleProjects)
    for (const amount of Object.values(moneyBridgeOf(sampleFacts(key))))
      expect(amount === null || Number.isSafeInteger(amount)).toBe(true)
})
