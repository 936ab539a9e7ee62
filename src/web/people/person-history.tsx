import { actWords } from '../../core/history/acts.ts'
import type { Answer } from '../api.ts'
import { useLanguage, useText, useTextOf } from '../language/language.ts'
import { momentText } from '../parts/moment-text.ts'
import { texts } from './texts.ts'
import '../record/record.css'

type Event = Answer<'GET /api/people/:id'>['history'][number]

/** What changed about a person, newest first: roles and deputies with their days, name, title and unit with what they were. */
export function PersonHistory({ events }: { events: readonly Event[] }) {
  const text = useText()
  const say = useWords()
  const language = useLanguage()
  const newestFirst = [...events].sort((a, b) => (a.at === b.at ? b.id - a.id : a.at < b.at ? 1 : -1))
  return (
    <ol className="history">
      {newestFirst.map((event) => (
        <li key={event.id}>
          <p className="history-head">
            <strong>
              {(actWords as Record<string, Record<typeof language, string>>)[event.act]?.[language] ?? event.act}
            </strong>
            <span className="small faint figure">
              {momentText(event.at)}{' '}
              {text.record.by(event.actor, (text.roles as Record<string, string>)[event.role ?? ''] ?? null)}
            </span>
          </p>
          {say(event).map((words) => (
            <p key={words} className="quiet">
              {words}
            </p>
          ))}
          {event.reason ? <p>{text.record.reason(event.reason)}</p> : null}
        </li>
      ))}
    </ol>
  )
}

const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

function useWords(): (event: Event) => string[] {
  const own = useTextOf(texts)
  const text = useText()
  return ({ before, after }) => {
    const held = { ...before, ...after }
    const from = word(held.fromOn)
    const days = from === null ? null : own.period(from, word(held.toOn))
    const role = (text.roles as Record<string, string>)[word(held.role) ?? '']
    if (role) return [[role, word(held.unit), word(held.inspection), days].filter(Boolean).join(' · ')]
    const [principal, deputy] = [word(held.principal), word(held.deputy)]
    if (principal && deputy) return [[own.deputy.line(principal, deputy), days].filter(Boolean).join(' · ')]
    const fields = { name: own.people.name, title: own.people.jobTitle, unit: own.people.unit }
    return Object.entries(fields).flatMap(([field, label]) => {
      const now = word(after?.[field])
      if (before === null || after === null || word(before[field]) === now) return []
      return [
        text.common.labelled(label, now ?? text.common.none) + text.record.was(word(before[field]) ?? text.common.none),
      ]
    })
  }
}
