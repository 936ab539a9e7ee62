import { useEffect, useState } from 'react'
import { useText } from '../language/language.ts'
import './empty.css'

const afterMs = 300

/** True once something has been waited for longer than a blink. */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!waiting) return setSlow(false)
    const timer = window.setTimeout(() => setSlow(true), afterMs)
    return () => window.clearTimeout(timer)
  }, [waiting])
  return waiting && slow
}

const widths = [38, 92, 74, 86, 60, 90, 48, 80]

/** Grey lines in place of what is being read; nothing at all in the first 300 ms. */
export function Skeleton() {
  const text = useText()
  const slow = useSlow(true)
  return (
    <div className="skeleton" role="status">
      <p className="visually-hidden">{text.common.loading}</p>
      {slow ? widths.map((width) => <span key={width} aria-hidden="true" style={{ width: `${width}%` }} />) : null}
    </div>
  )
}
