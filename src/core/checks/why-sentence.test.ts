import { expect, test } from 'vitest'
import { percent, whySentence } from './why-sentence.ts'

test('a share shows more decimals where two would hide which side of a threshold it is on', () => {
  expect(percent(10)).toBe('10.00%')
  expect(percent(10.0006)).toBe('10.0006%')
  expect(percent(97.8123)).toBe('97.81%')
  expect(percent(-0.0004)).toBe('-0.0004%')
})

test('numbers are filled in as money, shares and plain, and what is not there is shown as such', () => {
  const check = {
    why: {
      flagged: { zh: '{price:money}的{ratio:percent}，{days}天，{gone}', en: '{ratio:percent} of {price:money}' },
    },
  }
  const found = { why: 'flagged', numbers: { price: 400_000_001, ratio: 11.3, days: 31 } }
  expect(whySentence(check, found)).toEqual({ zh: '4,000,000.01元的11.30%，31天，—', en: '11.30% of ¥4,000,000.01' })
})
