/**
 * What changes in the ledger worked in, told by the server as it happens. One connection per page, while the page is in
 * sight and somebody uses it: a browser gives all its tabs six connections to a server, and a page that nobody uses
 * must not keep the session from ending.
 */
import type { Change } from '../../core/api/live.ts'

/** Null: so much changed, or may have been missed, that everything is to be read again. */
type Listener = (changes: readonly Change[] | null) => void

const firstPauseMs = 1_000
const longestPauseMs = 60_000

/** @returns what ends it */
export function openLiveStream(inspectionId: number, listener: Listener): () => void {
  let source: EventSource | null = null
  let timer: number | undefined
  let pauseMs = firstPauseMs
  let used = true
  let missed = false
  let ended = false

  const stop = (): void => {
    window.clearTimeout(timer)
    source?.close()
    source = null
  }
  const open = (): void => {
    if (ended || source !== null || document.visibilityState !== 'visible' || !used) return
    window.clearTimeout(timer)
    used = false
    source = new EventSource(`/api/live?inspection=${inspectionId}`)
    source.onopen = () => {
      pauseMs = firstPauseMs
      if (missed) listener(null)
      missed = true
    }
    source.onmessage = ({ data }) => listener(JSON.parse(String(data)) as Change[] | null)
    source.onerror = () => {
      stop()
      // Not all at once when a server comes back.
      timer = window.setTimeout(open, pauseMs * (0.5 + Math.random()))
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
  }
  const onUse = (): void => {
    const idle = !used
    used = true
    if (idle && source === null) open()
  }
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') {
      used = true
      open()
    } else stop()
  }
  const uses = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
  for (const use of uses) document.addEventListener(use, onUse, { passive: true, capture: true })
  document.addEventListener('visibilitychange', onVisible)
  open()
  return () => {
    ended = true
    stop()
    for (const use of uses) document.removeEventListener(use, onUse, { capture: true })
    document.removeEventListener('visibilitychange', onVisible)
  }
}
