import { Link } from '@tanstack/react-router'
import { useText, useTextOf } from '../language/language.ts'
import { dayOfMoment } from '../parts/day-distance.ts'
import type { MeasureRecord } from '../record/record-queries.ts'
import { measureTexts } from './texts.ts'

type CycleListProps = { measureId: number; cycles: MeasureRecord['life']['cycles'] }

/** Earlier cycles, each kept as it ended. */
export function CycleList({ measureId, cycles }: CycleListProps) {
  const text = useTextOf(measureTexts)
  const { statuses } = useText()
  if (cycles.length === 0) return null
  return (
    <section className="card record-card">
      <h2>{text.cycles}</h2>
      <ul className="record-list">
        {cycles.map((one) => (
          <li key={one.cycle}>
            <Link
              to="/measures/$id/cycles/$cycle"
              params={{ id: String(measureId), cycle: String(one.cycle) }}
              title={text.openCycle(one.cycle)}
            >
              {text.cycle(one.cycle)}
            </Link>
            <span className="small quiet">
              {text.cycleEnded(statuses[one.status], dayOfMoment(new Date(one.endedAt)))}
            </span>
            <span className="small">{text.cycleReopened(one.reason)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
