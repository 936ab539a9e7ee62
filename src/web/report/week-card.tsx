/** One measure that owes a report this week: light, target, how far, last week; one click, or a few words. */
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { weekNumber } from '../../core/report/week.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { DueDate } from '../parts/due-date.tsx'
import { LightMark } from '../parts/light-mark.tsx'
import { momentText } from '../parts/moment-text.ts'
import { Progress } from './progress.tsx'
import type { WeekRow } from './report-queries.ts'
import { keyOf, sendReport, useRefusal, useReportStore } from './report-store.ts'
import { ReportWords } from './report-words.tsx'
import { StateWord } from './state-word.tsx'
import { reportTexts } from './texts.ts'

const loadForm = () => import('./report-form.tsx')
const EnterAndReport = lazy(() =>
  import('../citation/enter-and-report.tsx').then((loaded) => ({ default: loaded.EnterAndReport })),
)
const ReportForm = lazy(() => loadForm().then((loaded) => ({ default: loaded.ReportForm })))

/** Fetched once the page stands: the form opens at once then, without a connection too. */
export const fetchForm = (): void => void loadForm().catch(() => undefined)

type WeekCardProps = {
  row: WeekRow
  /** The week that runs; a card of an earlier one is filled in. */
  current: boolean
  chosen: boolean
  onChoose: () => void
}

type Counting = WeekRow['targets'][number] & { counts: NonNullable<WeekRow['targets'][number]['counts']> }

export const cardId = ({ measure, week }: WeekRow): string => `week-${measure.id}-${week}`

/** Reports “no change” for a row; also run by the key `n`. */
export function reportNoChange({ measure, week, version }: WeekRow): void {
  const body = { basedOn: version, noChange: true, reached: [], evidenceIds: [] }
  sendReport({ measureId: measure.id, number: measure.number, week, withdraw: false, body, draft: null })
}

export function WeekCard({ row, current, chosen, onChoose }: WeekCardProps) {
  const { report: text } = useTextOf(reportTexts)
  const { measure, week, report, last, targets, version } = row
  const { drafts, outbox } = useReportStore()
  const key = keyOf(measure.id, week)
  const refused = useRefusal(measure.id, week)
  const draft = drafts[key]
  const sending = outbox.find((each) => keyOf(each.measureId, each.week) === key)
  // A draft left here opens by itself.
  const [opened, setOpen] = useState<boolean | null>(null)
  const open = opened ?? draft !== undefined
  const [entering, setEntering] = useState(false)
  const language = useLanguage()
  const counted = targets.find(({ quantity }) => quantity !== null)
  const of = { measureId: measure.id, number: measure.number, week, version, targets, report, last }
  const before = counted && last?.reached.find(({ targetId }) => targetId === counted.id)?.quantity
  const counting = targets.find((target): target is Counting => target.counts !== null)
  const isDone = report !== null || row.state === 'excused'
  return (
    <li
      className={`card week-card${isDone ? ' week-card-done' : ''}`}
      id={cardId(row)}
      data-chosen={chosen || undefined}
      tabIndex={-1}
      onFocus={onChoose}
    >
      <p className="week-card-light">
        <LightMark light={measure.light} />
        <span className="small">
          <DueDate dueOn={measure.dueOn} phrase={measure.duePhrase} originalDueOn={measure.originalDueOn} />
        </span>
        {current ? null : <strong className="small">{text.weekShort(weekNumber(week))}</strong>}
        {sending ? (
          <span className="week-tag" title={text.waitingHint}>
            {text.waiting}
          </span>
        ) : null}
        {draft ? <span className="week-tag">{text.draft}</span> : null}
      </p>
      <h3>
        <Link to="/measures/$id" params={{ id: String(measure.id) }}>
          {measure.number} {measure.text}
        </Link>
      </h3>
      {counted ? (
        <p className="week-card-progress">
          <Progress reached={counted.reached} goal={counted.quantity ?? 0} unit={counted.unit} light={measure.light} />
          {before === undefined || isDone ? null : (
            <span className="faint small figure">
              {text.last} {before}
            </span>
          )}
        </p>
      ) : null}
      {isDone ? (
        <div className="week-card-report">
          {report ? <ReportWords report={report} targets={targets} /> : null}
          <p className="quiet small">
            <StateWord week={row} />
            {report ? ` · ${report.by.name} ${momentText(report.filedAt)}` : ''}
          </p>
        </div>
      ) : last && !counted ? (
        <p className="quiet small cut">
          {text.last}：{last.noChange ? text.noChange : (last.done ?? '')}
        </p>
      ) : null}
      {refused && !open ? <p className="form-problem">{refused.message}</p> : null}
      {open ? (
        <Suspense>
          <ReportForm of={of} onClose={() => setOpen(false)} />
        </Suspense>
      ) : (
        <div className="week-card-acts">
          {isDone ? null : (
            <Button busy={sending !== undefined} onClick={() => reportNoChange(row)}>
              {text.noChange}
            </Button>
          )}
          {counting && row.state !== 'excused' && (current || !isDone) ? (
            <Button look={isDone ? 'quiet' : 'plain'} onClick={() => setEntering(true)}>
              {text.enter(counting.counts.name?.[language] ?? '')}
            </Button>
          ) : null}
          {row.state === 'excused' || (isDone && !current) ? null : (
            <Button className="week-explain" look={isDone ? 'quiet' : 'plain'} onClick={() => setOpen(true)}>
              {isDone ? text.amend : text.explain}
            </Button>
          )}
          {report?.noChange && current ? (
            <Button
              look="quiet"
              onClick={() =>
                sendReport({
                  measureId: measure.id,
                  number: measure.number,
                  week,
                  withdraw: true,
                  body: { basedOn: version, noChange: true, reached: [], evidenceIds: [] },
                  draft: null,
                })
              }
            >
              {text.withdraw}
            </Button>
          ) : null}
        </div>
      )}
      {entering && counting ? (
        <Suspense>
          <EnterAndReport of={of} target={counting} onClose={() => setEntering(false)} />
        </Suspense>
      ) : null}
    </li>
  )
}
