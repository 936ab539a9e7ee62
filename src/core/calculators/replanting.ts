/** Replanting: designed, planted, surviving → missing → order. */
import { isBelow, percentOf, sumOf } from '../checks/exact.ts'
import { greening } from '../checks/sources.ts'
import { defineCalculator, type Line, verdict } from './calculator.ts'

/** What is missing of a kind of plant, less what was replanted. */
export const missingPlants = ({
  designed,
  surviving,
  replanted = 0,
}: {
  readonly designed: number
  readonly surviving: number
  readonly replanted?: number
}): number => Math.max(0, sumOf([designed, -surviving, -replanted]))

/** Living plants in per cent of those that should be there. */
export const survivalRate = (surviving: number, planted: number): number | null => percentOf(surviving, planted)

/**
 * Hands out replanted plants to what is missing, in order: what one replanting has to spare goes to the next kind it names.
 * @returns replanted plants by kind
 */
export function allot(
  missing: readonly { readonly id: number; readonly missing: number }[],
  replantings: readonly { readonly plants: number; readonly of: readonly number[] }[],
): ReadonlyMap<number, number> {
  const left = new Map(missing.map((each) => [each.id, each.missing]))
  const got = new Map<number, number>()
  for (const { plants, of } of replantings) {
    let rest = plants
    for (const id of of) {
      const given = Math.min(rest, left.get(id) ?? 0)
      left.set(id, (left.get(id) ?? 0) - given)
      got.set(id, (got.get(id) ?? 0) + given)
      rest -= given
    }
  }
  return got
}

const plants = { type: 'quantity', unit: '株', decimals: 0 } as const

export const replantingCalculator = defineCalculator({
  key: 'replanting',
  name: { zh: '缺株与补植', en: 'Replanting' },
  help: {
    zh: '设计、实栽、成活三个数对一对，算缺多少、要补多少。',
    en: 'Designed, planted, surviving: what is missing and ordered.',
  },
  fields: {
    species: {
      type: 'rows',
      name: { zh: '苗木', en: 'Plants' },
      required: true,
      columns: {
        name: { type: 'text', name: { zh: '树种', en: 'Species' } },
        designed: { ...plants, name: { zh: '设计', en: 'Designed' }, required: true },
        planted: { ...plants, name: { zh: '实栽', en: 'Planted' }, required: true },
        surviving: { ...plants, name: { zh: '成活', en: 'Surviving' }, required: true },
        replanted: { ...plants, name: { zh: '已补植', en: 'Replanted' } },
      },
    },
    share: {
      type: 'quantity',
      unit: '%',
      decimals: 1,
      most: 100,
      name: { zh: '要求成活率', en: 'Survival asked for' },
      required: true,
      help: { zh: '合同有约定的从其约定。', en: 'As the contract says.' },
    },
  },
  rule: {
    zh: '应补植＝设计－成活－已补植（小于零按零计）。成活率＝成活÷实栽；低于要求的，补植并顺延养护期，补植合格前不返还质保金。',
    en: 'To replant = designed − surviving − replanted, not below zero. Survival = surviving ÷ planted; below what was asked for the period is extended and the bond kept.',
  },
  source: { ...greening(null), verified: false },
  begun: { species: [{}], share: '95' },
  work: ({ species, share }) => {
    if (species === undefined || share === undefined) return null
    const rows = species.map(({ name = '', designed = 0, planted = 0, surviving = 0, replanted = 0 }) => ({
      name,
      planted,
      surviving,
      missing: missingPlants({ designed, surviving, replanted }),
    }))
    const order = sumOf(rows.map(({ missing }) => missing))
    const planted = sumOf(rows.map((each) => each.planted))
    const surviving = sumOf(rows.map((each) => each.surviving))
    const rate = survivalRate(surviving, planted)
    const lines: Line[] = rows.map(({ name, missing }, index) => ({
      name: { zh: `${name || `第${index + 1}行`}应补`, en: `${name || `Row ${index + 1}`}: to replant` },
      form: 'quantity',
      value: missing,
      unit: '株',
    }))
    lines.push({
      name: { zh: '应补植合计', en: 'To replant in all' },
      form: 'quantity',
      value: order,
      unit: '株',
      main: true,
    })
    if (rate !== null) lines.push({ name: { zh: '成活率', en: 'Survival' }, form: 'percent', value: rate })
    const isLow = isBelow(surviving, planted, share)
    return {
      lines,
      verdict: isLow
        ? verdict('成活率低于{share}%，下达补植通知{order}株。', 'Below {share}%: {order} plants are ordered.', {
            share,
            order,
          })
        : order > 0
          ? verdict(
              '成活率达到要求，仍缺{order}株，下达补植通知。',
              'As asked for, yet {order} plants are missing and ordered.',
              { order },
            )
          : verdict('不缺株。', 'None missing.'),
    }
  },
  registers: ['plant', 'contract'],
  fill: ({ plant, contract }) => ({
    species: plant
      .filter(({ kind }) => kind !== 'cover')
      .map(({ values }) => ({
        name: values.species,
        designed: values.designed,
        planted: values.planted,
        surviving: values.surviving,
      })),
    share: contract.find(({ values }) => values.survivalShare !== undefined)?.values.survivalShare,
  }),
})
