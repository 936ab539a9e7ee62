/**
 * Sentences about what just happened: shown at the foot of the page for a while and read out by screen readers.
 * `announce('…')` may be called from anywhere; an `act` (undo, say) stands beside the sentence as a button.
 */
import { useSyncExternalStore } from 'react'
import { useText } from '../language/language.ts'
import { Button } from './button.tsx'
import './announce.css'

type Announcement = { id: number; sentence: string; problem: boolean; act?: { label: string; run: () => void } }

const shownMs = 6_000
const listeners = new Set<() => void>()
let shown: readonly Announcement[] = []
let lastId = 0

function replace(next: readonly Announcement[]): void {
  shown = next
  for (const listener of listeners) listener()
}

/** `problem`: stays until it is closed. */
export function announce(sentence: string, options: { problem?: boolean; act?: Announcement['act'] } = {}): void {
  lastId += 1
  const id = lastId
  const { problem = false, act } = options
  replace([...shown.slice(-2), { id, sentence, problem, ...(act ? { act } : {}) }])
  if (!problem) window.setTimeout(() => replace(shown.filter((one) => one.id !== id)), shownMs)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The place where announcements appear; stands once in the page. */
export function Announcements() {
  const text = useText()
  const list = useSyncExternalStore(subscribe, () => shown)
  return (
    <div className="announcements no-print" role="status" aria-live="polite">
      {list.map((one) => (
        <div key={one.id} className={one.problem ? 'announcement announcement-problem' : 'announcement'}>
          <span>{one.sentence}</span>
          {one.act ? (
            <Button look="quiet" onClick={one.act.run}>
              {one.act.label}
            </Button>
          ) : null}
          <button
            type="button"
            className="dialog-close"
            aria-label={text.common.close}
            onClick={() => replace(shown.filter((other) => other.id !== one.id))}
          >
            ×
          </button>
        </div>
      ))}
    </div>
  )
}
