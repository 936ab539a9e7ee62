import { useSyncExternalStore } from 'react'

/** The width up to which lists become cards and a row opens as a page; the style sheets use the same. */
const query = window.matchMedia('(max-width: 640px)')

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** True on a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches)
