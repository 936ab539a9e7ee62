import { expect, test } from 'vitest'
import { type Day, parseDay } from '../deadline/day.ts'
import { settingsOf } from './settings.ts'
import { type InspectionDates, periodsOf, stagesOn } from './stages.ts'

const day = (text: string): Day => parseDay(text) ?? expect.fail(text)
const rules = settingsOf({})
const dates: InspectionDates = {
  from: day('2024-03-11'),
  to: day('2024-05-24'),
  feedbackOn: day('2024-07-05'),
  planApprovedOn: null,
  assessedOn: null,
  publishedOn: null,
}
const current = (today: string, more: Partial<InspectionDates> = {}): string | undefined =>
  stagesOn(day(today), { ...dates, ...more }, rules).find((stage) => stage.current)?.stage

test('the stage follows from days and facts', () => {
  expect(current('2024-01-01')).toBeUndefined()
  expect(current('2024-04-01')).toBe('onSite')
  expect(current('2024-07-05')).toBe('feedbackGiven')
  const approved = { planApprovedOn: day('2024-08-01') }
  expect(current('2024-08-01', approved)).toBe('concentrated')
  const assessed = { ...approved, assessedOn: day('2025-02-01') }
  expect(current('2025-02-02', assessed)).toBe('assessed')
  const published = { ...assessed, publishedOn: day('2025-03-01') }
  expect(current('2025-03-02', published)).toBe('longTerm')
  // Published within the period: the long term has not begun.
  expect(current('2024-12-01', { ...approved, publishedOn: day('2024-11-01') })).toBe('published')
})

test('periods are counted from the feedback, and an unapproved plan shows when it is due', () => {
  expect(periodsOf(dates.feedbackOn, rules)).toEqual({
    plan: '2024-08-04',
    concentrated: '2025-01-05',
    clues: '2024-10-05',
  })
  expect(periodsOf(null, rules)).toEqual({ plan: null, concentrated: null, clues: null })
  const approval = stagesOn(day('2024-07-10'), dates, rules).find(({ stage }) => stage === 'planApproved')
  expect(approval).toMatchObject({ reached: false, planned: true, from: '2024-08-04' })
})
