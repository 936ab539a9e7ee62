import { expect, test } from 'vitest'
import { giveDenial } from './may-give-role.ts'
import type { Actor, Assignment } from './policy.ts'
import { type Role, roles } from './role.ts'

const actor = (role: Role, change: Partial<Assignment> = {}): Actor => ({
  tenantId: 1,
  personId: 7,
  assignments: [{ role, unitId: null, inspectionId: null, ...change }],
  subordinateIds: new Map(),
})
const wish = (role: Role, inspectionId: number | null = 10) => ({ personId: 8, role, inspectionId })

test('the security administrator gives every role, but none to himself', () => {
  for (const role of roles) expect(giveDenial(actor('securityAdmin'), wish(role), 1)).toBeNull()
  expect(giveDenial(actor('securityAdmin'), { ...wish('auditAdmin'), personId: 7 }, 1)).toBe('notToSelf')
})

test('the office gives roles in the work of its own inspection, neither its own role nor an administrator', () => {
  const office = actor('office', { inspectionId: 10 })
  expect(giveDenial(office, wish('officer'), 1)).toBeNull()
  expect(giveDenial(office, wish('viewer'), 1)).toBeNull()
  expect(giveDenial(office, wish('officer', 11), 1)).toBe('otherInspection')
  // For all inspections: more than its own.
  expect(giveDenial(office, wish('officer', null), 1)).toBe('otherInspection')
  for (const role of ['office', 'systemAdmin', 'securityAdmin', 'auditAdmin'] as const)
    expect(giveDenial(office, wish(role), 0)).toBe('notGivenByYou')
})

test('a deputy of the office gives nothing to the one he stands in for', () => {
  const deputy = actor('office', { onBehalfOf: 8 })
  expect(giveDenial(deputy, wish('inspector'), 1)).toBe('notToSelf')
  expect(giveDenial(deputy, { ...wish('inspector'), personId: 9 }, 1)).toBeNull()
})

test('the system administrator appoints the first security administrator, and only the first', () => {
  expect(giveDenial(actor('systemAdmin'), wish('securityAdmin', null), 0)).toBeNull()
  expect(giveDenial(actor('systemAdmin'), wish('securityAdmin', null), 1)).toBe('notGivenByYou')
  expect(giveDenial(actor('systemAdmin'), wish('officer'), 0)).toBe('notGivenByYou')
})

test('nobody else gives anything', () => {
  for (const role of roles.filter((each) => !['office', 'systemAdmin', 'securityAdmin'].includes(each)))
    for (const given of roles) expect(giveDenial(actor(role), wish(given), 0)).toBe('notGivenByYou')
})
