/** What may be changed in a plan, and when; the reason why not is a code with a sentence of its own. */
import type { MeasureStatus } from '../measure/status.ts'

/** How many measures one bulk act may touch. */
export const bulkLimit = 500

/** Characters that a reason has at least, once the plan is approved. */
export const reasonLength = 10

/** On the way to sign-off or closed: what is being judged, or was, stays as it is. */
const settled: readonly MeasureStatus[] = ['applied', 'endorsed', 'verified', 'signedOff', 'unsubstantiated']

type Measure = { status: MeasureStatus; docketNumber: string | null; dueOn: string | null }

/**
 * @param approved the measure stands in an approved plan
 * @param dueOn the day asked for; undefined when it is not to change
 */
export function changeDenial(
  measure: Measure,
  approved: boolean,
  dueOn: string | null | undefined,
): 'plan.closed' | 'plan.dueByExtension' | null {
  if (settled.includes(measure.status)) return 'plan.closed'
  // A day that was never set can be; one that was moves by an extension alone.
  const isSet = (approved || measure.status !== 'planned') && measure.dueOn !== null
  return isSet && dueOn !== undefined && dueOn !== measure.dueOn ? 'plan.dueByExtension' : null
}

/** Only what was never docketed can be removed. */
export const removalDenial = ({ status, docketNumber }: Measure): 'plan.notPlanned' | null =>
  status === 'planned' && docketNumber === null ? null : 'plan.notPlanned'
