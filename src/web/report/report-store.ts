/**
 * Drafts of reports and reports on their way, kept in this browser per person: they outlive a lost connection and a closed
 * tab. A report is put into the outbox before it is sent and leaves it when the server has answered; it goes out again
 * under the same submission id, so that it is never there twice.
 */
import { useSyncExternalStore } from 'react'
import { ApiError, call } from '../api.ts'
import { read, remember } from '../parts/browser-memory.ts'
import { submissionId } from '../parts/submission-id.ts'
import { reportsChanged } from './report-queries.ts'

/** What a form holds, as typed. */
export type Draft = {
  done: string
  difficulty: string
  nextStep: string
  percent: string
  /** By target id. */
  reached: Record<string, string>
  evidenceIds: number[]
  entries?: { entryId: number; targetId: number | null; title: string }[]
  /** Version of the report that it amends; 0 for a first one. */
  basedOn: number
}

export type Sending = {
  submissionId: string
  measureId: number
  number: string
  week: string
  withdraw: boolean
  body: {
    basedOn: number
    noChange: boolean
    done?: string
    difficulty?: string
    nextStep?: string
    percent?: number
    reached: { targetId: number; quantity: number }[]
    evidenceIds: number[]
    entries?: { entryId: number; targetId: number | null }[]
  }
  /** Given back to the form when the server refuses. */
  draft: Draft | null
}
export type Refused = { message: string; code: string }
export type Sent = { sending: Sending; state: 'filed' | 'late' | 'backfilled' | 'withdrawn'; version: number }

type Held = { drafts: Record<string, Draft>; outbox: Sending[] }
const empty: Held = { drafts: {}, outbox: [] }
const listeners = new Set<() => void>()
let person = 0
let held: Held = empty
/** Why a report was refused, by measure and week; until the next try. */
let refusals: Record<string, Refused> = {}
let tell: (sent: Sent) => void = () => {}

const storeKey = (): string => `bihuan.reports.${person}`
export const keyOf = (measureId: number, week: string): string => `${measureId} ${week}`

function set(next: Partial<Held>): void {
  held = { ...held, ...next }
  remember(storeKey(), JSON.stringify(held))
  for (const listener of listeners) listener()
}

/** Begins with what this person left here, and sends what is still to be sent. */
export function openReportStore(personId: number, onSent: (sent: Sent) => void): void {
  tell = onSent
  if (personId !== person) {
    person = personId
    refusals = {}
    held = parsed(read(storeKey()))
    for (const listener of listeners) listener()
  }
  void sendWaiting()
}

function parsed(text: string | null): Held {
  try {
    return { ...empty, ...(JSON.parse(text ?? '{}') as Partial<Held>) }
  } catch {
    return empty
  }
}

// Another tab of the same person.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key !== storeKey()) return
  held = parsed(newValue)
  for (const listener of listeners) listener()
})

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useReportStore = (): Held => useSyncExternalStore(subscribe, () => held)
export const useRefusal = (measureId: number, week: string): Refused | null => {
  useSyncExternalStore(subscribe, () => held)
  return refusals[keyOf(measureId, week)] ?? null
}

export function keepDraft(measureId: number, week: string, draft: Draft | null): void {
  const { [keyOf(measureId, week)]: _, ...others } = held.drafts
  if (draft === null) delete refusals[keyOf(measureId, week)]
  set({ drafts: draft === null ? others : { ...others, [keyOf(measureId, week)]: draft } })
}

/** Puts a report into the outbox and sends it. */
export function sendReport(report: Omit<Sending, 'submissionId'>): void {
  const key = keyOf(report.measureId, report.week)
  // What waits for the same week is replaced: nobody has seen it yet.
  const others = held.outbox.filter((each) => keyOf(each.measureId, each.week) !== key || busy.has(each.submissionId))
  const { [key]: _, ...drafts } = held.drafts
  delete refusals[key]
  set({ outbox: [...others, { ...report, submissionId: submissionId() }], drafts })
  void sendWaiting()
}

const busy = new Set<string>()

/** Sends what waits, in order; stops where the server cannot be reached. */
export async function sendWaiting(): Promise<void> {
  for (const sending of held.outbox) {
    if (busy.has(sending.submissionId)) continue
    busy.add(sending.submissionId)
    const reached = await sendOne(sending)
    busy.delete(sending.submissionId)
    if (!reached) return
  }
}

async function sendOne(sending: Sending): Promise<boolean> {
  const { measureId, week, body, withdraw } = sending
  const common = { week: week as never, submissionId: sending.submissionId }
  const params = { id: measureId }
  const leave = (): void => set({ outbox: held.outbox.filter((each) => each.submissionId !== sending.submissionId) })
  try {
    const { state, version } = withdraw
      ? await call('POST /api/measures/:id/reports/withdraw', { params, body: { ...common, basedOn: body.basedOn } })
      : await call('POST /api/measures/:id/reports', { params, body: { ...common, ...body } })
    leave()
    tell({ sending, state, version })
    reportsChanged(measureId)
    return true
  } catch (problem) {
    // Not there now, or signed out: it waits here.
    if (!(problem instanceof ApiError) || problem.status === 0 || problem.status === 401 || problem.status >= 500)
      return false
    refusals[keyOf(measureId, week)] = { message: problem.message, code: problem.code }
    if (sending.draft !== null) keepDraft(measureId, week, sending.draft)
    leave()
    reportsChanged(measureId)
    return true
  }
}
