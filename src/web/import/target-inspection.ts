import type { Notice } from '../../core/notice/notice.ts'
import type { Inspection } from '../boot.ts'
import type { Imported } from './use-review.ts'

/**
 * The inspection that an import most likely belongs to: the one that the same file was written to or, for the same notice
 * as another file, the one of the same body with the same days. Null proposes a new one.
 */
export function targetInspection(
  { notice, sameAs }: Pick<Imported, 'notice' | 'sameAs'>,
  inspections: readonly Inspection[],
): number | null {
  if (sameAs?.inspectionId) return sameAs.inspectionId
  return inspections.find((inspection) => sameRound(notice.inspection, inspection))?.id ?? null
}

function sameRound(a: Notice['inspection'], b: Inspection): boolean {
  const day = a.feedbackOn ?? a.from
  return day !== null && a.body !== null && a.body === b.body && a.feedbackOn === b.feedbackOn && a.from === b.from
}
