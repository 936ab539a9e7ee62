import { actWords } from '../../core/history/acts.ts'
import { useLanguage, useText } from '../language/language.ts'
import type { zh } from '../language/zh.ts'
import { momentText } from '../parts/moment-text.ts'
import type { FindingRecord } from './record-queries.ts'

export type HistoryEvent = FindingRecord['history'][number]

/** What happened to a record, newest first: who, when, what it was before. */
export function HistoryList({ events }: { events: readonly HistoryEvent[] }) {
  const text = useText()
  const language = useLanguage()
  if (events.length === 0) return <p className="quiet">{text.record.noHistory}</p>
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
              {momentText(event.at)} {text.record.by(event.actor, roleName(event.role, text))}
            </span>
          </p>
          {event.reason ? <p>{text.record.reason(event.reason)}</p> : null}
          {changesOf(event, text).map((change) => (
            <p key={change.field} className="quiet">
              {text.common.labelled(change.field, change.after)}{' '}
              <span className="faint">{text.record.was(change.before)}</span>
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}

const roleName = (role: string | null, text: typeof zh): string | null =>
  role === null ? null : ((text.roles as Record<string, string>)[role] ?? role)

/** Fields that an event changed, in words. A record's first event has no "before" and lists nothing: the page shows it. */
export function changesOf(event: HistoryEvent, text: typeof zh): { field: string; before: string; after: string }[] {
  const { before, after } = event
  if (!before || !after) return []
  return Object.keys(after)
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]) && text.fields[key] !== undefined)
    .map((key) => ({
      field: text.fields[key] ?? key,
      before: words(key, before[key], text),
      after: words(key, after[key], text),
    }))
}

function words(key: string, value: unknown, text: typeof zh): string {
  if (value === null || value === undefined || value === '') return text.common.none
  const listed = key === 'status' ? text.statuses : key === 'kind' ? text.kinds : {}
  return (
    (listed as Record<string, string>)[String(value)] ?? (typeof value === 'string' ? value : JSON.stringify(value))
  )
}
