import { expect, test } from 'vitest'
import { roles } from './role.ts'
import { isAdministrator, roleConflict } from './role-conflict.ts'

test('nobody holds two of the three administrators', () => {
  expect(roleConflict(['systemAdmin'], 'securityAdmin')).toBe('twoAdministrators')
  expect(roleConflict(['securityAdmin'], 'auditAdmin')).toBe('twoAdministrators')
  expect(roleConflict(['systemAdmin'], 'systemAdmin')).toBeNull()
})

test('no administrator takes part in the work, whichever came first', () => {
  expect(roleConflict(['systemAdmin'], 'officer')).toBe('administratorInWork')
  expect(roleConflict(['officer'], 'systemAdmin')).toBe('administratorInWork')
  // Who set the district up has both, and gets nothing more until one is handed over.
  expect(roleConflict(['office', 'systemAdmin'], 'leader')).toBe('administratorInWork')
  expect(roleConflict(['office', 'systemAdmin'], 'securityAdmin')).toBe('twoAdministrators')
})

test('roles in the work go together', () => {
  expect(roleConflict([], 'securityAdmin')).toBeNull()
  expect(roleConflict(['officer', 'unitHead'], 'leader')).toBeNull()
})

test('what conflicts one way round conflicts the other way round', () => {
  for (const one of roles)
    for (const other of roles) {
      expect(roleConflict([one], other)).toBe(roleConflict([other], one))
      if (one !== other)
        expect(roleConflict([one], other) !== null).toBe(isAdministrator(one) || isAdministrator(other))
    }
})
