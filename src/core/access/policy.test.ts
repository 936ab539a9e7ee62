import { expect, test } from 'vitest'
import { type Actor, type Assignment, actions, assignmentFor, audiencesOf, may, seesWhole, sightOf } from './policy.ts'
import { roles } from './role.ts'

const actor = (...assignments: Assignment[]): Actor => ({
  tenantId: 1,
  personId: 7,
  assignments,
  subordinateIds: new Map([[3, [3, 31, 32]]]),
})
const held = (role: Assignment['role'], unitId: number | null = null, inspectionId: number | null = null) => ({
  role,
  unitId,
  inspectionId,
})

test('before signing in only the door is open', () => {
  const open = actions.filter((action) => may(null, action).allowed)
  // The address of a calendar feed is itself the permission.
  expect(open).toEqual(['page.open', 'tenant.setUp', 'session.open', 'feed.read'])
  expect(may(null, 'ledger.read')).toEqual({ allowed: false, reason: 'signInFirst' })
})

test('administrators read no content', () => {
  const ownWork =
    /^(?:page|tenant|session|account|security|person|unit\.(?:tree|edit)|role|deputy|policy|audit|message|calendar|feed|robot)/
  for (const role of roles.filter((each) => each.endsWith('Admin'))) {
    const content = actions.filter((action) => may(actor(held(role)), action).allowed && !ownWork.test(action))
    expect(content, role).toEqual([])
    expect(sightOf(actor(held(role)))).toEqual({ whole: [], audiences: [] })
  }
})

test('a viewer reads the whole of his inspection, or what concerns his unit, and does nothing', () => {
  const whole = actor(held('viewer', null, 10))
  expect(sightOf(whole)).toEqual({ whole: [10], audiences: [] })
  expect(may(whole, 'measure.read', { inspectionId: 10, audiences: [4] })).toEqual({ allowed: true })
  const inUnit = actor(held('viewer', 3, 10))
  expect(sightOf(inUnit)).toEqual({ whole: [], audiences: [3] })
  expect(may(inUnit, 'measure.read', { inspectionId: 10, audiences: [3] })).toEqual({ allowed: true })
  expect(may(inUnit, 'measure.read', { inspectionId: 10, audiences: [4] }).allowed).toBe(false)
  expect(may(whole, 'measure.act').allowed).toBe(false)
  expect(may(whole, 'accountability.read').allowed).toBe(false)
})

test('a refusal says why: no such role, another inspection, another unit', () => {
  const officer = actor(held('officer', 3, 10))
  expect(may(officer, 'import.create')).toEqual({ allowed: false, reason: 'roleMissing' })
  expect(may(officer, 'measure.read', { inspectionId: 11, audiences: [3] })).toEqual({
    allowed: false,
    reason: 'otherInspection',
  })
  expect(may(officer, 'measure.read', { inspectionId: 10, audiences: [4] })).toEqual({
    allowed: false,
    reason: 'otherUnit',
  })
  expect(may(officer, 'measure.read', { inspectionId: 10, audiences: [4, 3] })).toEqual({ allowed: true })
})

test('a head sees the units below, an officer only the own one, a leader what he answers for', () => {
  expect(audiencesOf(actor(held('unitHead', 3)), null).sort()).toEqual([3, 31, 32])
  expect(audiencesOf(actor(held('officer', 3)), null)).toEqual([3])
  expect(audiencesOf(actor(held('leader')), null)).toEqual([-7])
})

test('a role counts for its own inspection, one without an inspection for all', () => {
  const both = actor(held('officer', 1, 10), held('officer', 2, 11), held('officer', 5))
  expect(audiencesOf(both, 10).sort()).toEqual([1, 5])
  expect(audiencesOf(both, null).sort()).toEqual([1, 2, 5])
})

test('office and inspector see the whole of their inspections and are members of the others', () => {
  expect(sightOf(actor(held('office')))).toEqual({ whole: 'all', audiences: [] })
  const mixed = sightOf(actor(held('inspector', null, 10), held('officer', 3, 11)))
  expect(mixed).toEqual({ whole: [10], audiences: [3] })
  expect([seesWhole(mixed, 10), seesWhole(mixed, 11)]).toEqual([true, false])
  expect(sightOf(actor())).toEqual({ whole: [], audiences: [] })
})

test('history names the role that an act was done in', () => {
  const both = actor(held('systemAdmin'), held('office'))
  expect(assignmentFor(both, 'import.apply')?.role).toBe('office')
  expect(assignmentFor(both, 'session.close')?.role).toBe('systemAdmin')
  expect(assignmentFor(actor(), 'import.apply')).toBeNull()
})
