/** Farmland: converted before it is built on, brought back when its use was for a time. */
import { addMonths } from '../deadline/working-days.ts'
import { daysFrom, earliest } from './days.ts'
import { defineEachCheck, defineProjectCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import type { RecordFacts } from './project-facts.ts'
import { projectOf } from './project-facts.ts'
import { always, inForce, landLaw, landRegulation } from './sources.ts'

export const landUnconverted = defineProjectCheck({
  id: 'land.unconverted',
  area: 'land',
  name: { zh: '占用农用地未办转用', en: 'Farmland built on without conversion' },
  explanation: {
    zh: '建设占用农用地，开工前应当办理农用地转用审批。没有批准的停工补办或恢复原状，按程序移送。',
    en: 'Farmland is converted before works begin. Stop, and apply or restore.',
  },
  source: landLaw('第四十四条'),
  nature: 'statute',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '占用农用地{area}平方米，{started}开工，{approved}才批准转用（第四十四条）。',
      en: '{area} ㎡ of farmland: begun {started}, converted only on {approved}.',
    },
    open: {
      zh: '占用农用地{area}平方米，{started}开工，没有登记转用批准（第四十四条）。',
      en: '{area} ㎡ of farmland: begun {started}; no conversion is entered.',
    },
    clear: { zh: '占用农用地{area}平方米，{approved}批准转用。', en: '{area} ㎡ of farmland, converted {approved}.' },
    none: { zh: '不占用农用地。', en: 'No farmland.' },
  },
  each: (facts) => {
    const project = projectOf(facts)
    return project === null ? [] : [project]
  },
  on: (_, { entries }) => earliest(entries.schedule.map(({ values }) => values.actualStart)),
  one: (project, _, { entries }, today) => {
    const known = take(project, 'farmland')
    if (isMissing(known)) return cannotTell(project, known.missing)
    const area = known.farmland
    if (area === 0) return clear(project, {}, [], 'none')
    const started = earliest(entries.schedule.map(({ values }) => values.actualStart))
    const approved = project.values.conversionApprovedOn
    if (approved !== undefined)
      return started !== null && started < approved
        ? flagged(project, { area, started, approved })
        : clear(project, { area, approved })
    if (started === null)
      return cannotTell(project, [lacks('project', 'conversionApprovedOn', project), lacks('schedule', 'actualStart')])
    return started <= today ? flagged(project, { area, started }, [], 'open') : null
  },
})

const defineLandCheck = defineEachCheck<RecordFacts>()

export const landOccupied = defineLandCheck({
  id: 'land.occupied',
  area: 'land',
  name: { zh: '违法占地', en: 'Land occupied unlawfully' },
  explanation: {
    zh: '地块登记为没有办理农用地转用手续。限期恢复，验收合格以前不销号。',
    en: 'The land is entered as occupied without conversion. It is restored and accepted first.',
  },
  source: landLaw('第四十四条'),
  nature: 'statute',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{place}占用{area}平方米，没有办理转用手续，尚未复垦验收（第四十四条）。',
      en: '{place}: {area} ㎡ occupied without conversion, not yet restored and accepted.',
    },
    clear: { zh: '{place}已办手续，或已复垦并验收。', en: '{place}: converted, or restored and accepted.' },
  },
  each: ({ entries }) => entries.landReclamation,
  on: ({ values }) => values.foundOn ?? null,
  one: (land) => {
    const known = take(land, 'conversion')
    if (isMissing(known)) return cannotTell(land, known.missing)
    const numbers = { place: land.values.place ?? land.title, area: land.values.occupied }
    const isRestored = land.values.reclaimedOn !== undefined && land.values.acceptedOn !== undefined
    return known.conversion === 'none' && !isRestored ? flagged(land, numbers) : clear(land, numbers)
  },
})

export const landReclaimed = defineLandCheck({
  id: 'land.reclaimed',
  area: 'land',
  name: { zh: '临时用地逾期未复垦', en: 'Temporary use not reclaimed' },
  explanation: {
    zh: '临时用地期满之日起一年内完成复垦，占用耕地的恢复种植条件。逾期的责令限期改正。',
    en: 'Within a year of the end of a temporary use the land is restored; farmland so that it can be sown.',
  },
  source: landRegulation('第二十条'),
  nature: 'statute',
  severity: 'medium',
  from: inForce.landRegulation,
  to: null,
  parameters: { months: always('复垦期限（月）', 'Months', '个月', 12) },
  why: {
    flagged: {
      zh: '{place}临时用地{until}到期，应在{due}前复垦，{reclaimed}才完成，超{late}天（第二十条）。',
      en: '{place}: ended {until}, due {due}, reclaimed {reclaimed}: {late} days late.',
    },
    open: {
      zh: '{place}临时用地{until}到期，应在{due}前复垦，没有登记完成，已超{late}天（第二十条）。',
      en: '{place}: ended {until}, due {due}; not reclaimed, {late} days late.',
    },
    pending: {
      zh: '{place}临时用地{until}到期，{due}前复垦。',
      en: '{place}: ends {until}; to be reclaimed by {due}.',
    },
    clear: { zh: '{place}{reclaimed}完成复垦，没有超过{due}。', en: '{place}: reclaimed {reclaimed}, due {due}.' },
  },
  each: ({ entries }) =>
    entries.landReclamation.filter(
      ({ values }) => values.conversion === 'temporary' || values.temporaryUntil !== undefined,
    ),
  on: ({ values }) => values.temporaryUntil ?? null,
  one: (land, { months }, _, today) => {
    const known = take(land, 'temporaryUntil')
    if (isMissing(known)) return cannotTell(land, known.missing)
    const until = known.temporaryUntil
    const due = addMonths(until, months)
    const reclaimed = land.values.reclaimedOn
    const late = daysFrom(due, reclaimed ?? today)
    const numbers = { place: land.values.place ?? land.title, until, due, reclaimed, late }
    if (reclaimed !== undefined) return late > 0 ? flagged(land, numbers) : clear(land, numbers)
    return late > 0 ? flagged(land, numbers, [], 'open') : clear(land, numbers, [], 'pending')
  },
})
