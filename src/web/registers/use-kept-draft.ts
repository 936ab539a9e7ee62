import { useEffect, useRef, useState } from 'react'
import type { Draft } from './entry-draft.ts'

const key = (name: string) => `bihuan.entry.${name}`
const settleMs = 400

type Kept = { draft: Draft; at: string }

/** Whether a browser that was closed may bring it back: what it read may have been written by an older page. */
const isDraft = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'draft' in value && 'at' in value

function keptOf(name: string | null): Kept | null {
  if (name === null) return null
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key(name)) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

/**
 * A draft that is still there when the page was closed by accident, in this browser alone.
 * @param name null: not kept (what is restricted does not stay on a computer)
 */
export function useKeptDraft(name: string | null, begun: Draft) {
  const [kept, setKept] = useState(() => keptOf(name))
  const [draft, setDraft] = useState(kept?.draft ?? begun)
  const first = useRef(draft)
  const changed = draft !== first.current || kept !== null
  const done = useRef(false)
  const unkept = useRef<(() => void) | null>(null)
  useEffect(() => {
    if (name === null || draft === first.current) return
    const keep = () => {
      unkept.current = null
      if (!done.current) store(name, { draft, at: new Date().toISOString() })
    }
    unkept.current = keep
    const timer = window.setTimeout(keep, settleMs)
    return () => window.clearTimeout(timer)
  }, [name, draft])
  // The page is left before the last keystrokes have settled.
  useEffect(() => () => unkept.current?.(), [])
  const forget = () => {
    done.current = true
    if (name !== null) store(name, null)
  }
  return {
    draft,
    setDraft: (next: Draft | ((now: Draft) => Draft)) => {
      done.current = false
      setDraft(next)
    },
    /** Something was typed that is not saved. */
    changed,
    /** When what came back had been typed. */
    keptAt: kept?.at ?? null,
    /** Saved, or thrown away. */
    forget,
    beginAnew: (anew: Draft) => {
      forget()
      first.current = anew
      setKept(null)
      setDraft(anew)
    },
  }
}

function store(name: string, kept: Kept | null): void {
  try {
    if (kept === null) window.localStorage.removeItem(key(name))
    else window.localStorage.setItem(key(name), JSON.stringify(kept))
  } catch {
    // Forbidden or full: the form works all the same.
  }
}
