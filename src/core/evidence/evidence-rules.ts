/** What may be done with evidence, by the state of its measure; and what a photo's time gives to ask. */
import type { MeasureStatus } from '../measure/status.ts'
import type { RefusalCode } from '../refusal.ts'

/** A page with more shows nothing that anybody reads. */
export const mostPerMeasure = 500

type Measure = { status: MeasureStatus; cycle: number }
type Piece = { cycle: number; endorsed: boolean; withdrawn: object | null }

/** Why nothing can be added; null when it can. Long-term measures go on being proved. */
export const refusesAttaching = ({ status }: Measure): RefusalCode | null =>
  status === 'signedOff' || status === 'unsubstantiated' ? 'evidence.measureClosed' : null

/** Why words, target and pair of a piece stay as they are; null when they can change. */
export function refusesChange(measure: Measure, piece: Piece): RefusalCode | null {
  if (piece.cycle !== measure.cycle) return 'evidence.frozen'
  return piece.withdrawn === null ? refusesAttaching(measure) : 'evidence.withdrawn'
}

/** Why a piece cannot be struck out: what the unit's head endorsed stays part of the file. */
export const refusesWithdrawal = (measure: Measure, piece: Piece): RefusalCode | null =>
  refusesChange(measure, piece) ?? (piece.endorsed ? 'evidence.endorsed' : null)

/**
 * A photo that is to show the result, and was taken before the finding was fed back: asked about, never refused; cameras have
 * wrong clocks.
 * @param takenAt by the camera's clock, `2024-06-03T10:22:11`
 */
export const isOlderThanFeedback = (takenAt: string | null, feedbackOn: string | null, showsBefore: boolean): boolean =>
  takenAt !== null && feedbackOn !== null && !showsBefore && takenAt.slice(0, 10) < feedbackOn
