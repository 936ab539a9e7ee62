import { useRef, useState } from 'react'
import { ApiError, type ApiFieldProblem } from '../api.ts'
import { recordsChanged } from '../live/records-changed.ts'
import { announce } from '../parts/announce.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { sentenceOf } from '../session/sentence-of.ts'

export type Problem = {
  field: string | null
  sentence: string
  conflict: boolean
  /** Where the server says more than one thing. */
  problems?: readonly ApiFieldProblem[]
}

/**
 * Sends one act: once, however often a lost answer makes it be sent again; a refusal comes back with its field, and
 * what was typed stays. Afterwards everything that shows the record is read again.
 */
export function useSubmit() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const id = useRef(submissionId())
  const send = async <T extends object>(act: (submission: string) => Promise<T>): Promise<T | null> => {
    setBusy(true)
    setProblem(null)
    try {
      const answer = await act(id.current)
      id.current = submissionId()
      if ('sentence' in answer) announce(String(answer.sentence))
      await recordsChanged()
      return answer
    } catch (fault) {
      // Answered with a refusal: nothing was done under this number, and what is sent next is something else.
      if (fault instanceof ApiError && fault.status !== 0) id.current = submissionId()
      const conflict = fault instanceof ApiError && fault.code === 'record.changedMeanwhile'
      const place = fault instanceof ApiError ? { field: fault.field, problems: fault.problems } : { field: null }
      setProblem({ ...place, sentence: sentenceOf(fault), conflict })
      if (conflict) await recordsChanged()
      return null
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, setProblem, send }
}
