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
    ArrowRight: step(1),
    ArrowLeft: step(-1),
    ...(readOnly
      ? {}
      : {
          y: () => doubt && review.answer(doubt, doubt.yes),
          n: () => doubt?.no && review.answer(doubt, doubt.no),
          Enter: edit,
          e: edit,
          s: () => review.byHand('split'),
          m: () => review.merge(),
          t: () => selected && review.setRetagging(true),
          x: () => review.leaveOut(),
          ' ': () => selected && review.kind !== 'finding' && review.toggleMark(selected.key),
          'Ctrl z': (event: KeyboardEvent) => (event.shiftKey ? review.bringBack() : review.takeBack()),
          'Ctrl y': () => review.bringBack(),
        }),
  })
}
