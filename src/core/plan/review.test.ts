import { expect, test } from 'vitest'
import { docketNumber, seriesOf, templateProblem } from './docket-number.ts'
import { changeDenial, removalDenial } from './edit-rules.ts'
import { type Opinion, reviewStanding, sameHand } from './review.ts'

const given = (body: string, opinion: Opinion, answer: string | null = null) => ({ body, opinion, answer })

test('the newest opinion of a body counts; remarks want an answer', () => {
  const bodies = ['甲', '乙', '丙']
  expect(reviewStanding({ bodies, opinions: [] }).missing).toEqual(bodies)
  const standing = reviewStanding({
    bodies,
    opinions: [given('甲', 'return'), given('乙', 'agreeWithRemarks'), given('甲', 'agree'), given('丙', 'return')],
  })
  expect(standing).toEqual({ missing: [], returning: ['丙'], unanswered: ['乙'] })
  const answered = reviewStanding({ bodies: ['乙'], opinions: [given('乙', 'agreeWithRemarks', '已补充')] })
  expect(answered).toEqual({ missing: [], returning: [], unanswered: [] })
})

test('two hands are one when a natural person stands behind both or acts for the other', () => {
  const hand = (personId: number, onBehalfOf: number | null = null) => ({ personId, onBehalfOf })
  expect(sameHand(hand(1), hand(1))).toBe(true)
  expect(sameHand(hand(2, 1), hand(1))).toBe(true)
  expect(sameHand(hand(1), hand(2, 1))).toBe(true)
  expect(sameHand(hand(2, 1), hand(3, 1))).toBe(true)
  expect(sameHand(hand(1), hand(2))).toBe(false)
  expect(sameHand(hand(1, 3), hand(2, 4))).toBe(false)
})

test('docket numbers follow the template', () => {
  expect(docketNumber(seriesOf('{year}-{sequence:4}', 2024), 31)).toBe('2024-0031')
  expect(docketNumber(seriesOf('云巡整〔{year}〕{sequence}号', 2025), 7)).toBe('云巡整〔2025〕7号')
  expect(docketNumber(seriesOf('{sequence:2}', 2024), 123)).toBe('123')
  expect(templateProblem('{year}')).toBe('noSequence')
  expect(templateProblem('{sequence}{sequence}')).toBe('noSequence')
  expect(templateProblem('{month}-{sequence}')).toBe('unknownPart')
  expect(templateProblem('{sequence')).toBe('unknownPart')
  expect(templateProblem('{year}-{sequence:4}')).toBeNull()
})

test('before approval everything moves; afterwards the day moves by extension alone, and what is being judged stays', () => {
  const planned = { status: 'planned', docketNumber: null, dueOn: '2024-12-31' } as const
  expect(changeDenial(planned, false, '2025-01-31')).toBeNull()
  expect(changeDenial(planned, true, '2025-01-31')).toBe('plan.dueByExtension')
  expect(changeDenial(planned, true, '2024-12-31')).toBeNull()
  expect(changeDenial({ ...planned, dueOn: null }, true, '2025-01-31')).toBeNull()
  expect(changeDenial({ ...planned, status: 'underway' }, false, null)).toBe('plan.dueByExtension')
  expect(changeDenial({ ...planned, status: 'applied' }, false, undefined)).toBe('plan.closed')
  expect(removalDenial(planned)).toBeNull()
  expect(removalDenial({ ...planned, status: 'docketed', docketNumber: '2024-0001' })).toBe('plan.notPlanned')
})
