import { actWords } from '../../core/history/acts.ts'
import { useTextOf } from '../language/language.ts'
import { today } from '../parts/day-distance.ts'
import { momentText } from '../parts/moment-text.ts'
import type { EntryRecord } from './register-queries.ts'
import { texts } from './texts.ts'
import { valueWords } from './value-words.ts'

type EntryHistoryProps = {
  entry: EntryRecord
  /** The day as of which the entry is shown. */
  on: string | undefined
  onDay: (day: string | undefined) => void
}

/** What happened to an entry, newest first: who, when, and each field that changed with what it was. */
export function EntryHistory({ entry, on, onDay }: EntryHistoryProps) {
  const text = useTextOf(texts)
  const { language } = text
  const fields = { ...entry.writtenUnder.fields, ...entry.definition.fields }
  const said = (key: string, value: unknown): string => {
    if (value === undefined || value === null || value === '') return text.notFilled
    const field = fields[key]
    // What is restricted stands in the history as a star.
    if (field && value !== '＊') return valueWords(field, value, language, entry.names)
    if (key === '$kind') return entry.definition.kinds?.[String(value)]?.[language] ?? String(value)
    if (key === '$unit') return entry.names[`unit:${value}`] ?? String(value)
    if (key === '$aggregate') return aggregateWords(value, text)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
  }
  const nameOf = (key: string): string =>
    fields[key]?.name[language] ?? (text.ownFields as Record<string, string>)[key] ?? key
  const newestFirst = [...entry.history].sort((a, b) => b.id - a.id)
  return (
    <section className="card record-card">
      <h2>{text.history}</h2>
      <p className="no-print">
        <label className="as-of">
          {text.asOf}
          <input
            type="date"
            className="text-input"
            max={today()}
            value={on ?? ''}
            onChange={({ target }) => onDay(target.value === '' ? undefined : target.value)}
          />
        </label>
      </p>
      <ol className="history">
        {newestFirst.map((event) => (
          <li key={event.id}>
            <p className="history-head">
              <strong>
                {(actWords as Record<string, Record<typeof language, string>>)[event.act]?.[language] ?? event.act}
              </strong>
              <span className="small faint figure">
                {momentText(event.at)} {text.who(event.actor, event.onBehalfOf)}
              </span>
            </p>
            {event.reason ? <p>{event.reason}</p> : null}
            {event.before && event.after
              ? Object.keys({ ...event.before, ...event.after })
                  .filter((key) => key !== 'register' && key !== 'title')
                  .filter((key) => JSON.stringify(event.before?.[key]) !== JSON.stringify(event.after?.[key]))
                  .map((key) => (
                    <p key={key} className="quiet">
                      {text.changedTo(nameOf(key), said(key, event.after?.[key]))}{' '}
                      <span className="faint">{text.before(said(key, event.before?.[key]))}</span>
                    </p>
                  ))
              : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function aggregateWords(value: unknown, text: (typeof texts)['zh']): string {
  const { from, to } = value as { from: string; to: string }
  return text.aggregateMark(from, to)
}
