/** The official order of units: a unit, then those below it, brothers by their position. */
export type PlacedUnit = { id: number; parentId: number | null; position: number }

/**
 * Position and path of every unit in the order of the tree, positions counted from 0.
 * A unit whose parent is not there, or that stands in a ring, is a fault: it would be lost.
 */
export function officialOrder(units: readonly PlacedUnit[]): { id: number; position: number; path: string }[] {
  const below = new Map<number | null, PlacedUnit[]>()
  for (const unit of units) {
    const brothers = below.get(unit.parentId)
    if (brothers === undefined) below.set(unit.parentId, [unit])
    else brothers.push(unit)
  }
  const placed: { id: number; position: number; path: string }[] = []
  const walk = (parentId: number | null, path: string): void => {
    const brothers = below.get(parentId)?.sort((one, other) => one.position - other.position || one.id - other.id)
    for (const { id } of brothers ?? []) {
      placed.push({ id, position: placed.length, path: `${path}${id}/` })
      walk(id, `${path}${id}/`)
    }
  }
  walk(null, '/')
  if (placed.length !== units.length) throw new Error('units stand in a ring, or under a unit that is not there')
  return placed
}

/** True when `id` is `under` itself or stands somewhere under it: putting it there would make a ring. */
export function wouldRing(units: readonly PlacedUnit[], id: number, under: number | null): boolean {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]))
  for (let at: number | null | undefined = under; at !== null && at !== undefined; at = parents.get(at))
    if (at === id) return true
  return false
}
