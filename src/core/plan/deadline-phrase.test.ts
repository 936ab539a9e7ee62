import { describe, expect, test } from 'vitest'
import { parseDay } from '../deadline/day.ts'
import { daysAfter, monthsAfter, readDeadline } from './deadline-phrase.ts'

const feedbackOn = parseDay('2024-07-05')
const read = (phrase: string): string => {
  const { kind, dueOn, thenOngoing, question, proposal } = readDeadline(phrase, feedbackOn)
  return [kind ?? '-', dueOn ?? '-', thenOngoing ? 'then' : '', question ?? '', proposal ?? ''].join(' ').trim()
}

describe('a deadline phrase', () => {
  test.each([
    ['2024年底前', 'fixedTerm 2024-12-31'],
    ['2024年底前，并长期坚持', 'ongoing 2024-12-31 then'],
    ['2024年12月31日前见到阶段成效，并长期坚持', 'ongoing 2024-12-31 then'],
    ['2024-09-30', 'fixedTerm 2024-09-30'],
    ['2024年9月30日', 'fixedTerm 2024-09-30'],
    ['立行立改', 'immediate -'],
    ['立行立改，2024年7月26日前完成', 'immediate 2024-07-26'],
    ['边巡边改', 'duringInspection -'],
    ['立行立改，长期坚持', 'immediate - then'],
  ])('%s gives kind and day', (phrase, expected) => expect(read(phrase)).toBe(expected))

  test.each([
    // Counted from a day that nobody named: most probably the feedback.
    ['三个月内', 'fixedTerm -  start 2024-10-05'],
    ['15日内', 'fixedTerm -  start 2024-07-20'],
    ['10个工作日内', 'fixedTerm -  workingDays'],
    // The year of the feedback, or the next where that would lie before it.
    ['年底前', 'fixedTerm -  year 2024-12-31'],
    ['9月底前', 'fixedTerm -  year 2024-09-30'],
    ['3月底前', 'fixedTerm -  year 2025-03-31'],
    ['2024年6月前', 'fixedTerm -  month'],
    ['限期整改', 'fixedTerm -  day'],
    ['长期坚持', 'ongoing -  day'],
    ['2024年9月底前完成第一批，2024年12月底前完成第二批', 'fixedTerm -  unclear'],
    ['尽快', '- -  unclear'],
    ['2024-02-30', 'fixedTerm -  unclear'],
  ])('%s is asked about', (phrase, expected) => expect(read(phrase)).toBe(expected))

  test('nothing says nothing', () => expect(read('  ')).toBe('- -'))
})

test('months later is the same day of the month, or its last', () => {
  const day = (text: string) => parseDay(text) ?? expect.fail(text)
  expect(monthsAfter(day('2024-08-31'), 6)).toBe('2025-02-28')
  expect(monthsAfter(day('2023-12-31'), 2)).toBe('2024-02-29')
  expect(monthsAfter(day('2024-07-05'), 6)).toBe('2025-01-05')
  expect(daysAfter(day('2024-02-28'), 2)).toBe('2024-03-01')
})
