import { useDocumentKeys } from '../parts/use-document-keys.ts'
import type { Review } from './use-review.ts'

/** Keys of the review; they rest while somebody types or a dialog is open. */
export function useReviewKeys(review: Review): void {
  const { walk, selected, readOnly } = review
  const doubt = walk.open[walk.at]
  const step = (by: 1 | -1) => () => review.step(by)
  const edit = () => review.byHand('edit')
  useDocumentKeys({
    j: () => review.move(1),
    k: () => review.move(-1),
    arrowright: step(1),
    arrowleft: step(-1),
    ...(readOnly
      ? {}
      : {
          y: () => doubt && review.answer(doubt, doubt.yes),
          n: () => doubt?.no && review.answer(doubt, doubt.no),
          enter: edit,
          e: edit,
          s: () => review.byHand('split'),
          m: () => review.merge(),
          t: () => selected && review.setRetagging(true),
          x: () => review.leaveOut(),
          ' ': () => selected && review.kind !== 'finding' && review.toggleMark(selected.key),
          // In a field that is being edited, Ctrl Z is the field's own.
          ...(review.hand === null
            ? {
                'ctrl z': (event: KeyboardEvent) => (event.shiftKey ? review.bringBack() : review.takeBack()),
                'ctrl y': () => review.bringBack(),
              }
            : {}),
        }),
  })
}
