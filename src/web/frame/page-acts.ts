/** What can be done on the page that is open, for the search palette: pages name their acts while they are shown. */
import { useEffect, useSyncExternalStore } from 'react'

export type PageAct = { label: string; run: () => void }

const listeners = new Set<() => void>()
let acts: readonly PageAct[] = []

function set(next: readonly PageAct[]): void {
  acts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Names the acts of this page; only those that are allowed now. */
export function useOwnActs(own: readonly PageAct[]): void {
  const names = own.map(({ label }) => label).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same acts by name are the same acts
  useEffect(() => {
    set(own)
    return () => set([])
  }, [names])
}

export const usePageActs = (): readonly PageAct[] => useSyncExternalStore(subscribe, () => acts)
