import { useSyncExternalStore } from 'react'

/** A width of the window as a hook; the style sheets use the same numbers. */
function widthHook(condition: string): () => boolean {
  const query = window.matchMedia(condition)
  const subscribe = (listener: () => void) => {
    query.addEventListener('change', listener)
    return () => query.removeEventListener('change', listener)
  }
  return () => useSyncExternalStore(subscribe, () => query.matches)
}

/** True on a phone: lists become cards and a row opens as a page. */
export const useNarrow = widthHook('(max-width: 640px)')

/** True where a panel stands beside a list that keeps all its columns. */
export const useWide = widthHook('(min-width: 1600px)')
