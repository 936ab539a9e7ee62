/** What waits for the visitor's decision, oldest first, with everything needed to decide it. */
import type { z } from 'zod'
import { sightOf } from '../core/access/policy.ts'
import type { approvalSchema } from '../core/api/life.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { findingOffersFor } from '../core/finding/life.ts'
import { decisionOffersFor, offersFor } from '../core/measure/offers.ts'
import { measuresAwaiting, requestsAwaiting } from '../core/measure/reach.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { applicationView, type Reader, requestView } from './life-view.ts'
import { permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

type Approval = z.infer<typeof approvalSchema>

/** The oldest of each kind; whoever has decided these sees the next. */
const shown = 100

export async function listApprovals(
  { data, now }: Outside,
  visitor: Visitor | null,
  inspectionId: number,
  language: Language,
): Promise<Approval[]> {
  const actor = permit(visitor, 'approval.list', { inspectionId, audiences: null })
  const today = chinaDay(now())
  const reader: Reader = { actor, language, today }
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor, inspectionId) }
  const awaited = {
    measures: measuresAwaiting(actor, inspectionId),
    requests: requestsAwaiting(actor, inspectionId),
    findings: actor.assignments.some(({ role }) => role === 'office'),
  }
  const found = await data.read.life.awaiting(scope, inspectionId, awaited, today, shown)
  const measures = found.measures.map(
    ({ row, life, since }): Approval => ({
      key: `measure-${life.id}`,
      subject: 'measure',
      id: life.id,
      measure: row,
      finding: null,
      may: offersFor(life, actor).flatMap(({ act, reason }) => (reason === null ? [act] : [])),
      application: applicationView(life.steps),
      request: null,
      targets: [...life.targets],
      waitingSince: since,
    }),
  )
  const requests = found.requests.flatMap(({ row, life, since, requestId }): Approval[] => {
    const request = life.requests.find(({ id }) => id === requestId)
    if (request === undefined) return []
    const may = decisionOffersFor(life, request, actor).flatMap(({ decision, reason }) =>
      reason === null && decision !== 'withdraw' ? [decision] : [],
    )
    return [
      {
        key: `request-${requestId}`,
        subject: 'request',
        id: requestId,
        measure: row,
        finding: null,
        may,
        application: null,
        request: requestView(life, request, reader),
        targets: [...life.targets],
        waitingSince: since,
      },
    ]
  })
  const findings = found.findings.map(
    ({ life, heading, since }): Approval => ({
      key: `finding-${life.id}`,
      subject: 'finding',
      id: life.id,
      measure: null,
      finding: { id: life.id, number: life.number, heading },
      may: findingOffersFor(life, actor).flatMap(({ act, reason }) =>
        reason === null && act === 'signOff' ? [act] : [],
      ),
      application: null,
      request: null,
      targets: [],
      waitingSince: since,
    }),
  )
  return [...measures, ...requests, ...findings]
    .filter(({ may }) => may.length > 0)
    .sort((a, b) => (a.waitingSince < b.waitingSince ? -1 : a.waitingSince > b.waitingSince ? 1 : 0))
}
