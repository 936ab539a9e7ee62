import type { ReactNode } from 'react'
import type { MeasureStatus } from '../../core/measure/status.ts'
import { useText } from '../language/language.ts'
import './status-mark.css'

/**
 * Where a measure stands in its life: shape and word, in ink. Colours are kept for the lights, which say something else
 * (late or on time).
 */
export function StatusMark({ status }: { status: MeasureStatus }) {
  const text = useText()
  return (
    <span className={`status status-${status}`}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {shapes[status]}
      </svg>
      {text.statuses[status]}
    </span>
  )
}

const ring = <circle cx="7" cy="7" r="5" className="outline" />
const shapes: Record<MeasureStatus, ReactNode> = {
  planned: ring,
  docketed: <path d="M7 1.5 12.5 7 7 12.5 1.5 7Z" className="outline" />,
  underway: <path d="M2 2.5h10v9H2Z" className="filled" />,
  applied: <path d="M1.5 3.5 7 9l5.5-5.5M7 9v3.5" className="outline" />,
  endorsed: (
    <>
      {ring}
      <path d="M7 2a5 5 0 0 1 0 10Z" className="filled" />
    </>
  ),
  verified: (
    <>
      {ring}
      <circle cx="7" cy="7" r="2.6" className="filled" />
    </>
  ),
  signedOff: <path d="m2 7.5 3.4 3.5L12 3.5" className="outline thick" />,
  ongoing: <path d="M11.6 5A5 5 0 1 0 12 7M12 2v3.2H8.8" className="outline" />,
  unsubstantiated: <path d="M2.5 7h9" className="outline thick" />,
}
