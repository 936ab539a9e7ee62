import type { Query } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Change } from '../../core/api/live.ts'
import { queryClient } from '../boot.ts'
import { openLiveStream } from './live-stream.ts'

/** Lists are read again at most this often, however much changes: the page that is open reads at once. */
const listsEveryMs = 5_000
/** With more pages than this a list is not read again under the reader's hands; it is when it is opened anew. */
const mostPages = 4
/** What no act on a record changes. */
const steady = ['boot', 'units', 'aspects', 'ledger', 'finding', 'measure', 'imports', 'import']

/** Keeps what is shown of an inspection up to date with what others do. Stands once, in the frame. */
export function useLive(inspectionId: number | null): void {
  useEffect(() => {
    if (inspectionId === null) return
    let timer: number | undefined
    const readLists = (): void => {
      timer = undefined
      void queryClient.invalidateQueries({ predicate: isList })
    }
    const end = openLiveStream(inspectionId, (changes) => {
      void queryClient.invalidateQueries({ predicate: (query) => isRecordOf(query, changes) })
      timer ??= window.setTimeout(readLists, changes === null ? 0 : listsEveryMs * (0.2 + Math.random() * 0.8))
    })
    return () => {
      window.clearTimeout(timer)
      end()
    }
  }, [inspectionId])
}

/** Pages of single records, and what belongs to one: keys are `[name, id, …]`. A finding shows its measures. */
function isRecordOf({ queryKey: [name, id] }: Query, changes: readonly Change[] | null): boolean {
  if (name !== 'finding' && name !== 'measure' && name !== 'evidence' && name !== 'reports') return false
  if (changes === null || name === 'finding') return true
  return changes.some((change) => change.kind === 'measure' && change.id === id)
}

function isList({ queryKey: [name], state }: Query): boolean {
  if (name !== 'ledger') return !steady.includes(String(name))
  const { pages } = (state.data ?? {}) as { pages?: unknown[] }
  return (pages?.length ?? 0) <= mostPages
}
