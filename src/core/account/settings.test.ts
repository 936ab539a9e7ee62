import { expect, test } from 'vitest'
import { invitationEndsAt, needsSecondFactor, passwordEndsAt, securitySettingsOf } from './settings.ts'

const at = new Date('2024-09-11T02:00:00Z')

test('what is not set has the defaults', () => {
  expect(securitySettingsOf(null)).toEqual({
    sessionIdleMinutes: 30,
    sessionLongestHours: 12,
    sessionsPerPerson: 10,
    passwordDays: 90,
    invitationDays: 14,
    secondFactor: 'optional',
  })
  expect(securitySettingsOf({ passwordDays: 0 }).sessionIdleMinutes).toBe(30)
})

test('a second factor is needed by those whom the rule names', () => {
  const needed = (secondFactor: 'off' | 'optional' | 'leading' | 'all') =>
    (['officer', 'office', 'auditAdmin'] as const).map((role) =>
      needsSecondFactor(securitySettingsOf({ secondFactor }), [role]),
    )
  expect(needed('off')).toEqual([false, false, false])
  expect(needed('optional')).toEqual([false, false, false])
  expect(needed('leading')).toEqual([false, true, true])
  expect(needed('all')).toEqual([true, true, true])
})

test('passwords and invitations end after the days that are set; with 0 a password never does', () => {
  expect(passwordEndsAt(securitySettingsOf({ passwordDays: 30 }), at)?.toISOString()).toBe('2024-10-11T02:00:00.000Z')
  expect(passwordEndsAt(securitySettingsOf({ passwordDays: 0 }), at)).toBeNull()
  expect(invitationEndsAt(securitySettingsOf({}), at).toISOString()).toBe('2024-09-25T02:00:00.000Z')
})
