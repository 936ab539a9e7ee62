/**
 * Whether the server answers. Lost by a failed call or by the browser's own word; while lost, the server is asked
 * every few seconds, and the bar on top of the page goes away by itself.
 */
import { useSyncExternalStore } from 'react'

const everyMs = 4_000
const listeners = new Set<() => void>()
let lost = false
let timer: number | undefined

function set(next: boolean): void {
  if (next === lost) return
  lost = next
  window.clearInterval(timer)
  if (lost) timer = window.setInterval(tryAgain, everyMs)
  for (const listener of listeners) listener()
}

export const connectionLost = (): void => set(true)
export const connectionWorks = (): void => set(false)

async function tryAgain(): Promise<void> {
  try {
    const response = await fetch('/healthz', { cache: 'no-store' })
    if (response.ok) connectionWorks()
  } catch {
    // Still away; the next turn asks again.
  }
}

window.addEventListener('offline', connectionLost)
window.addEventListener('online', () => void tryAgain())

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useConnectionLost = (): boolean => useSyncExternalStore(subscribe, () => lost)
