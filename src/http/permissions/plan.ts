/**
 * The plan belongs to the inspection as a whole: the office writes it, bodies give opinions through inspectors or through the
 * office, the leading group approves; units see their measures in the ledger, not the plan.
 */
import type { inspectionContracts } from '../../core/api/inspections.ts'
import type { planContracts } from '../../core/api/plan.ts'
import { anywhere, type Expectation, type Expectations, inInspection, readersOfInspection } from './expectation.ts'

const submissionId = 'permission-plan'
const write = { version: 0, submissionId, reason: '按会审意见作个别文字修改' }
const office = inInspection('office')
const wholeReaders = inInspection('office', 'inspector', 'leadingGroup')

const ofRecord = (
  allows: Expectation['allows'],
  kind: 'finding' | 'cause' | 'measure',
  body?: object,
): Expectation => ({
  allows,
  request: (target) => ({ path: { id: target[`${kind}Id`] }, ...(body && { body }) }),
})
const inside = (allows: Expectation['allows'], body: object): Expectation => ({
  allows,
  request: ({ inspectionId }) => ({ body: { inspectionId, submissionId, ...body } }),
})
const ofInspection = (allows: Expectation['allows']): Expectation => ({
  allows,
  request: ({ inspectionId }) => ({ query: { inspection: inspectionId } }),
})

export const planExpectations: Expectations<typeof planContracts & typeof inspectionContracts> = {
  'GET /api/plan': ofInspection(wholeReaders),
  'GET /api/plan/outline': ofInspection(wholeReaders),
  'POST /api/plan/findings': inside(office, { heading: '树池破损', reason: write.reason }),
  'GET /api/plan/findings/:id': ofRecord(wholeReaders, 'finding'),
  'PUT /api/plan/findings/:id': ofRecord(office, 'finding', { ...write, aspect: '管护方面' }),
  // Refused for another reason than who asks: nothing the later cells need is taken away.
  'POST /api/plan/findings/:id/remove': ofRecord(office, 'finding', { ...write, version: 99 }),
  'POST /api/plan/causes': inside(office, { text: '养护经费不足', reason: write.reason }),
  'GET /api/plan/causes/:id': ofRecord(wholeReaders, 'cause'),
  'PUT /api/plan/causes/:id': ofRecord(office, 'cause', { ...write, text: '养护经费未列入预算' }),
  'POST /api/plan/causes/:id/remove': ofRecord(office, 'cause', { ...write, version: 99 }),
  'POST /api/plan/measures': inside(office, { text: '修复树池', reason: write.reason }),
  'GET /api/plan/measures/:id': ofRecord(wholeReaders, 'measure'),
  'PUT /api/plan/measures/:id': ofRecord(office, 'measure', { ...write, version: 99, text: '修复树池' }),
  'POST /api/plan/measures/:id/remove': ofRecord(office, 'measure', { ...write, version: 99 }),
  'POST /api/plan/removals/:id/restore': {
    allows: office,
    request: ({ removalId }) => ({ path: { id: removalId }, body: { submissionId } }),
  },
  'POST /api/plan/assignments': {
    allows: office,
    request: ({ inspectionId, measureId }) => ({
      body: {
        inspectionId,
        changes: [{ id: measureId, version: 99, set: { kind: 'immediate' } }],
        reason: write.reason,
        submissionId,
      },
    }),
  },
  'POST /api/plan/rounds': inside(office, {}),
  'GET /api/plan/rounds/:id': { allows: wholeReaders, request: ({ roundId }) => ({ path: { id: roundId } }) },
  'POST /api/plan/rounds/:id/opinions': {
    allows: inInspection('office', 'inspector'),
    request: ({ roundId }) => ({
      path: { id: roundId },
      body: { body: '组织部', opinion: 'agree', givenOn: '2024-09-10', paper: '复函', submissionId },
    }),
  },
  'POST /api/plan/opinions/:id/answer': {
    allows: office,
    request: ({ opinionId }) => ({ path: { id: opinionId }, body: { answer: '已补充', submissionId } }),
  },
  'POST /api/plan/rounds/:id/decisions': {
    allows: inInspection('office', 'leadingGroup'),
    request: ({ roundId }) => ({ path: { id: roundId }, body: { decision: 'approve', submissionId } }),
  },
  'POST /api/plan/docket': inside(office, { measureIds: null }),
  'POST /api/inspections': {
    allows: anywhere('office'),
    request: () => ({ body: { name: '渣土运输专项巡察', submissionId } }),
  },
  'GET /api/inspections/:id': {
    allows: readersOfInspection,
    request: ({ inspectionId }) => ({ path: { id: inspectionId } }),
  },
  'PUT /api/inspections/:id': {
    allows: office,
    request: ({ inspectionId }) => ({ path: { id: inspectionId }, body: { version: 99, submissionId } }),
  },
}
