/** Soil under the plants: thick enough, measured often enough, paid for what is there. */
import {
  leastThickness,
  pointsNeeded,
  type SoilPlant,
  shortfallOf,
  soilReduction,
} from '../calculators/soil-thickness.ts'
import { parseDay } from '../deadline/day.ts'
import type { Parameter } from './check.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { less, priceOf, sumOf } from './exact.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import type { ProjectFacts } from './project-facts.ts'
import { always, auditPractice, greening, inForce, oldGreening } from './sources.ts'

type Sample = ProjectFacts['entries']['soilSample'][number]

const plantNames: Readonly<Record<SoilPlant, readonly [string, string]>> = {
  bigTree: ['乔木，胸径20厘米及以上', 'Trees from 20 cm'],
  deepTree: ['乔木，深根', 'Trees, deep roots'],
  shallowTree: ['乔木，浅根', 'Trees, shallow roots'],
  bigShrub: ['大中灌木、大藤本', 'Large shrubs and vines'],
  palm: ['棕榈类', 'Palms'],
  smallShrub: ['小灌木、宿根花卉、小藤本', 'Small shrubs, perennials'],
  bigBamboo: ['大径竹', 'Large bamboo'],
  smallBamboo: ['中小径竹', 'Small bamboo'],
  cover: ['草坪、花卉、地被', 'Turf, ground cover'],
  roofTree: ['设施顶面乔木', 'Roof: trees'],
  roofShrub: ['设施顶面灌木', 'Roof: shrubs'],
  roofCover: ['设施顶面草坪', 'Roof: turf'],
}
const centimetres = (plant: SoilPlant, value: number): Parameter => always(...plantNames[plant], 'cm', value)

const why = {
  flagged: {
    zh: '{point}：应不少于{required}厘米，实测{measured}厘米，差{short}厘米。',
    en: '{point}: {required} cm required, {measured} cm measured, {short} cm short.',
  },
  clear: {
    zh: '{point}：实测{measured}厘米，不少于{required}厘米。',
    en: '{point}: {measured} cm measured, {required} cm required.',
  },
} as const

/** The norm is a floor: a design that asks for more counts, one that asks for less does not. */
function judgeThickness(sample: Sample, norm: number) {
  const known = take(sample, 'measured')
  if (isMissing(known)) return cannotTell(sample, known.missing)
  const required = Math.max(norm, sample.values.required ?? 0)
  const short = shortfallOf({ required, measured: known.measured })
  const numbers = { point: sample.title, required, measured: known.measured, short }
  return short > 0 ? flagged(sample, numbers) : clear(sample, numbers)
}

export const soilThickness = defineProjectCheck({
  id: 'soil.thickness',
  area: 'soil',
  name: { zh: '种植土厚度不足', en: 'Soil too thin' },
  explanation: {
    zh: '有效土层厚度按栽植类型有最低要求，不够的苗木活不好。逐点与设计和规范比较，不足的补土，补不了的按实核减。',
    en: 'Each kind of plant needs a least depth of soil. Compare point by point; add soil, or take it off the price.',
  },
  source: greening('有效土层厚度表'),
  nature: 'statute',
  severity: 'medium',
  from: inForce.greening,
  to: null,
  parameters: {
    bigTree: centimetres('bigTree', leastThickness.bigTree),
    deepTree: centimetres('deepTree', leastThickness.deepTree),
    shallowTree: centimetres('shallowTree', leastThickness.shallowTree),
    bigShrub: centimetres('bigShrub', leastThickness.bigShrub),
    palm: centimetres('palm', leastThickness.palm),
    smallShrub: centimetres('smallShrub', leastThickness.smallShrub),
    bigBamboo: centimetres('bigBamboo', leastThickness.bigBamboo),
    smallBamboo: centimetres('smallBamboo', leastThickness.smallBamboo),
    cover: centimetres('cover', leastThickness.cover),
    roofTree: centimetres('roofTree', leastThickness.roofTree),
    roofShrub: centimetres('roofShrub', leastThickness.roofShrub),
    roofCover: centimetres('roofCover', leastThickness.roofCover),
  },
  why,
  each: ({ entries }) => entries.soilSample,
  on: ({ values }) => values.sampledOn ?? null,
  one: (sample, values) => {
    const known = take(sample, 'plantType')
    return isMissing(known) ? cannotTell(sample, known.missing) : judgeThickness(sample, values[known.plantType])
  },
})

export const soilThicknessOld = defineProjectCheck({
  id: 'soil.thicknessOld',
  area: 'soil',
  name: { zh: '种植土厚度不足（旧规范）', en: 'Soil too thin (old code)' },
  explanation: {
    zh: '2013年5月1日以前取样的，按当时的规范判断；以后的一律用现行规范，旧数值不再适用。',
    en: 'What was sampled before 1 May 2013 is judged by the code of its time; nothing later is.',
  },
  source: oldGreening(null),
  nature: 'statute',
  severity: 'low',
  from: parseDay('1999-08-01'),
  to: parseDay('2013-04-30'),
  parameters: {
    deepTree: centimetres('deepTree', 150),
    shallowTree: centimetres('shallowTree', 90),
    bigShrub: centimetres('bigShrub', 60),
    smallShrub: centimetres('smallShrub', 45),
    cover: centimetres('cover', 30),
  },
  why,
  each: ({ entries }) => entries.soilSample,
  // Without a day nothing says that the old code held.
  on: ({ values }) => values.sampledOn ?? null,
  one: (sample, values) => {
    const { plantType, sampledOn } = sample.values
    if (sampledOn === undefined || plantType === undefined) return null
    return plantType in values ? judgeThickness(sample, values[plantType as keyof typeof values]) : null
  },
})

/** Points by lot, in the order in which lots first appear. */
const lots = ({ entries }: ProjectFacts) => {
  const names = [...new Set(entries.soilSample.map(({ values }) => values.lot ?? ''))]
  return names.map((name) => ({
    name,
    samples: entries.soilSample.filter(({ values }) => (values.lot ?? '') === name),
  }))
}
type Lot = ReturnType<typeof lots>[number]
const measures = ({ samples }: Lot) => {
  const has = (field: 'lotArea' | 'lotVolume' | 'unitPrice') =>
    samples.find(({ values }) => values[field] !== undefined)?.values[field]
  return { area: has('lotArea'), volume: has('lotVolume'), unitPrice: has('unitPrice') }
}

export const soilDensity = defineProjectCheck({
  id: 'soil.density',
  area: 'soil',
  name: { zh: '种植土取样点不足', en: 'Too few soil points' },
  explanation: {
    zh: '每500立方米或2000平方米为一批，随机取样不少于5处；不足一批的不少于3处。点数不够，结论不可靠，应当补测。',
    en: 'Five points for each 500 m³ or 2000 ㎡, three for less. With fewer nothing is certain; measure again.',
  },
  source: greening('4.1（取样）'),
  nature: 'statute',
  severity: 'low',
  from: inForce.greening,
  to: null,
  parameters: {
    points: always('每批点数', 'Points per lot', '点', 5),
    smallPoints: always('不足一批的点数', 'Points of a smaller lot', '点', 3),
    lotArea: always('每批面积', 'Area of a lot', '㎡', 2000),
    lotVolume: always('每批方量', 'Volume of a lot', 'm³', 500),
  },
  why: {
    flagged: {
      zh: '地块“{lot}”取样{count}点，应不少于{needed}点。',
      en: 'Lot “{lot}”: {count} points, {needed} needed.',
    },
    clear: { zh: '地块“{lot}”取样{count}点，不少于{needed}点。', en: 'Lot “{lot}”: {count} points, {needed} needed.' },
  },
  each: lots,
  on: ({ samples }) => samples[0]?.values.sampledOn ?? null,
  one: (lot, rule) => {
    const needed = pointsNeeded(measures(lot), rule)
    const first = lot.samples[0] ?? null
    if (needed === null) return cannotTell(first, [lacks('soilSample', 'lotArea', first)])
    const numbers = { lot: lot.name, count: lot.samples.length, needed }
    return lot.samples.length < needed ? flagged(first, numbers, lot.samples) : clear(first, numbers, lot.samples)
  },
})

export const soilReductionDue = defineProjectCheck({
  id: 'soil.reduction',
  area: 'soil',
  name: { zh: '种植土不足未核减', en: 'Missing soil not taken off' },
  explanation: {
    zh: '面积×各点不足厚度的平均值×单价，就是应核减的金额。算出来的数用于复核，不能代替现场确认。',
    en: 'Area × mean shortfall × unit price is to be taken off. The figure is for review and does not stand for a look on site.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{lots}个地块缺土{volume}立方米，应核减{reduction:money}，种植土已核减{deducted:money}。',
      en: '{volume} m³ are missing in {lots} lots: {reduction:money} to be taken off, {deducted:money} was.',
    },
    deducted: {
      zh: '缺土{volume}立方米，应核减{reduction:money}，已核减{deducted:money}。',
      en: '{reduction:money} to be taken off, {deducted:money} was.',
    },
    clear: { zh: '{lots}个地块各点厚度都不少于要求。', en: 'No point in {lots} lots is short.' },
  },
  each: (facts) => (facts.entries.soilSample.length > 0 ? [lots(facts)] : []),
  on: ([first]) => first?.samples[0]?.values.sampledOn ?? null,
  one: (all, _, { entries }) => {
    const needs = all.flatMap((lot) => {
      const first = lot.samples[0] ?? null
      const { area, unitPrice } = measures(lot)
      const points = lot.samples.filter(({ values }) => values.measured === undefined || requiredOf(values) === null)
      return [
        ...points.map((each) =>
          lacks('soilSample', each.values.measured === undefined ? 'measured' : 'required', each),
        ),
        ...(area === undefined ? [lacks('soilSample', 'lotArea', first)] : []),
        ...(unitPrice === undefined ? [lacks('soilSample', 'unitPrice', first)] : []),
      ]
    })
    if (needs.length > 0) return cannotTell(null, needs)
    const results = all.map((lot) => {
      const { area = 0, unitPrice = 0 } = measures(lot)
      const points = lot.samples.map(({ values }) => ({
        required: requiredOf(values) ?? 0,
        measured: values.measured ?? 0,
      }))
      return { lot, ...soilReduction(points, area, unitPrice) }
    })
    const short = results.filter(({ volume }) => volume > 0)
    const reduction = results.reduce((sum, each) => sum + each.reduction, 0)
    const reviews = entries.quantityReview.filter(({ values }) => values.item?.includes('土'))
    const deducted = reviews.reduce(
      (sum, { values: { submitted = 0, verified = submitted, unitPrice = 0 } }) =>
        sum + priceOf(less(submitted, verified), unitPrice),
      0,
    )
    const numbers = {
      lots: short.length || all.length,
      volume: sumOf(short.map(({ volume }) => volume)),
      reduction,
      deducted,
    }
    const cited = short.flatMap(({ lot }) => lot.samples)
    if (reduction === 0) return clear(null, numbers)
    return deducted >= reduction
      ? clear(null, numbers, [...cited, ...reviews], 'deducted')
      : flagged(null, numbers, cited)
  },
})

/** What was designed is what was paid for; without a design the code. */
const requiredOf = ({ required, plantType }: Sample['values']): number | null =>
  required ?? (plantType === undefined ? null : leastThickness[plantType])
