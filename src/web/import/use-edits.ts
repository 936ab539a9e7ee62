/** The edits of one import and the draft they give; undo drops the last edit, redo brings it back. */
import { useCallback, useMemo, useState } from 'react'
import { applyEdit, applyEdits } from '../../core/ledger/apply-edits.ts'
import { draftOf, type LedgerDraft } from '../../core/ledger/draft.ts'
import type { Edit } from '../../core/ledger/edit.ts'
import type { Notice } from '../../core/notice/notice.ts'
import type { RepeatedAct } from '../../core/proofread/repeated-acts.ts'

/** As many as the server takes. */
export const editsAtMost = 5_000

export type Edits = {
  edits: readonly Edit[]
  draft: LedgerDraft
  /** How many edits do not fit any more. */
  ignored: number
  canUndo: boolean
  canRedo: boolean
  /** False when one of the edits does not fit the draft; nothing is changed then. */
  push: (...more: Edit[]) => boolean
  /** The edit that was taken back; null when there was none. */
  undo: () => Edit | null
  redo: () => Edit | null
  /** All edits anew: those of another person, say. */
  replace: (edits: readonly Edit[]) => void
}

export function useEdits(notice: Notice, repeats: readonly RepeatedAct[], initial: readonly Edit[]): Edits {
  const [{ edits, undone }, setState] = useState({ edits: initial, undone: [] as readonly Edit[] })
  const base = useMemo(() => draftOf(notice), [notice])
  const { draft, ignored } = useMemo(() => applyEdits(base, edits, repeats), [base, edits, repeats])
  const push = useCallback(
    (...more: Edit[]): boolean => {
      let next: LedgerDraft | null = edits.length + more.length > editsAtMost ? null : draft
      for (const edit of more) next = next && applyEdit(next, edit, repeats)
      if (next === null) return false
      setState({ edits: [...edits, ...more], undone: [] })
      return true
    },
    [edits, draft, repeats],
  )
  const undo = (): Edit | null => {
    const last = edits[edits.length - 1]
    if (!last) return null
    setState({ edits: edits.slice(0, -1), undone: [...undone, last] })
    return last
  }
  const redo = (): Edit | null => {
    const next = undone[undone.length - 1]
    if (!next) return null
    setState({ edits: [...edits, next], undone: undone.slice(0, -1) })
    return next
  }
  const replace = useCallback((next: readonly Edit[]) => setState({ edits: next, undone: [] }), [])
  return {
    edits,
    draft,
    ignored: ignored.length,
    canUndo: edits.length > 0,
    canRedo: undone.length > 0,
    push,
    undo,
    redo,
    replace,
  }
}
