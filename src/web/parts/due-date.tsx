import { useText } from '../language/language.ts'
import { daysBetween, today } from './day-distance.ts'

type DueDateProps = {
  dueOn: string | null
  /** The deadline as the source words it. */
  phrase: string | null
  /** Closed measures have no distance: nobody waits for them. */
  closed?: boolean
}

/** Day and distance (`2025-03-14 还有 9 天`); hovering tells where the date comes from. */
export function DueDate({ dueOn, phrase, closed = false }: DueDateProps) {
  const text = useText()
  if (dueOn === null) return <span className="quiet">{phrase ?? text.common.unset}</span>
  const now = today()
  const days = daysBetween(now, dueOn) ?? 0
  const distance = days > 0 ? text.due.left(days) : days < 0 ? text.due.past(-days) : text.due.today
  const derived = phrase ? text.due.derived(phrase) : text.due.derivedNone
  return (
    <span className="due" title={`${derived}；${text.due.countedOn(now)}`}>
      <time dateTime={dueOn} className="figure">
        {dueOn}
      </time>
      {closed ? null : <span className="faint small figure"> {distance}</span>}
    </span>
  )
}
