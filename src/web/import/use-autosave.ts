/**
 * Sends the edits a moment after each change. The server takes them only when it still holds what this page had loaded;
 * otherwise somebody else edited, and the person decides.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Edit } from '../../core/ledger/edit.ts'
import { ApiError, call } from '../api.ts'
import { sentenceOf } from '../session/sentence-of.ts'

export type SaveState = { now: 'saved' | 'saving' } | { now: 'failed'; sentence: string } | { now: 'conflict' }

export type Autosave = {
  state: SaveState
  /** Sends what is not sent yet; false when it could not be stored. */
  flush: () => Promise<boolean>
  /** Ends a conflict: the server holds so many edits, and those of this page are to replace them (or are they). */
  settle: (stored: StoredEdits, mine: readonly Edit[]) => void
}

const pauseMs = 500

/** Edits as the server holds them. */
type StoredEdits = { edits: readonly Edit[]; editsVersion: number }

export function useAutosave(id: number, edits: readonly Edit[], loaded: StoredEdits, enabled: boolean): Autosave {
  const [state, setState] = useState<SaveState>({ now: 'saved' })
  const latest = useRef(edits)
  latest.current = edits
  const sent = useRef(loaded.edits)
  const basedOn = useRef(loaded.editsVersion)
  const running = useRef<Promise<boolean> | null>(null)
  const conflict = useRef(false)

  const send = useCallback(async (): Promise<boolean> => {
    while (latest.current !== sent.current) {
      const now = latest.current
      setState({ now: 'saving' })
      try {
        const body = { edits: [...now], basedOn: basedOn.current }
        const { editsVersion } = await call('PUT /api/imports/:id/edits', { params: { id }, body })
        basedOn.current = editsVersion
        sent.current = now
      } catch (problem) {
        conflict.current = problem instanceof ApiError && problem.status === 409
        setState(conflict.current ? { now: 'conflict' } : { now: 'failed', sentence: sentenceOf(problem) })
        return false
      }
    }
    setState({ now: 'saved' })
    return true
  }, [id])

  const flush = useCallback((): Promise<boolean> => {
    if (conflict.current) return Promise.resolve(false)
    running.current ??= send().finally(() => {
      running.current = null
    })
    return running.current
  }, [send])

  useEffect(() => {
    if (!enabled || edits === sent.current) return
    if (!conflict.current) setState({ now: 'saving' })
    const timer = window.setTimeout(() => void flush(), pauseMs)
    return () => window.clearTimeout(timer)
  }, [edits, enabled, flush])

  // Leaving within the pause must not lose the last change.
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!enabled || latest.current === sent.current) return
      void flush()
      event.preventDefault()
      event.returnValue = ''
    }
    window.addEventListener('beforeunload', onLeave)
    return () => {
      window.removeEventListener('beforeunload', onLeave)
      if (enabled && latest.current !== sent.current) void flush()
    }
  }, [enabled, flush])

  const settle = useCallback(
    (stored: StoredEdits, mine: readonly Edit[]) => {
      conflict.current = false
      basedOn.current = stored.editsVersion
      sent.current = stored.edits
      latest.current = mine
      void flush()
    },
    [flush],
  )
  return { state, flush, settle }
}
