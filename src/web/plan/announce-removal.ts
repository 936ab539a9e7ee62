import { call } from '../api.ts'
import { announce } from '../parts/announce.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { planChanged } from './plan-queries.ts'
import type { PlanTexts } from './texts.ts'

/** Says what was removed, with the way to put it back. */
export function announceRemoval(removalId: number, what: string, text: PlanTexts): void {
  const restore = async () => {
    try {
      await call('POST /api/plan/removals/:id/restore', {
        params: { id: removalId },
        body: { submissionId: submissionId() },
      })
      planChanged()
      announce(text.restored(what))
    } catch (problem) {
      announce(sentenceOf(problem), { problem: true })
    }
  }
  planChanged()
  announce(text.removed(what), { act: { label: text.undo, run: () => void restore() } })
}
