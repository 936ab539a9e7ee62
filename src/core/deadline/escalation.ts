/**
 * Who is told that a deadline comes near or has passed (`ledger.md`, "Lights, urging, accountability"): person → unit head →
 * leader → office, each step once per deadline. The days are local rules of the inspection.
 */
import type { InspectionSettings } from '../inspection/settings.ts'
import type { MeasureStatus } from '../measure/status.ts'
import type { MessageKind } from './messages.ts'
import { addDays, addWorkingDays, type Calendar } from './working-days.ts'

export type Recipient = 'officer' | 'unitHead' | 'leader' | 'office'
export type EscalationStep = {
  step: 'ahead' | 'overdue' | 'unitHead' | 'leader' | 'office'
  to: Recipient
  kind: MessageKind
  /** Working days past the deadline; negative before it. */
  after: number
}

export const escalationSteps = ({ yellowWorkingDays, escalateAfter }: InspectionSettings): EscalationStep[] => [
  { step: 'ahead', to: 'officer', kind: 'deadline.ahead', after: -yellowWorkingDays },
  { step: 'overdue', to: 'officer', kind: 'deadline.overdue', after: 1 },
  { step: 'unitHead', to: 'unitHead', kind: 'deadline.escalated', after: escalateAfter[0] ?? 1 },
  { step: 'leader', to: 'leader', kind: 'deadline.escalated', after: escalateAfter[1] ?? 3 },
  { step: 'office', to: 'office', kind: 'deadline.escalated', after: escalateAfter[2] ?? 5 },
]

/** States in which a deadline binds somebody. */
export const bindingStatuses: readonly MeasureStatus[] = ['docketed', 'underway', 'applied', 'endorsed', 'verified']

/**
 * Deadlines for which a step is due on a working day, both ends included; null: without a beginning, so that what a server
 * that was away did not tell is told on its first day back.
 */
export function reachedBy(
  { step, after }: Pick<EscalationStep, 'step' | 'after'>,
  today: string,
  calendar: Calendar,
): { from: string | null; to: string } {
  if (step === 'ahead') return { from: today, to: addWorkingDays(calendar, today, -after) }
  // So many working days lie after the deadline, today being the last of them; a deadline on a Sunday counts like its Friday.
  // Not even by a working day of none: nothing is overdue on the day itself.
  return { from: null, to: addDays(addWorkingDays(calendar, today, 1 - Math.max(1, after)), -1) }
}
