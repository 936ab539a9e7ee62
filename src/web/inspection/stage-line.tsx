import { useTextOf } from '../language/language.ts'
import type { InspectionRecord } from './inspection-queries.ts'
import { texts } from './texts.ts'

/** Where the inspection stands, from the visit on site to the long term, with the days that are known. */
export function StageLine({ stages }: { stages: InspectionRecord['stages'] }) {
  const text = useTextOf(texts)
  return (
    <ol className="stage-line">
      {stages.map(({ stage, reached, current, from, to, planned }) => (
        <li
          key={stage}
          className={current ? 'stage stage-current' : reached ? 'stage stage-reached' : 'stage'}
          aria-current={current ? 'step' : undefined}
        >
          <span className="stage-name">
            <span aria-hidden="true">{reached ? (current ? '● ' : '✓ ') : '○ '}</span>
            {text.stages[stage]}
          </span>
          <span className="small quiet figure">
            {planned && (from || to) ? `${text.planned} ` : null}
            {from ? <span className="stage-day">{from}</span> : null}{' '}
            {to ? (
              <span className="stage-day">
                {text.until} {to}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  )
}
