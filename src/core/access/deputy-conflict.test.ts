import { expect, test } from 'vitest'
import type { Day } from '../deadline/day.ts'
import { type Deputation, deputyConflict } from './deputy-conflict.ts'
import type { Role } from './role.ts'

const day = (text: string) => text as Day
const [head, officer, other] = [1, 2, 3]
const from1to5: Deputation = {
  principalId: head,
  deputyId: officer,
  fromOn: day('2024-09-16'),
  toOn: day('2024-09-20'),
}
const ask = (
  others: Deputation[] = [],
  wish: Partial<Deputation> = {},
  roles: { principal?: Role[]; deputy?: Role[] } = {},
) =>
  deputyConflict(
    { ...from1to5, ...wish },
    others,
    { principal: ['unitHead'], deputy: ['officer'], ...roles },
    day('2024-09-11'),
  )

test('a head hands over for a week', () => {
  expect(ask()).toBeNull()
  expect(ask([], { fromOn: day('2024-09-20') })).toBeNull()
})

test('a period must run forward and not be over', () => {
  expect(ask([], { fromOn: day('2024-09-21') })).toBe('reversed')
  expect(ask([], { fromOn: day('2024-09-01'), toOn: day('2024-09-10') })).toBe('past')
  expect(ask([], { fromOn: day('2024-09-01'), toOn: day('2024-09-11') })).toBeNull()
})

test('one deputy at a time: the last day is still taken, the day after is free', () => {
  const second = { principalId: head, deputyId: other }
  expect(ask([{ ...second, fromOn: day('2024-09-20'), toOn: day('2024-09-30') }])).toBe('deputyAlready')
  expect(ask([{ ...second, fromOn: day('2024-09-21'), toOn: day('2024-09-30') }])).toBeNull()
})

test('no chains: neither is the deputy away, nor does the principal stand in for somebody', () => {
  expect(ask([{ ...from1to5, principalId: officer, deputyId: other }])).toBe('deputyIsAway')
  expect(ask([{ ...from1to5, principalId: other, deputyId: head }])).toBe('principalStandsIn')
  expect(ask([{ ...from1to5, principalId: officer, deputyId: head }])).toBe('deputyIsAway')
})

test('administrators neither stand in nor hand over', () => {
  expect(ask([], {}, { deputy: ['systemAdmin'] })).toBe('administrator')
  expect(ask([], {}, { principal: ['auditAdmin'] })).toBe('nothingToHandOver')
  expect(ask([], {}, { principal: [] })).toBe('nothingToHandOver')
  expect(ask([], { deputyId: head })).toBe('self')
})
