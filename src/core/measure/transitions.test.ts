import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor, Assignment } from '../access/policy.ts'
import { type InspectionSettings, settingsOf, signers } from '../inspection/settings.ts'
import { type RequestKind, requestKinds } from './acts.ts'
import { type DoneBy, isPending, type MeasureLife, type MeasureRequest, type Step } from './life.ts'
import { nextTransition } from './next-step.ts'
import { mayDecide, mayRaise, offerOf, offersFor } from './offers.ts'
import { assignmentsAs, type Deputation } from './parties.ts'
import { type MeasureStatus, measureStatuses } from './status.ts'
import { transitions } from './transitions.ts'

const lead = 100
const measureAt = (status: MeasureStatus, fields: Partial<MeasureLife> = {}): MeasureLife => ({
  id: 1,
  number: '13-2',
  inspectionId: 7,
  audiences: [lead],
  version: 3,
  cycle: 1,
  status,
  kind: 'fixedTerm',
  dueOn: '2024-10-31',
  movedAt: '2024-09-01T00:00:00.000Z',
  leadUnitId: lead,
  responsibleOfficerId: 1,
  responsibleLeaderId: 4,
  settings: settingsOf({}),
  targets: [],
  evidence: 1,
  steps: [],
  requests: [],
  deputations: [],
  ...fields,
})

const everyRole = (onBehalfOf: number | null = null): Assignment[] =>
  (['officer', 'unitHead', 'office', 'leader', 'inspector', 'leadingGroup', 'systemAdmin'] as const).map((role) => ({
    role,
    unitId: role === 'officer' || role === 'unitHead' ? lead : null,
    inspectionId: null,
    onBehalfOf,
  }))

/** Somebody who holds every role himself, and stands in for others in all of theirs. */
const actorOf = (personId: number, deputations: readonly Deputation[]): Actor => ({
  tenantId: 1,
  personId,
  assignments: [
    ...everyRole(),
    ...deputations.filter(({ deputyId }) => deputyId === personId).flatMap(({ principalId }) => everyRole(principalId)),
  ],
  subordinateIds: new Map(),
})

const named = (id: number) => ({ id, name: `云某${id}` })
const by = (actor: Actor, assignment: Assignment): DoneBy => ({
  person: named(actor.personId),
  onBehalfOf: assignment.onBehalfOf == null ? null : named(assignment.onBehalfOf),
  at: '2024-09-11T00:00:00.000Z',
})

const person = fc.integer({ min: 1, max: 6 })
const deputationsOf = fc
  .array(fc.record({ deputyId: person, principalId: person }), { maxLength: 6 })
  .map((pairs) => pairs.filter(({ deputyId, principalId }) => deputyId !== principalId))
const settings = fc.constantFrom<InspectionSettings[]>(...signers.map((signer) => settingsOf({ signer })))

/** The same person, or one stands in for the other. */
const related = (a: number, b: number, deputations: readonly Deputation[]): boolean =>
  a === b ||
  deputations.some(
    ({ deputyId, principalId }) => (deputyId === a && principalId === b) || (deputyId === b && principalId === a),
  )

const identities = ({ person: who, onBehalfOf }: DoneBy): number[] => [
  who.id,
  ...(onBehalfOf === null ? [] : [onBehalfOf.id]),
]

function expectApart(doers: readonly DoneBy[], deputations: readonly Deputation[]): void {
  for (const [index, one] of doers.entries())
    for (const other of doers.slice(index + 1))
      for (const mine of identities(one))
        for (const theirs of identities(other)) expect(related(mine, theirs, deputations)).toBe(false)
}

test('whoever signs off, four natural persons did it, none of them standing in for another, whatever roles they hold', () => {
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 4, maxLength: 30 }),
      deputationsOf,
      settings,
      (visits, deputations, rules) => {
        let measure = measureAt('underway', {
          settings: rules,
          deputations,
          // Everybody who could be responsible is: roles never are the obstacle.
          responsibleLeaderId: null,
        })
        for (const personId of visits) {
          const actor = actorOf(personId, deputations)
          const next = nextTransition(measure.status)
          if (next === null || measure.status === 'signedOff') break
          const asLeader = { ...measure, responsibleLeaderId: personId }
          const offer = offerOf(asLeader, next.act, actor)
          if (offer.reason !== null) continue
          const step: Step = {
            ...by(actor, offer.assignment),
            applicationId: 1,
            act: next.act as Step['act'],
            words: '',
            siteCheck: null,
            targets: [],
          }
          measure = { ...measure, status: offer.to, steps: [...measure.steps, step] }
        }
        expectApart(measure.steps, deputations)
      },
    ),
    { numRuns: 2000 },
  )
})

test('people without ties get through: the rule does not stop everybody', () => {
  let measure = measureAt('underway')
  for (const personId of [1, 2, 3, 4]) {
    const next = nextTransition(measure.status)
    if (next === null) throw new Error('the chain is too short')
    const actor = actorOf(personId, [])
    const offer = offerOf(measure, next.act, actor)
    if (offer.reason !== null) throw new Error(`${next.act}: ${offer.reason.code}`)
    const step = { ...by(actor, offer.assignment), applicationId: 1, words: '', siteCheck: null, targets: [] }
    measure = { ...measure, status: offer.to, steps: [...measure.steps, { ...step, act: next.act as Step['act'] }] }
  }
  expect(measure.status).toBe('signedOff')
})

test('a request is asked for, endorsed and approved by three people apart', () => {
  const froms: Record<RequestKind, MeasureStatus> = { extend: 'docketed', settle: 'underway', withdraw: 'applied' }
  fc.assert(
    fc.property(
      fc.constantFrom(...requestKinds),
      fc.array(person, { minLength: 3, maxLength: 20 }),
      deputationsOf,
      (kind, visits, deputations) => {
        const measure = measureAt(froms[kind], { deputations })
        let request = null as MeasureRequest | null
        for (const personId of visits) {
          const actor = actorOf(personId, deputations)
          if (request === null) {
            const answer = mayRaise(measure, kind, actor, '2024-09-11')
            if (answer.reason !== null) continue
            request = {
              id: 1,
              kind,
              state: 'raised',
              raised: by(actor, answer.assignment),
              reason: '',
              progress: null,
              day: null,
              previousDueOn: null,
              basis: null,
              decisions: [],
            }
          } else if (isPending(request)) {
            const decision: 'endorse' | 'approve' = request.state === 'raised' ? 'endorse' : 'approve'
            const answer = mayDecide(measure, request, decision, actor)
            if (answer.reason !== null) continue
            request = {
              ...request,
              state: decision === 'endorse' ? 'endorsed' : 'approved',
              decisions: [...request.decisions, { ...by(actor, answer.assignment), decision, note: null }],
            }
          }
        }
        if (request !== null) expectApart([request.raised, ...request.decisions], deputations)
      },
    ),
    { numRuns: 2000 },
  )
})

test('who holds all administration and no part in the work may do nothing', () => {
  const administrator: Actor = {
    tenantId: 1,
    personId: 9,
    assignments: (['systemAdmin', 'securityAdmin', 'auditAdmin', 'viewer'] as const).map((role) => ({
      role,
      unitId: null,
      inspectionId: null,
    })),
    subordinateIds: new Map(),
  }
  for (const status of measureStatuses)
    for (const offer of offersFor(measureAt(status), administrator))
      expect(offer.reason?.code, `${offer.act} from ${status}`).toBe('life.notYours')
})

test('heads of units above count as heads, heads of other units do not', () => {
  const head = (unitId: number): Actor => ({
    tenantId: 1,
    personId: 2,
    assignments: [{ role: 'unitHead', unitId, inspectionId: null }],
    subordinateIds: new Map([
      [50, [50, lead]],
      [60, [60]],
    ]),
  })
  const measure = measureAt('applied')
  expect(assignmentsAs('unitHead', head(50), measure, measure.settings)).toHaveLength(1)
  expect(assignmentsAs('unitHead', head(60), measure, measure.settings)).toHaveLength(0)
})

test('a role held for another inspection is none here', () => {
  const actor = actorOf(2, [])
  const elsewhere = { ...actor, assignments: actor.assignments.map((held) => ({ ...held, inspectionId: 8 })) }
  expect(offersFor(measureAt('endorsed'), elsewhere).every(({ reason }) => reason?.code === 'life.notYours')).toBe(true)
})

test('what is done at once may be signed off with its verification, where the inspection says so', () => {
  const office = actorOf(3, [])
  const short = { settings: settingsOf({ shortChainForImmediate: true }) }
  expect(offerOf(measureAt('endorsed', { ...short, kind: 'immediate' }), 'verify', office).to).toBe('signedOff')
  expect(offerOf(measureAt('endorsed', { ...short, kind: 'fixedTerm' }), 'verify', office).to).toBe('verified')
  expect(offerOf(measureAt('endorsed', { kind: 'immediate' }), 'verify', office).to).toBe('verified')
})

test('from one status an act leads to one place, and every status but the last ones leads on', () => {
  for (const status of measureStatuses) {
    const ways = transitions.filter(({ from, shortChain }) => from === status && shortChain !== true)
    expect(new Set(ways.map(({ act }) => act)).size).toBe(ways.length)
    if (status !== 'unsubstantiated') expect(ways.length).toBeGreaterThan(0)
  }
})
