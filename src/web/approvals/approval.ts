/** One thing that waits for a decision, and what agreeing and refusing mean for it. */
import { queryOptions } from '@tanstack/react-query'
import type { MeasureAct } from '../../core/measure/acts.ts'
import { type Answer, call } from '../api.ts'

export type Approval = Answer<'GET /api/approvals'>[number]

export const approvalsQuery = (inspection: number) =>
  queryOptions({
    queryKey: ['approvals', inspection],
    queryFn: ({ signal }) => call('GET /api/approvals', { query: { inspection }, signal }),
  })

type ToDo =
  | { kind: 'act'; act: MeasureAct }
  | { kind: 'decision'; decision: 'endorse' | 'approve' | 'refuse' }
  | { kind: 'finding'; act: 'signOff' }

const acts = ['endorse', 'verify', 'sign'] as const
const decisions = ['endorse', 'approve'] as const

/** What agreeing is here; null when the reader may not. */
export function agreeing({ subject, may }: Approval): ToDo | null {
  if (subject === 'finding') return may.includes('signOff') ? { kind: 'finding', act: 'signOff' } : null
  if (subject === 'request') {
    const decision = decisions.find((one) => may.includes(one))
    return decision ? { kind: 'decision', decision } : null
  }
  const act = acts.find((one) => may.includes(one))
  return act ? { kind: 'act', act } : null
}

export function refusing({ subject, may }: Approval): ToDo | null {
  if (subject === 'measure') return may.includes('return') ? { kind: 'act', act: 'return' } : null
  return subject === 'request' && may.includes('refuse') ? { kind: 'decision', decision: 'refuse' } : null
}

/** Several can be agreed to together where a remark is all that is asked for. */
export const isBulk = (approval: Approval): boolean => approval.subject !== 'finding' && agreeing(approval) !== null

export const numberOf = ({ measure, finding }: Approval): string => measure?.number ?? finding?.number ?? ''
export const textOf = ({ measure, finding }: Approval): string => measure?.text ?? finding?.heading ?? ''

/** Agrees to one of several. */
export function agree(approval: Approval, remark: string, submissionId: string): Promise<unknown> {
  const todo = agreeing(approval)
  const version = approval.measure?.version ?? 0
  if (todo?.kind === 'act')
    return call('POST /api/measures/:id/acts', {
      params: { id: approval.measure?.id ?? 0 },
      body: { act: todo.act, version, submissionId, ...(remark === '' ? {} : { reason: remark }) },
    })
  if (todo?.kind === 'decision')
    return call('POST /api/requests/:id/decisions', {
      params: { id: approval.request?.id ?? 0 },
      body: { decision: todo.decision, version, submissionId, ...(remark === '' ? {} : { note: remark }) },
    })
  return Promise.reject(new Error('not one of several'))
}
