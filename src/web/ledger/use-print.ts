/**
 * A print holds every matching row, not those that happen to be on the screen: the rest is read first, with progress, and
 * nothing is printed when that fails. The browser's own print command prints what has been read and says so.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useText } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import type { LedgerRow } from './ledger-row.ts'
import { ledgerRowsQuery, rowsOf } from './use-ledger-rows.ts'

type Read = { rows: LedgerRow[]; complete: boolean }

export type Print = {
  /** What the sheet shows; null while nothing is printed. */
  sheet: Read | null
  /** Rows read so far while the rest is fetched; null otherwise. */
  progress: number | null
  start: () => void
  stop: () => void
}

export function usePrint(query: Record<string, string>, fetchMore: () => Promise<unknown>): Print {
  const client = useQueryClient()
  const text = useText().ledger
  const [sheet, setSheet] = useState<Read | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const stopped = useRef(false)
  const read = (): Read => {
    const data = client.getQueryData(ledgerRowsQuery(query).queryKey)
    return { rows: rowsOf(data), complete: data?.pages[data.pages.length - 1]?.nextCursor === null }
  }
  const latest = useRef(read)
  latest.current = read

  const start = async () => {
    if (progress !== null) return
    stopped.current = false
    try {
      for (let got = read(); !got.complete; got = read()) {
        setProgress(got.rows.length)
        await fetchMore()
        if (stopped.current) return
        if (read().rows.length === got.rows.length) throw new Error(text.moreFailed)
      }
      setProgress(null)
      // `beforeprint` below draws the sheet.
      window.print()
    } catch (problem) {
      announce(text.printFailed(sentenceOf(problem)), { problem: true })
    } finally {
      setProgress(null)
    }
  }
  useEffect(() => {
    const before = () => flushSync(() => setSheet(latest.current()))
    const after = () => setSheet(null)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  useDocumentKeys({ 'ctrl p': () => void start() })
  return {
    sheet,
    progress,
    start: () => void start(),
    stop: () => {
      stopped.current = true
    },
  }
}
