/** The life of measures and findings as pages show it: with what this reader may do now, in the reader's language. */
import type { z } from 'zod'
import type { Actor } from '../core/access/policy.ts'
import type { applicationSchema, findingLifeSchema, measureLifeSchema, requestSchema } from '../core/api/life.ts'
import { type FindingLife, findingOffersFor } from '../core/finding/life.ts'
import { standards } from '../core/finding/standards.ts'
import type { MeasureLife, MeasureRequest, Step } from '../core/measure/life.ts'
import { type Answer, decisionOffersFor, type Missing, offersFor, requestOffersFor } from '../core/measure/offers.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { refusalSentence } from '../core/refusal.ts'

export type ApplicationView = z.infer<typeof applicationSchema>
export type RequestView = z.infer<typeof requestSchema>
type MeasureLifeView = z.infer<typeof measureLifeSchema>

/** Who looks, when, in which language. */
export type Reader = { actor: Actor; language: Language; today: string }

export function measureLifeView(life: MeasureLife, cycles: MeasureLifeView['cycles'], reader: Reader): MeasureLifeView {
  const { actor, language, today } = reader
  return {
    targets: [...life.targets],
    application: applicationView(life.steps),
    requests: life.requests.map((request) => requestView(life, request, reader)),
    offers: offersFor(life, actor).map(({ act, to, missing, ...answer }) => ({
      act,
      to,
      ...answerView(answer, language),
      missing: missingView(missing, language),
    })),
    requestOffers: requestOffersFor(life, actor, today).map(({ kind, ...answer }) => ({
      kind,
      ...answerView(answer, language),
    })),
    cycles,
    closedAt: life.status === 'signedOff' || life.status === 'unsubstantiated' ? life.movedAt : null,
  }
}

export function findingLifeView(life: FindingLife, { actor, language }: Reader): z.infer<typeof findingLifeSchema> {
  const last = (act: 'basicallyDone' | 'signOff') => {
    const step = life.steps.findLast((each) => each.act === act)
    return step === undefined ? null : { person: step.person, onBehalfOf: step.onBehalfOf, at: step.at }
  }
  return {
    version: life.version,
    state: life.state,
    signedOff: last('signOff'),
    basicallyDone: last('basicallyDone'),
    standards: standards.flatMap((standard) => life.standards.filter((held) => held.standard === standard)),
    offers: findingOffersFor(life, actor).map(({ act, missing, ...answer }) => ({
      act,
      ...answerView(answer, language),
      missing: missingView(missing, language),
    })),
  }
}

/** Steps of one application, oldest first; null when there are none. */
export function applicationView(steps: readonly Step[]): ApplicationView | null {
  const of = (act: Step['act']): Step | null => steps.find((step) => step.act === act) ?? null
  const applied = of('apply')
  if (applied === null) return null
  const by = (step: Step) => ({ person: step.person, onBehalfOf: step.onBehalfOf, at: step.at })
  const [endorsed, verified, signed, returned] = [of('endorse'), of('verify'), of('sign'), of('return')]
  return {
    id: applied.applicationId,
    applied: by(applied),
    selfAssessment: applied.words ?? '',
    targets: [...(applied.targets ?? [])],
    endorsed: endorsed && { ...by(endorsed), note: endorsed.words },
    verified: verified && { ...by(verified), note: verified.words, siteCheck: verified.siteCheck },
    signed: signed && { ...by(signed), note: signed.words },
    returned: returned && { ...by(returned), missing: returned.words ?? '' },
  }
}

export const requestView = (life: MeasureLife, request: MeasureRequest, { actor, language }: Reader): RequestView => ({
  ...request,
  day: request.day as RequestView['day'],
  previousDueOn: request.previousDueOn as RequestView['previousDueOn'],
  decisions: request.decisions.flatMap(({ decision, ...rest }) =>
    decision === 'withdraw' ? [] : [{ ...rest, decision }],
  ),
  offers: decisionOffersFor(life, request, actor).map(({ decision, ...answer }) => ({
    decision,
    ...answerView(answer, language),
  })),
})

const answerView = ({ reason }: Answer, language: Language): { allowed: boolean; reason: string | null } => ({
  allowed: reason === null,
  reason: reason === null ? null : refusalSentence(reason.code, reason.facts, language),
})

const missingView = (missing: readonly Missing[], language: Language) =>
  missing.map(({ code, sentence, targetId }) => ({ code, text: sentence[language], targetId }))
