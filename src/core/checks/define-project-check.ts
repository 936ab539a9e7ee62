/**
 * A check that looks at things of a project one by one (its contracts, its changes …): what the things are, by which day's
 * rule each is judged, and the judgement of one. That the rule was in force on that day is seen to here.
 */
import type { Day } from '../deadline/day.ts'
import type { Check, Finding, Parameter } from './check.ts'
import type { ProjectFacts } from './project-facts.ts'

type Parameters = Readonly<Record<string, Parameter>>
type Values<P> = { readonly [K in keyof P]: number }

type EachThing<Facts, P extends Parameters, Thing> = Omit<Check<Facts, P>, 'judge'> & {
  /** What is judged; nothing: not applicable. */
  each(facts: Facts): readonly Thing[]
  /** The day whose rule holds; null where it is not known: the rule of today is taken. */
  on(thing: Thing, facts: Facts): Day | null
  /** Null: not applicable to this one. */
  one(thing: Thing, values: Values<P>, facts: Facts, today: Day): Finding | null
}

const cannotTell = {
  zh: '资料不全，暂不能判断：请补填所列内容。',
  en: 'Cannot tell: please fill in what is listed.',
}

/** Whether a rule holds for what happened on a day. Without a day it is asked whether it holds today. */
export const isInForce = ({ from, to }: Pick<Check<never>, 'from' | 'to'>, day: Day): boolean =>
  (from === null || from <= day) && (to === null || day <= to)

/** A check over things of any facts. */
export const defineEachCheck =
  <Facts>() =>
  <const P extends Parameters, Thing>({ each, on, one, ...check }: EachThing<Facts, P, Thing>): Check<Facts, P> => ({
    ...check,
    why: { cannotTell, ...check.why },
    judge: (facts, parameters, today) =>
      each(facts).flatMap((thing) => {
        const day = on(thing, facts) ?? today
        const found = isInForce(check, day) ? one(thing, parameters(day), facts, today) : null
        return found === null ? [] : [found]
      }),
  })

/** A check over things of a project. */
export const defineProjectCheck = defineEachCheck<ProjectFacts>()
