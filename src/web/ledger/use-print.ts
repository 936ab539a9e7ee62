/**
 * A print holds every matching row, not those that happen to be on the screen: the rest is read first, with progress, and
 * nothing is printed when that fails. The browser's own print command prints what has been read and says so.
 */
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useText } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { sentenceOf } from '../session/sentence-of.ts'

/** What has been read so far. */
type Read<Row> = { rows: Row[]; complete: boolean }

export type Print<Row> = {
  /** What the sheet shows; null while nothing is printed. */
  sheet: Read<Row> | null
  /** Rows read so far while the rest is fetched; null otherwise. */
  progress: number | null
  start: () => void
  stop: () => void
}

export function usePrint<Row>(read: () => Read<Row>, fetchMore: () => Promise<unknown>): Print<Row> {
  const text = useText().ledger
  const [sheet, setSheet] = useState<Read<Row> | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const stopped = useRef(false)
  const latest = useRef(read)
  latest.current = read

  const start = async () => {
    if (progress !== null) return
    stopped.current = false
    try {
      for (let got = latest.current(); !got.complete; got = latest.current()) {
        setProgress(got.rows.length)
        await fetchMore()
        if (stopped.current) return
        if (latest.current().rows.length === got.rows.length) throw new Error(text.moreFailed)
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
