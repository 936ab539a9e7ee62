/** The edits of one import and the draft they give; undo drops the last edit, redo brings it back. */
import { useMemo, useState } from 'react'
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

type State = { edits: readonly Edit[]; undone: readonly Edit[]; draft: LedgerDraft; ignored: number }

export function useEdits(notice: Notice, repeats: readonly RepeatedAct[], initial: readonly Edit[]): Edits {
  const base = useMemo(() => draftOf(notice), [notice])
  const replayed = (now: readonly Edit[], undone: readonly Edit[]): State => {
    const { draft, ignored } = applyEdits(base, now, repeats)
    return { edits: now, undone, draft, ignored: ignored.length }
  }
  const [state, setState] = useState(() => replayed(initial, []))
  const { edits, undone, draft, ignored } = state
  // Adding goes on from the draft as it stands; going back begins anew, which is what makes it exact.
  const push = (...more: Edit[]): boolean => {
    let next: LedgerDraft | null = edits.length + more.length > editsAtMost ? null : draft
    for (const edit of more) next = next && applyEdit(next, edit, repeats)
    if (next === null) return false
    setState({ edits: [...edits, ...more], undone: [], draft: next, ignored })
    return true
  }
  const undo = (): Edit | null => {
    const last = edits[edits.length - 1]
    if (!last) return null
    setState(replayed(edits.slice(0, -1), [...undone, last]))
    return last
  }
  const redo = (): Edit | null => {
    const next = undone[undone.length - 1]
    if (!next) return null
    setState(replayed([...edits, next], undone.slice(0, -1)))
    return next
  }
  const replace = (next: readonly Edit[]): void => setState(replayed(next, []))
  return {
    edits,
    draft,
    ignored,
    canUndo: edits.length > 0,
    canRedo: undone.length > 0,
    push,
    undo,
    redo,
    replace,
  }
}
