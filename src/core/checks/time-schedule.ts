/** Whether works began and ended in time. */
import { addDays, addMonths } from '../deadline/working-days.ts'
import { daysFrom, earliest, latest } from './days.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, isMissing, take } from './outcome.ts'
import { projectOf } from './project-facts.ts'
import { always, buildingLaw, inForce, localRule } from './sources.ts'

export const timeOverrun = defineProjectCheck({
  id: 'time.overrun',
  area: 'time',
  name: { zh: '工期超期未顺延、未调查', en: 'Late without extension or investigation' },
  explanation: {
    zh: '超过计划完工日期，要么有批准的顺延，要么有超期调查和责任认定；调查结论可以是“非施工单位原因”。两样都没有的，限期查清。',
    en: 'Works that end late have an approved extension, or an investigation that says whose fault it is, also that it is nobody’s.',
  },
  source: localRule,
  nature: 'local',
  severity: 'medium',
  from: null,
  to: null,
  parameters: { days: always('容许超期（天）', 'Days tolerated', '天', 0) },
  why: {
    flagged: {
      zh: '计划{planned}完工，批准顺延{extended}天，实际{finished}完工，超期{overrun}天，没有调查结论。',
      en: 'Planned for {planned}, extended by {extended} days, finished {finished}: {overrun} days late without an investigation.',
    },
    open: {
      zh: '计划{planned}完工，批准顺延{extended}天，至今没有登记完工，已超期{overrun}天，没有调查结论。',
      en: 'Planned for {planned}, extended by {extended} days, not finished: {overrun} days late without an investigation.',
    },
    investigated: {
      zh: '超期{overrun}天，{investigated}已调查并认定责任。',
      en: '{overrun} days late; investigated {investigated}.',
    },
    clear: { zh: '没有超过计划工期（含批准顺延{extended}天）。', en: 'In time, with {extended} days of extension.' },
  },
  each: ({ entries }) => entries.schedule,
  on: ({ values }) => values.plannedFinish ?? null,
  one: (schedule, { days }, _, today) => {
    const known = take(schedule, 'plannedFinish')
    if (isMissing(known)) return cannotTell(schedule, known.missing)
    const { actualFinish, investigatedOn, conclusion, extensions = [] } = schedule.values
    const granted = extensions.filter(({ approvedOn }) => approvedOn !== undefined)
    const extended = granted.reduce((sum, each) => sum + (each.days ?? 0), 0)
    const overrun = daysFrom(addDays(known.plannedFinish, extended), actualFinish ?? today)
    const numbers = { planned: known.plannedFinish, extended, finished: actualFinish, overrun }
    if (overrun <= days) return clear(schedule, numbers)
    if (investigatedOn !== undefined && conclusion !== undefined)
      return clear(schedule, { ...numbers, investigated: investigatedOn }, [], 'investigated')
    return flagged(schedule, numbers, [], actualFinish === undefined ? 'open' : 'flagged')
  },
})

export const timeStartLate = defineProjectCheck({
  id: 'time.startLate',
  area: 'time',
  name: { zh: '领证后未按期开工', en: 'Begun late after the permit' },
  explanation: {
    zh: '领取施工许可证之日起三个月内应当开工；不能按期开工的申请延期，否则许可证自行废止。',
    en: 'Works begin within three months of the permit, or an extension is asked for; else the permit lapses.',
  },
  source: buildingLaw('第九条'),
  nature: 'statute',
  severity: 'medium',
  from: inForce.buildingLaw,
  to: null,
  parameters: { months: always('开工期限（月）', 'Months', '个月', 3) },
  why: {
    flagged: {
      zh: '{permit}领取施工许可证，应在{due}前开工，{started}才开工，晚{late}天（第九条）。',
      en: 'Permit of {permit}, due by {due}, begun {started}: {late} days late.',
    },
    open: {
      zh: '{permit}领取施工许可证，应在{due}前开工，没有登记开工，已过{late}天（第九条）。',
      en: 'Permit of {permit}, due by {due}; no beginning is entered after {late} days.',
    },
    pending: { zh: '{permit}领取施工许可证，{due}前开工。', en: 'Permit of {permit}; to begin by {due}.' },
    clear: { zh: '{permit}领取施工许可证，{started}开工。', en: 'Permit of {permit}, begun {started}.' },
  },
  each: (facts) => {
    const project = projectOf(facts)
    const isBuilt = facts.entries.schedule.length > 0 || project?.values.permitOn !== undefined
    return project !== null && isBuilt ? [project] : []
  },
  on: ({ values }) => values.permitOn ?? null,
  one: (project, { months }, { entries }, today) => {
    const known = take(project, 'permitOn')
    if (isMissing(known)) return cannotTell(project, known.missing)
    const permit = known.permitOn
    const due = latest([addMonths(permit, months), project.values.permitExtendedTo]) ?? permit
    const started = earliest(entries.schedule.map(({ values }) => values.actualStart))
    const late = daysFrom(due, started ?? today)
    const numbers = { permit, due, started, late }
    if (started !== null) return late > 0 ? flagged(project, numbers) : clear(project, numbers)
    return late > 0 ? flagged(project, numbers, [], 'open') : clear(project, numbers, [], 'pending')
  },
})
