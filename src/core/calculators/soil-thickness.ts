/**
 * Soil thickness: measured points of a lot against what is required, and what is taken off the price: area × mean of
 * max(0, required − measured) × unit price. CJJ 82-2012, table of effective soil depth.
 */
import { less, priceOf } from '../checks/exact.ts'
import { greening } from '../checks/sources.ts'
import { defineCalculator, type Table, verdict } from './calculator.ts'

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

/** How many points the code asks for. */
export const samplingRule = { points: 5, smallPoints: 3, lotArea: 2000, lotVolume: 500 } as const

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

const cm = { type: 'quantity', unit: 'cm', decimals: 1 } as const

const lotColumns: Table['columns'] = [
  { name: { zh: '测点', en: 'Points' }, form: 'quantity' },
  { name: { zh: '应不少于', en: 'Needed' }, form: 'quantity' },
  { name: { zh: '不足的点', en: 'Short' }, form: 'quantity' },
  { name: { zh: '平均不足', en: 'Mean shortfall' }, form: 'quantity', unit: 'cm' },
  { name: { zh: '缺土', en: 'Missing' }, form: 'quantity', unit: 'm³' },
  { name: { zh: '应核减', en: 'To be taken off' }, form: 'money', unit: '元' },
]

export const soilCalculator = defineCalculator({
  key: 'soil',
  name: { zh: '种植土厚度核减', en: 'Soil thickness' },
  help: {
    zh: '逐点比较，按地块算缺土方量和应核减金额。',
    en: 'Point by point: what each lot lacks, and what is taken off.',
  },
  fields: {
    plantType: {
      type: 'choice',
      name: { zh: '栽植类型', en: 'Planted' },
      required: true,
      help: {
        zh: '没有填设计厚度的点，按规范最低厚度。',
        en: 'Points without a designed depth take that of the code.',
      },
      options: {
        bigTree: { zh: '乔木，胸径20厘米及以上（180）', en: 'Trees from 20 cm (180)' },
        deepTree: { zh: '乔木，深根（150）', en: 'Trees, deep roots (150)' },
        shallowTree: { zh: '乔木，浅根（100）', en: 'Trees, shallow roots (100)' },
        bigShrub: { zh: '大中灌木、大藤本（90）', en: 'Large shrubs, vines (90)' },
        palm: { zh: '棕榈类（90）', en: 'Palms (90)' },
        smallShrub: { zh: '小灌木、宿根花卉、小藤本（40）', en: 'Small shrubs, perennials (40)' },
        bigBamboo: { zh: '大径竹（80）', en: 'Large bamboo (80)' },
        smallBamboo: { zh: '中小径竹（50）', en: 'Small bamboo (50)' },
        cover: { zh: '草坪、花卉、地被（30）', en: 'Turf, ground cover (30)' },
        roofTree: { zh: '设施顶面，乔木（80）', en: 'Roof: trees (80)' },
        roofShrub: { zh: '设施顶面，灌木（45）', en: 'Roof: shrubs (45)' },
        roofCover: { zh: '设施顶面，草坪草本（15）', en: 'Roof: turf (15)' },
      },
    },
    unitPrice: { type: 'money', name: { zh: '种植土单价（每立方米）', en: 'Price of a m³' }, required: true },
    lots: {
      type: 'rows',
      name: { zh: '地块', en: 'Lots' },
      required: true,
      columns: {
        lot: { type: 'text', name: { zh: '地块', en: 'Lot' }, required: true },
        area: { type: 'area', name: { zh: '面积', en: 'Area' }, required: true },
      },
    },
    points: {
      type: 'rows',
      name: { zh: '测点', en: 'Points' },
      required: true,
      columns: {
        lot: { type: 'text', name: { zh: '地块', en: 'Lot' }, required: true },
        point: { type: 'text', name: { zh: '点号', en: 'Point' } },
        required: { ...cm, name: { zh: '设计厚度', en: 'Designed' } },
        measured: { ...cm, name: { zh: '实测厚度', en: 'Measured' }, required: true },
      },
    },
  },
  rule: {
    zh: '每点不足厚度＝应有厚度－实测厚度（小于零按零计）；地块缺土方量＝面积×各点不足厚度的平均值；应核减＝方量×单价。应有厚度按设计，没有设计的按规范。每500立方米或2000平方米不少于5点，不足的不少于3点。',
    en: 'Shortfall of a point = required − measured, not below zero; of a lot = area × mean shortfall; times the unit price. Five points for each 500 m³ or 2000 ㎡, three for less.',
  },
  source: greening('有效土层厚度表'),
  begun: { lots: [{}], points: [{}, {}, {}] },
  work: ({ plantType, unitPrice, lots, points }) => {
    if (plantType === undefined || unitPrice === undefined || lots === undefined || points === undefined) return null
    const norm = leastThickness[plantType]
    const results = lots.map(({ lot = '', area = 0 }) => {
      const own = points.filter((point) => (point.lot ?? '') === lot)
      const measured = own.map((point) => ({ required: point.required ?? norm, measured: point.measured ?? 0 }))
      const needed = pointsNeeded({ area }, samplingRule) ?? 0
      return { lot, count: own.length, needed, ...soilReduction(measured, area, unitPrice) }
    })
    const reduction = results.reduce((sum, each) => sum + each.reduction, 0)
    const sparse = results.filter(({ count, needed }) => count < needed).map(({ lot }) => lot)
    return {
      lines: [
        {
          name: { zh: '应核减合计', en: 'To be taken off in all' },
          form: 'money',
          value: reduction,
          main: true,
        },
      ],
      table: {
        columns: lotColumns,
        rows: results.map(({ lot, count, needed, short, mean, volume, reduction: own }) => ({
          name: lot,
          values: [count, needed, short, mean, volume, own],
        })),
      },
      verdict:
        sparse.length > 0
          ? verdict('{lots}测点不足，先补测再核减。', 'Too few points in {lots}: measure again first.', {
              lots: sparse.join('、'),
            })
          : reduction > 0
            ? verdict('应核减{reduction:money}。', '{reduction:money} to be taken off.', { reduction })
            : verdict('各点厚度都不少于要求。', 'No point is short.'),
    }
  },
  registers: ['soilSample'],
  fill: ({ soilSample }) => {
    const lots = [...new Set(soilSample.map(({ values }) => values.lot ?? ''))]
    const any = <K extends 'plantType' | 'unitPrice'>(field: K) =>
      soilSample.find(({ values }) => values[field] !== undefined)?.values[field]
    return {
      plantType: any('plantType'),
      unitPrice: any('unitPrice'),
      lots: lots.map((lot) => ({
        lot,
        area: soilSample.find(({ values }) => (values.lot ?? '') === lot && values.lotArea !== undefined)?.values
          .lotArea,
      })),
      points: soilSample.map(({ values }) => ({
        lot: values.lot,
        point: values.point,
        required: values.required ?? (values.plantType === undefined ? undefined : leastThickness[values.plantType]),
        measured: values.measured,
      })),
    }
  },
})
