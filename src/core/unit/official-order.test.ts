import fc from 'fast-check'
import { expect, test } from 'vitest'
import { officialOrder, wouldRing } from './official-order.ts'

const unit = (id: number, parentId: number | null, position: number) => ({ id, parentId, position })

test('a unit comes after the one above it and before the next brother', () => {
  const order = officialOrder([unit(1, null, 5), unit(2, null, 0), unit(3, 1, 9), unit(4, 1, 2), unit(5, 4, 0)])
  expect(order).toEqual([
    { id: 2, position: 0, path: '/2/' },
    { id: 1, position: 1, path: '/1/' },
    { id: 4, position: 2, path: '/1/4/' },
    { id: 5, position: 3, path: '/1/4/5/' },
    { id: 3, position: 4, path: '/1/3/' },
  ])
})

test('a ring is a fault, and is seen before it is made', () => {
  const units = [unit(1, null, 0), unit(2, 1, 0), unit(3, 2, 0)]
  expect(wouldRing(units, 1, 3)).toBe(true)
  expect(wouldRing(units, 1, 1)).toBe(true)
  expect(wouldRing(units, 3, 1)).toBe(false)
  expect(() => officialOrder([unit(1, 2, 0), unit(2, 1, 0)])).toThrow('ring')
})

/** Trees of any shape: each unit stands under an earlier one, or under none. */
const trees = fc
  .array(fc.record({ parent: fc.nat(), position: fc.integer({ min: -5, max: 5 }), root: fc.boolean() }), {
    maxLength: 40,
  })
  .map((units) =>
    units.map(({ parent, position, root }, at) => unit(at + 1, root || at === 0 ? null : (parent % at) + 1, position)),
  )

test('every unit is placed once, and what is ordered stays as it is', () => {
  fc.assert(
    fc.property(trees, (units) => {
      const order = officialOrder(units)
      expect(new Set(order.map(({ id }) => id)).size).toBe(units.length)
      expect(order.map(({ position }) => position)).toEqual(units.map((_, at) => at))
      const positions = new Map(order.map(({ id, position }) => [id, position]))
      expect(officialOrder(units.map((each) => ({ ...each, position: positions.get(each.id) ?? 0 })))).toEqual(order)
    }),
  )
})
