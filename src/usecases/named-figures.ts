/** Figures that have a name: those shipped, and what the office made of them. */
import { type Actor, sightOf } from '../core/access/policy.ts'
import type { FigureQuery } from '../core/figures/query.ts'
import { shippedFigures } from '../core/figures/shipped.ts'
import type { Words } from '../core/registers/field.ts'
import type { StoredFigure } from './ports/figures.ts'
import type { Outside } from './ports.ts'

export type NamedFigure = {
  key: string
  version: number
  name: Words
  query: FigureQuery
  shipped: boolean
  stored: StoredFigure | null
}

/** Those in use, the shipped ones in their order first. */
export async function namedFigures({ data }: Pick<Outside, 'data'>, actor: Actor): Promise<NamedFigure[]> {
  const stored = await data.read.figures.stored({ tenantId: actor.tenantId, sight: sightOf(actor) })
  const byKey = new Map(stored.map((figure) => [figure.key, figure]))
  const keys = [...Object.keys(shippedFigures), ...stored.map(({ key }) => key).filter((key) => !isShipped(key))]
  return keys.flatMap((key): NamedFigure[] => {
    const own = byKey.get(key) ?? null
    const { name, query } = own ?? shippedFigures[key] ?? {}
    if (own?.retired || name === undefined || query === undefined) return []
    return [{ key, version: own?.version ?? 0, name, query, shipped: isShipped(key), stored: own }]
  })
}

const isShipped = (key: string): boolean => Object.hasOwn(shippedFigures, key)
