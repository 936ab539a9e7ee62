/**
 * Soil thickness: measured points of a lot against what is required, and what is taken off the price: area × mean of
 * max(0, required − measured) × unit price. CJJ 82-2012, table of effective soil depth.
 */
import { less, priceOf } from '../checks/exact.ts'

/** Least depth in cm by what is planted. */
export const leastThickness = {
  bigTree: 180,
  deepTree: 150,
  shallowTree: 100,
  bigShrub: 90,
  palm: 90,
  smallShrub: 40,
  bigBamboo: 80,
  smallBamboo: 50,
  cover: 30,
  roofTree: 80,
  roofShrub: 45,
  roofCover: 15,
} as const
export type SoilPlant = keyof typeof leastThickness

/** In cm. */
export type SoilPoint = { readonly required: number; readonly measured: number }

/** Shortfall of a point in cm. */
export const shortfallOf = ({ required, measured }: SoilPoint): number => Math.max(0, less(required, measured))

/**
 * What a lot lacks.
 * @param area in ㎡
 * @param unitPrice of a m³ of soil, in 分
 * @returns mean shortfall in cm (two decimals), missing volume in m³ (three decimals), reduction in 分
 */
export function soilReduction(points: readonly SoilPoint[], area: number, unitPrice: number) {
  if (points.length === 0) return { short: 0, mean: 0, volume: 0, reduction: 0 }
  const shortfalls = points.map(shortfallOf)
  const sum = shortfalls.reduce((all, each) => all + Math.round(each * 1000), 0)
  const volume = Math.round((Math.round(area * 1000) * sum) / points.length / 100_000) / 1000
  return {
    short: shortfalls.filter((each) => each > 0).length,
    mean: Math.round(sum / points.length / 10) / 100,
    volume,
    reduction: priceOf(volume, unitPrice),
  }
}

/** Points that a lot needs: five for each full 500 m³ or 2000 ㎡, three for what is smaller. */
export function pointsNeeded(
  { area, volume }: { readonly area?: number | undefined; readonly volume?: number | undefined },
  rule: { readonly points: number; readonly smallPoints: number; readonly lotArea: number; readonly lotVolume: number },
): number | null {
  if (area === undefined && volume === undefined) return null
  const lots = Math.max((area ?? 0) / rule.lotArea, (volume ?? 0) / rule.lotVolume)
  const full = Math.floor(lots)
  return full * rule.points + (lots > full || full === 0 ? rule.smallPoints : 0)
}
