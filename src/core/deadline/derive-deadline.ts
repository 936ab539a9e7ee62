/**
 * A deadline that is counted from a day (`自反馈之日起 30 个工作日内`), and how it came about step by step: whoever reads the
 * date can count after it.
 */
import type { Day } from './day.ts'
import { addDays, addMonths, addWorkingDays, type Calendar } from './working-days.ts'

export type Term = { count: number; unit: 'workingDay' | 'day' | 'month' }

/** One step, as data; its words in {@link derivationWords}. */
export type DerivationStep =
  | { code: 'term'; from: string; count: number; unit: Term['unit'] }
  /** Weekdays left out because of a holiday. */
  | { code: 'skipped'; holiday: string; days: number }
  /** Days of the weekend that count. */
  | { code: 'worked'; days: number }
  /** Counted Monday to Friday: nobody has entered the holidays of that year. */
  | { code: 'unknownYear'; year: number }

/**
 * @param from the day that starts the term; it is not counted itself
 */
export function deriveDeadline(term: Term, from: string, calendar: Calendar): { day: Day; steps: DerivationStep[] } {
  const day =
    term.unit === 'workingDay'
      ? addWorkingDays(calendar, from, term.count)
      : term.unit === 'day'
        ? addDays(from, term.count)
        : addMonths(from, term.count)
  const steps: DerivationStep[] = [{ code: 'term', from, ...term }]
  return { day, steps: term.unit === 'workingDay' ? [...steps, ...passed(from, day, calendar)] : steps }
}

/** What working days between two days passed over: holidays, worked weekends, years that nobody entered. */
export function passed(from: string, to: string, calendar: Calendar): DerivationStep[] {
  const skipped = new Map<string, number>()
  let worked = 0
  const unknown = new Set<number>()
  for (let day: string = from; day < to; ) {
    day = addDays(day, 1)
    const holiday = calendar.holiday(day)
    const year = Number(day.slice(0, 4))
    if (!calendar.knows(year)) unknown.add(year)
    if (holiday !== null) skipped.set(holiday, (skipped.get(holiday) ?? 0) + 1)
    else if (calendar.isWorkedWeekend(day)) worked += 1
  }
  return [
    ...[...skipped].map(([holiday, days]): DerivationStep => ({ code: 'skipped', holiday, days })),
    ...(worked > 0 ? [{ code: 'worked' as const, days: worked }] : []),
    ...[...unknown].map((year): DerivationStep => ({ code: 'unknownYear', year })),
  ]
}

const units = {
  zh: { workingDay: '个工作日', day: '天', month: '个月' },
  en: { workingDay: 'working days', day: 'days', month: 'months' },
} as const

/** A step in words. */
export function derivationWords(step: DerivationStep, language: 'zh' | 'en'): string {
  const zh = language === 'zh'
  switch (step.code) {
    case 'term':
      return zh
        ? `${step.from} 起 ${step.count} ${units.zh[step.unit]}`
        : `${step.count} ${units.en[step.unit]} from ${step.from}`
    case 'skipped':
      return zh ? `跳过${step.holiday}放假 ${step.days} 天` : `${step.holiday}: ${step.days} days off left out`
    case 'worked':
      return zh ? `调休上班的周末 ${step.days} 天计入` : `${step.days} worked days of weekends counted`
    case 'unknownYear':
      return zh
        ? `${step.year} 年的放假安排尚未录入，按周一至周五计算`
        : `The holidays of ${step.year} are not entered yet: counted Monday to Friday`
  }
}
