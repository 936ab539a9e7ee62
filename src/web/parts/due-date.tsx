import { derivationWords, passed } from '../../core/deadline/derive-deadline.ts'
import { useLanguage, useText } from '../language/language.ts'
import { distanceOf, today } from './day-distance.ts'
import { Popover } from './popover.tsx'
import { useCalendar } from './use-calendar.ts'
import './due-date.css'

type DueDateProps = {
  dueOn: string | null
  /** The deadline as the source words it. */
  phrase: string | null
  /** The date of the plan, when it was extended. */
  originalDueOn?: string | null
  /** Closed measures have no distance: nobody waits for them. */
  closed?: boolean
  /** The derivation opens by a click or a tap too, not by hovering alone. */
  explained?: boolean
}

/** Day and distance (`2025-03-14，还有 9 个工作日`), and how they come about. */
export function DueDate({ dueOn, phrase, originalDueOn = null, closed = false, explained = false }: DueDateProps) {
  const text = useText()
  const lines = useDerivation({ dueOn, phrase, originalDueOn, closed })
  const calendar = useCalendar()
  if (dueOn === null) return <span className="quiet">{phrase ?? text.common.unset}</span>
  const far = closed ? null : distanceOf(today(), dueOn, calendar)
  const shown = (
    <>
      <time dateTime={dueOn} className="figure">
        {dueOn}
      </time>
      {far === null ? null : (
        <span className={far.days < 0 ? 'small figure' : 'faint small figure'}> {distanceWords(far, text.due)}</span>
      )}
    </>
  )
  if (!explained)
    return (
      <span className="due" title={lines.join('；')}>
        {shown}
      </span>
    )
  return (
    <Popover className="due due-button" label={shown}>
      {() => (
        <ul className="due-derivation" aria-label={text.due.explain}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Popover>
  )
}

type DueText = ReturnType<typeof useText>['due']
const distanceWords = ({ days, working }: { days: number; working: boolean }, text: DueText): string =>
  days === 0 ? text.today : days > 0 ? text.left(days, working) : text.past(-days, working)

/** The source's words, the extension, and what the count from today passes over. */
function useDerivation({ dueOn, phrase, originalDueOn, closed }: Required<Omit<DueDateProps, 'explained'>>): string[] {
  const { due: text } = useText()
  const language = useLanguage()
  const calendar = useCalendar()
  if (dueOn === null) return []
  const now = today()
  const [from, to] = dueOn < now ? [dueOn, now] : [now, dueOn]
  const counted = !closed && distanceOf(now, dueOn, calendar)?.working === true
  return [
    phrase ? text.derived(phrase) : text.derivedNone,
    ...(originalDueOn !== null && originalDueOn !== dueOn ? [text.extended(originalDueOn)] : []),
    ...(closed ? [] : [text.countedOn(now)]),
    ...(counted ? passed(from, to, calendar).map((step) => derivationWords(step, language)) : []),
  ]
}
