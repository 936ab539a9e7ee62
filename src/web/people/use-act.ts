import { useState } from 'react'
import { ApiError } from '../api.ts'
import { sentenceOf } from '../session/sentence-of.ts'

export type ActProblem = { message: string; field: string | null }

/** One act of a form: busy while it runs, its refusal at the field that it is about. */
export function useAct(): {
  busy: boolean
  problem: ActProblem | null
  /** The sentence, when it is about this field. */
  at: (field: string) => string | null
  /** The sentence, when it is about none of these fields. */
  beside: (...fields: string[]) => string | null
  run: (act: () => Promise<void>) => Promise<void>
} {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ActProblem | null>(null)
  return {
    busy,
    problem,
    at: (field) => (problem?.field === field ? problem.message : null),
    beside: (...fields) => (problem && !fields.includes(problem.field ?? '') ? problem.message : null),
    run: async (act) => {
      setBusy(true)
      setProblem(null)
      try {
        await act()
      } catch (fault) {
        setProblem({ message: sentenceOf(fault), field: fault instanceof ApiError ? fault.field : null })
      }
      setBusy(false)
    },
  }
}
