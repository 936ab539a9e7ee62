/** Sends one change for many measures, says what became of it, and offers the way back. */
import { type Answer, type Ask, call } from '../../api.ts'
import { announce } from '../../parts/announce.tsx'
import { submissionId } from '../../parts/submission-id.ts'
import { planChanged } from '../../plan/plan-queries.ts'
import { sentenceOf } from '../../session/sentence-of.ts'
import type { MeasureRow } from '../ledger-row.ts'
import type { texts } from './texts.ts'

type Body = Ask<'POST /api/plan/assignments'>['body']
export type Change = Body['changes'][number]['set']
export type Left = Answer<'POST /api/plan/assignments'>['left']

/** @returns measures left as they are, with the reason */
export async function assignMeasures(
  wish: { inspectionId: number; measures: readonly MeasureRow[]; set: Change; reason: string },
  text: typeof texts.zh,
): Promise<Left> {
  const { inspectionId, measures, set, reason } = wish
  const given = reason === '' ? {} : { reason }
  const { changed, left, same } = await call('POST /api/plan/assignments', {
    body: {
      inspectionId,
      changes: measures.map(({ id, version }) => ({ id, version, set })),
      ...given,
      submissionId: submissionId(),
    },
  })
  const undo = async () => {
    try {
      const back = await call('POST /api/plan/assignments', {
        body: {
          inspectionId,
          changes: changed.map(({ id, version, before }) => ({ id, version, set: before })),
          ...given,
          submissionId: submissionId(),
        },
      })
      planChanged()
      announce(text.undone(back.changed.length))
    } catch (problem) {
      announce(sentenceOf(problem), { problem: true })
    }
  }
  planChanged()
  const sentence = text.done(changed.length, same, left.length)
  announce(sentence, changed.length > 0 ? { act: { label: text.undo, run: () => void undo() } } : {})
  return left
}
