/** Plants: designed, planted, alive, paid for. */
import { allot, missingPlants, survivalRate } from '../calculators/replanting.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { isBelow } from './exact.ts'
import { cannotTell, clear, flagged, isMissing, take } from './outcome.ts'
import type { ProjectFacts } from './project-facts.ts'
import { contractOf, isForWorks } from './project-links.ts'
import { always, auditPractice, greening } from './sources.ts'

type Plant = ProjectFacts['entries']['plant'][number]

/** Plants, or ㎡ of ground cover. */
const amounts = ({ kind, register, id, values }: Plant) => {
  const plant = { id, register, values }
  if (kind !== 'cover') return { known: take(plant, 'designed', 'surviving'), unit: '株' }
  const known = take(plant, 'designedArea', 'survivingArea')
  return {
    known: isMissing(known) ? known : { designed: known.designedArea, surviving: known.survivingArea },
    unit: '㎡',
  }
}

/** What was replanted of each kind; a replanting that names none counts for its species. */
function replantedOf({ entries }: ProjectFacts): ReadonlyMap<number, number> {
  const missing = entries.plant.flatMap((plant) => {
    const { known } = amounts(plant)
    return isMissing(known) ? [] : [{ id: plant.id, missing: missingPlants(known) }]
  })
  const replantings = entries.replanting.map(({ values }) => ({
    plants: values.plants ?? values.area ?? 0,
    of: values.missing ?? entries.plant.filter((plant) => plant.values.species === values.species).map(({ id }) => id),
  }))
  return allot(missing, replantings)
}

export const plantingMissing = defineProjectCheck({
  id: 'planting.missing',
  area: 'planting',
  name: { zh: '苗木缺株未补', en: 'Plants missing' },
  explanation: {
    zh: '成活株数少于设计株数的，应当下达补植通知；补植登记以后自动扣减。缺株不能只在结算里核减了事。',
    en: 'Where fewer live than were designed, replanting is ordered; what is entered as replanted is taken off.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{plant}：设计{designed}{unit}，成活{surviving}{unit}，已补植{replanted}{unit}，还缺{missing}{unit}，应通知补植。',
      en: '{plant}: {designed} {unit} designed, {surviving} alive, {replanted} replanted; {missing} are missing.',
    },
    clear: {
      zh: '{plant}：设计{designed}{unit}，成活{surviving}{unit}，已补植{replanted}{unit}，不缺。',
      en: '{plant}: none missing of {designed} {unit}.',
    },
  },
  each: ({ entries }) => entries.plant,
  on: ({ values }) => values.checkedOn ?? null,
  one: (plant, _, facts) => {
    const { known, unit } = amounts(plant)
    if (isMissing(known)) return cannotTell(plant, known.missing)
    const replanted = replantedOf(facts).get(plant.id) ?? 0
    const missing = missingPlants({ ...known, replanted })
    const numbers = { plant: plant.values.species ?? plant.title, ...known, replanted, missing, unit }
    return missing > 0 ? flagged(plant, numbers) : clear(plant, numbers)
  },
})

export const plantingSurvival = defineProjectCheck({
  id: 'planting.survival',
  area: 'planting',
  name: { zh: '成活率不达标', en: 'Survival too low' },
  explanation: {
    zh: '成活率低于合同约定（没有约定的按规范）的，补植并顺延养护期，补植合格以前不返还质保金。',
    en: 'Where fewer live than agreed (or than the code asks for), replant, and keep the bond until then.',
  },
  source: { ...greening(null), verified: false },
  nature: 'statute',
  severity: 'high',
  from: null,
  to: null,
  parameters: {
    share: always('成活率不低于（%，合同有约定的从其约定）', 'Survival at least (the contract goes first)', '%', 95),
  },
  why: {
    flagged: {
      zh: '应有{planted}株，成活{surviving}株，成活率{rate:percent}，低于{share}%。',
      en: '{surviving} of {planted} alive: {rate:percent}, below {share}%.',
    },
    clear: {
      zh: '应有{planted}株，成活{surviving}株，成活率{rate:percent}，不低于{share}%。',
      en: '{surviving} of {planted} alive: {rate:percent}.',
    },
  },
  each: ({ entries }) => entries.survivalCheck,
  on: ({ values }) => values.on ?? null,
  one: (check, values, facts) => {
    const known = take(check, 'planted', 'surviving')
    if (isMissing(known)) return cannotTell(check, known.missing)
    const { planted, surviving } = known
    if (planted === 0) return null
    const contract = contractOf(facts, check.values.contract) ?? facts.entries.contract.find(isForWorks)
    const share = contract?.values.survivalShare ?? values.share
    const numbers = { planted, surviving, rate: survivalRate(surviving, planted), share }
    return isBelow(surviving, planted, share) ? flagged(check, numbers) : clear(check, numbers)
  },
})

export const plantingQuantity = defineProjectCheck({
  id: 'planting.quantity',
  area: 'planting',
  name: { zh: '结算株数多于实栽', en: 'More paid for than planted' },
  explanation: {
    zh: '结算按实栽数量。结算株数多于实际栽植的，按差额核减，并查其他树种。',
    en: 'What was planted is paid. Take off the difference, and look at the other species.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{plant}：结算{settled}株，实栽{planted}株，多计{over}株。',
      en: '{plant}: {settled} settled, {planted} planted, {over} too many.',
    },
    clear: { zh: '{plant}：结算{settled}株，实栽{planted}株。', en: '{plant}: {settled} settled, {planted} planted.' },
  },
  each: ({ entries }) => entries.plant.filter(({ values }) => values.settled !== undefined),
  on: ({ values }) => values.checkedOn ?? null,
  one: (plant) => {
    const known = take(plant, 'settled', 'planted')
    if (isMissing(known)) return cannotTell(plant, known.missing)
    const { settled, planted } = known
    const numbers = { plant: plant.values.species ?? plant.title, settled, planted, over: settled - planted }
    return settled > planted ? flagged(plant, numbers) : clear(plant, numbers)
  },
})
