/** `/week`: what an officer owes this week, and nothing else. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { weekNumber } from '../../core/report/week.ts'
import { useTextOf } from '../language/language.ts'
import { Empty } from '../parts/empty.tsx'
import { momentText } from '../parts/moment-text.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { type WeekPage as Week, type WeekRow, weekQuery } from './report-queries.ts'
import { keyOf, useReportStore } from './report-store.ts'
import { reportTexts } from './texts.ts'
import { useReportOutbox } from './use-report-outbox.ts'
import { cardId, fetchForm, reportNoChange, WeekCard } from './week-card.tsx'
import './report.css'

export function WeekPage() {
  useReportOutbox()
  const { week: text } = useTextOf(reportTexts)
  usePageTitle(text.title)
  const inspection = useChosenInspection()
  if (inspection === null) return <Empty title={text.noInspection} />
  return <WeekOf inspectionId={inspection.id} />
}

function WeekOf({ inspectionId }: { inspectionId: number }) {
  const { data, error } = useQuery(weekQuery(inspectionId))
  if (error) throw error
  return data ? <WeekView page={data} /> : <Skeleton />
}

const formAfterMs = 1_000

function WeekView({ page }: { page: Week }) {
  const { week: text } = useTextOf(reportTexts)
  const { outbox } = useReportStore()
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(() => {
    const timer = window.setTimeout(fetchForm, formAfterMs)
    return () => window.clearTimeout(timer)
  }, [])
  const isWaiting = (row: WeekRow): boolean =>
    outbox.some((each) => keyOf(each.measureId, each.week) === keyOf(row.measure.id, row.week))
  const toReport = page.rows.filter((row) => row.report === null && row.state !== 'excused')
  const reported = page.rows.filter((row) => row.report !== null || row.state === 'excused')
  const shown = [...toReport, ...page.missed, ...reported]
  const at = shown.findIndex((row) => cardId(row) === chosen)
  const go = (by: 1 | -1): void => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))]
    if (next) document.getElementById(cardId(next))?.focus()
  }
  useDocumentKeys({
    j: () => go(1),
    k: () => go(-1),
    n: () => {
      const row = shown[at]
      if (!row || row.report !== null || row.state === 'excused' || isWaiting(row)) return
      go(1)
      reportNoChange(row)
    },
    e: () =>
      document
        .getElementById(chosen ?? '')
        ?.querySelector<HTMLElement>('.week-explain')
        ?.click(),
  })
  const cards = (rows: readonly WeekRow[]): ReactNode => (
    <ul className="week-cards">
      {rows.map((row) => (
        <WeekCard
          // The form of a report that was sent closes.
          key={`${cardId(row)}-${row.version}`}
          row={row}
          current={row.week === page.week}
          chosen={cardId(row) === chosen}
          onChoose={() => setChosen(cardId(row))}
        />
      ))}
    </ul>
  )
  const more = page.owed - page.rows.filter((row) => row.state !== 'excused').length
  return (
    <div className="week">
      <WeekHead page={page} />
      {page.attention.length > 0 ? <Attention page={page} /> : null}
      {toReport.length > 0 ? (
        <section aria-label={text.toReport}>
          <h2 className="week-title">{text.toReport}</h2>
          {cards(toReport)}
          {more > 0 ? <p className="quiet">{text.more(more)}</p> : null}
        </section>
      ) : null}
      {page.missed.length > 0 ? (
        <section aria-label={text.missedList}>
          <h2 className="week-title">
            {text.missedList} <span className="quiet small">{text.missedHint}</span>
          </h2>
          {cards(page.missed)}
        </section>
      ) : null}
      {reported.length > 0 ? (
        <section aria-label={text.reportedList}>
          <h2 className="week-title">{text.reportedList}</h2>
          {cards(reported)}
        </section>
      ) : null}
      {page.before ? (
        <p className="quiet small">
          {text.before(page.before.owed, page.before.filed, page.before.late, page.before.missed)}
        </p>
      ) : null}
      {shown.length > 0 ? <p className="faint small week-keys">{text.keys}</p> : null}
    </div>
  )
}

function WeekHead({ page }: { page: Week }) {
  const { week: text, report } = useTextOf(reportTexts)
  const { owed, reported, dueAt, holiday } = page
  if (owed === 0)
    return (
      <header className="week-head">
        <h1>{text.nothing}</h1>
        <p>{holiday ? text.holiday : text.nothingHint}</p>
      </header>
    )
  return (
    <header className="week-head">
      <h1>{reported >= owed ? text.allDone(owed) : text.owed(owed, reported)}</h1>
      <p>
        {report.weekShort(weekNumber(page.week))}
        {dueAt ? <Deadline dueAt={dueAt} done={reported >= owed} /> : null}
      </p>
      <span className="week-bar" aria-hidden="true">
        <span style={{ width: `${(100 * reported) / owed}%` }} />
      </span>
    </header>
  )
}

const everyMs = 20_000

/** The hour by the clock in China, and what is left until then. */
function Deadline({ dueAt, done }: { dueAt: string; done: boolean }) {
  const { week: text } = useTextOf(reportTexts)
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), everyMs)
    return () => window.clearInterval(timer)
  }, [])
  const due = new Date(dueAt)
  const china = new Date(due.getTime() + 8 * 3_600_000)
  const minutes = Math.floor((due.getTime() - now) / 60_000)
  const left =
    minutes < 0 ? text.over : text.left(Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60)
  return (
    <>
      {' · '}
      {text.deadline(text.weekdays[china.getUTCDay()] ?? '', china.toISOString().slice(11, 16))}
      {done ? null : ` · ${left}`}
    </>
  )
}

function Attention({ page }: { page: Week }) {
  const { week: text } = useTextOf(reportTexts)
  return (
    <section aria-label={text.attention}>
      <h2 className="week-title">{text.attention}</h2>
      <ul className="week-cards">
        {page.attention.map(({ kind, request, measure, by, at, words }) => (
          <li key={`${kind} ${measure.id} ${at}`} className="card week-card week-attention">
            <p className="quiet small">
              <strong>{kind === 'returned' || request === null ? text.returned(by) : text[kind][request]}</strong> ·{' '}
              {kind === 'returned' ? '' : `${by} `}
              {momentText(at)}
            </p>
            <h3>
              <Link to="/measures/$id" params={{ id: String(measure.id) }}>
                {measure.number} {measure.text}
              </Link>
            </h3>
            {words ? <p>{words}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
