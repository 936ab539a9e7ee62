/** The plan and the inspection it belongs to. */
import type { inspectionContracts } from '../../core/api/inspections.ts'
import type { planContracts } from '../../core/api/plan.ts'
import { assignMeasures } from '../../usecases/assign-measures.ts'
import { changeCause, changeFinding, createCause, createFinding } from '../../usecases/change-finding.ts'
import { changeInspection, createInspection, readInspection } from '../../usecases/change-inspection.ts'
import { changeMeasure, createMeasure } from '../../usecases/change-measure.ts'
import { docketMeasures } from '../../usecases/docket-measures.ts'
import {
  causeToEdit,
  findingToEdit,
  measureToEdit,
  readPlan,
  readPlanOutline,
  readRound,
} from '../../usecases/read-plan.ts'
import { removeRecord, restoreRecord } from '../../usecases/remove-record.ts'
import { answerOpinion, decidePlan, giveOpinion, submitPlan } from '../../usecases/review-plan.ts'
import type { HandlersOf } from '../handler.ts'

export const planHandlers: HandlersOf<typeof planContracts> = {
  'GET /api/plan': (context, { query }) => readPlan(context, query.inspection),
  'GET /api/plan/outline': (context, { query }) => readPlanOutline(context, query.inspection),
  'POST /api/plan/findings': ({ outside, visitor }, { body }) => createFinding(outside, visitor, body),
  'GET /api/plan/findings/:id': (context, { params }) => findingToEdit(context, params.id),
  'PUT /api/plan/findings/:id': ({ outside, visitor }, { params, body }) =>
    changeFinding(outside, visitor, params.id, body),
  'POST /api/plan/findings/:id/remove': ({ outside, visitor }, { params, body }) =>
    removeRecord(outside, visitor, { kind: 'finding', id: params.id }, body),
  'POST /api/plan/causes': ({ outside, visitor }, { body }) => createCause(outside, visitor, body),
  'GET /api/plan/causes/:id': (context, { params }) => causeToEdit(context, params.id),
  'PUT /api/plan/causes/:id': ({ outside, visitor }, { params, body }) =>
    changeCause(outside, visitor, params.id, body),
  'POST /api/plan/causes/:id/remove': ({ outside, visitor }, { params, body }) =>
    removeRecord(outside, visitor, { kind: 'cause', id: params.id }, body),
  'POST /api/plan/measures': ({ outside, visitor }, { body }) => createMeasure(outside, visitor, body),
  'GET /api/plan/measures/:id': (context, { params }) => measureToEdit(context, params.id),
  'PUT /api/plan/measures/:id': ({ outside, visitor }, { params, body }) =>
    changeMeasure(outside, visitor, params.id, body),
  'POST /api/plan/measures/:id/remove': ({ outside, visitor }, { params, body }) =>
    removeRecord(outside, visitor, { kind: 'measure', id: params.id }, body),
  'POST /api/plan/removals/:id/restore': ({ outside, visitor }, { params, body }) =>
    restoreRecord(outside, visitor, params.id, body.submissionId),
  'POST /api/plan/assignments': ({ outside, visitor, language }, { body }) =>
    assignMeasures(outside, visitor, body, language),
  'POST /api/plan/rounds': ({ outside, visitor }, { body }) => submitPlan(outside, visitor, body),
  'GET /api/plan/rounds/:id': (context, { params }) => readRound(context, params.id),
  'POST /api/plan/rounds/:id/opinions': ({ outside, visitor }, { params, body }) =>
    giveOpinion(outside, visitor, params.id, body),
  'POST /api/plan/opinions/:id/answer': ({ outside, visitor }, { params, body }) =>
    answerOpinion(outside, visitor, params.id, body),
  'POST /api/plan/rounds/:id/decisions': ({ outside, visitor }, { params, body }) =>
    decidePlan(outside, visitor, params.id, body),
  'POST /api/plan/docket': ({ outside, visitor }, { body }) => docketMeasures(outside, visitor, body),
}

export const inspectionHandlers: HandlersOf<typeof inspectionContracts> = {
  'POST /api/inspections': ({ outside, visitor }, { body }) => createInspection(outside, visitor, body),
  'GET /api/inspections/:id': ({ outside, visitor, language }, { params }) =>
    readInspection(outside, visitor, params.id, language),
  'PUT /api/inspections/:id': ({ outside, visitor }, { params, body }) =>
    changeInspection(outside, visitor, params.id, body),
}
