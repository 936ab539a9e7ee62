import { actWords } from '../../core/history/acts.ts'
import { requestNames } from '../../core/measure/words.ts'
import { useLanguage, useText, useTextOf } from '../language/language.ts'
import { measureTexts } from '../measure/texts.ts'
import { momentText } from '../parts/moment-text.ts'
import { changesOf, type HistoryEvent } from './history-list.tsx'
import './timeline.css'

type Target = { id: number; unit: string | null }

/** What happened to a measure, newest first: each act in words of its own, who did it and for whom. */
export function Timeline({ events, targets = [] }: { events: readonly HistoryEvent[]; targets?: readonly Target[] }) {
  const text = useText()
  if (events.length === 0) return <p className="quiet">{text.record.noHistory}</p>
  return (
    <ol className="history timeline">
      {[...events]
        .sort((a, b) => b.id - a.id)
        .map((event) => (
          <TimelineEvent key={event.id} event={event} targets={targets} />
        ))}
    </ol>
  )
}

/** Weight of a mark: what closes, what goes back, what is asked for, everything else. */
const marks: Record<string, string> = {
  'measure.signedOff': 'done',
  'measure.returned': 'back',
  'measure.reopened': 'back',
  'request.refused': 'back',
  'evidence.withdrawn': 'back',
  'measure.applied': 'step',
  'measure.endorsed': 'step',
  'measure.verified': 'step',
  'request.approved': 'step',
  'report.filed': 'step',
}

function TimelineEvent({ event, targets }: { event: HistoryEvent; targets: readonly Target[] }) {
  const text = useText()
  const own = useTextOf(measureTexts)
  const language = useLanguage()
  const after = event.after ?? {}
  const title = (actWords as Record<string, Record<typeof language, string>>)[event.act]?.[language] ?? event.act
  const kind = textOf(after.kind)
  const asked = kind && kind in requestNames ? requestNames[kind as keyof typeof requestNames][language] : null
  const who = event.onBehalfOf ? own.forWhom(event.actor, event.onBehalfOf) : event.actor
  const role = event.role ? ((text.roles as Record<string, string>)[event.role] ?? event.role) : null
  return (
    <li className={`timeline-${marks[event.act] ?? 'plain'}`}>
      <p className="history-head">
        <strong>
          {title}
          {asked ? text.common.labelled('', asked) : null}
          {event.act.startsWith('report.') && typeof after.week === 'string' ? (
            <span className="quiet record-aside"> {own.report.week(after.week)}</span>
          ) : null}
        </strong>
        <span className="small faint figure">
          {momentText(event.at)} {text.record.by(who, role)}
        </span>
      </p>
      {linesOf(event, text, own, targets).map(([name, words]) => (
        <p key={name} className="timeline-words">
          {name ? <span className="faint">{name} </span> : null}
          {words}
        </p>
      ))}
      {event.act === 'record.updated'
        ? changesOf(event, text).map((change) => (
            <p key={change.field} className="quiet">
              {text.common.labelled(change.field, change.after)}{' '}
              <span className="faint">{text.record.was(change.before)}</span>
            </p>
          ))
        : null}
      <Pictures after={after} />
    </li>
  )
}

type Texts = ReturnType<typeof useText>
type Own = (typeof measureTexts)['zh']
type Line = [name: string, words: string]

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null

/** What an act says, line by line: reason first, then what belongs to acts of its kind. */
function linesOf(event: HistoryEvent, text: Texts, own: Own, targets: readonly Target[]): Line[] {
  const after = event.after ?? {}
  const before = event.before ?? {}
  const lines: Line[] = []
  if (event.reason) lines.push(['', event.reason])
  const [from, to] = [textOf(before.dueOn) ?? textOf(after.previousDueOn), textOf(after.dueOn) ?? textOf(after.day)]
  if (to && from && from !== to && event.act !== 'record.updated')
    lines.push([text.record.due, own.dayChange(from, to)])
  if (event.act.startsWith('report.')) lines.push(...reportLines(after, own, targets))
  if (typeof after.reached === 'number') {
    const unit = targets.find(({ id }) => id === after.targetId)?.unit ?? ''
    lines.push([own.report.reached, `${textOf(before.reached) ?? '0'} → ${after.reached} ${unit}`])
  }
  for (const [key, name] of Object.entries(own.after)) {
    const words = textOf(after[key])
    if (words && words !== event.reason && event.act !== 'record.created') lines.push([name, words])
  }
  return lines
}

function reportLines(after: Record<string, unknown>, own: Own, targets: readonly Target[]): Line[] {
  const lines: Line[] = []
  if (after.noChange === true) lines.push(['', own.report.noChange])
  if (after.state === 'late' || after.state === 'backfilled') lines.push(['', own.report[after.state]])
  for (const key of ['done', 'difficulty', 'nextStep'] as const) {
    const words = textOf(after[key])
    if (words) lines.push([own.report[key], words])
  }
  if (typeof after.percent === 'number') lines.push([own.report.percent, `${after.percent}%`])
  if (Array.isArray(after.reached)) {
    const counted = (after.reached as { targetId: number; quantity: number }[]).map(
      ({ targetId, quantity }) => `${quantity} ${targets.find(({ id }) => id === targetId)?.unit ?? ''}`,
    )
    lines.push([own.report.reached, counted.join('，')])
  }
  return lines
}

/** Thumbnails of pictures that an act brought. What is no picture, or is gone, is left out. */
function Pictures({ after }: { after: Record<string, unknown> }) {
  const own = useTextOf(measureTexts)
  const ids = [after.evidenceId, ...(Array.isArray(after.evidenceIds) ? after.evidenceIds : [])]
    .filter((id): id is number => typeof id === 'number')
    .slice(0, 6)
  if (ids.length === 0) return null
  return (
    <p className="timeline-pictures">
      {ids.map((id) => (
        <a key={id} href={`/api/evidence/${id}/file?size=preview`} target="_blank" rel="noreferrer">
          <img
            src={`/api/evidence/${id}/file?size=thumbnail`}
            alt={own.evidenceAlt(textOf(after.name) ?? String(id))}
            loading="lazy"
            width="92"
            height="62"
            onError={({ currentTarget }) => currentTarget.parentElement?.setAttribute('hidden', '')}
          />
        </a>
      ))}
    </p>
  )
}
