/** Weekly reports on the page of a measure: this week in place, earlier weeks as a table. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { weekNumber } from '../../core/report/week.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { momentText } from '../parts/moment-text.ts'
import { ReportForm } from './report-form.tsx'
import { type MeasureReports, measureReportsQuery } from './report-queries.ts'
import { keyOf, sendReport, useRefusal, useReportStore } from './report-store.ts'
import { ReportWords } from './report-words.tsx'
import { StateWord } from './state-word.tsx'
import { reportTexts } from './texts.ts'
import { useReportOutbox } from './use-report-outbox.ts'
import './report.css'

type Week = MeasureReports['weeks'][number]

export function ReportSection({ measureId }: { measureId: number }) {
  useReportOutbox()
  const { report: text } = useTextOf(reportTexts)
  const { data } = useQuery(measureReportsQuery(measureId))
  if (!data) return null
  const [newest, ...others] = data.weeks
  const current = newest?.open ? newest : null
  const earlier = current ? others : data.weeks
  return (
    <section className="card report-section" aria-label={text.section}>
      <h2>{text.section}</h2>
      {current ? <CurrentWeek page={data} week={current} /> : <p className="quiet">{text.notOwed}</p>}
      {earlier.length > 0 ? <EarlierWeeks page={data} weeks={earlier} /> : null}
    </section>
  )
}

/** Reports of the lead unit, newest first; those of supporting units are told apart by their unit. */
const leadReportOf = ({ leadUnit }: MeasureReports, { reports, version }: Week) =>
  reports.find((each) => each.unit.id === leadUnit?.id && each.version === version) ?? null

function CurrentWeek({ page, week }: { page: MeasureReports; week: Week }) {
  const { report: text } = useTextOf(reportTexts)
  const [open, setOpen] = useState(false)
  const { outbox, drafts } = useReportStore()
  const key = keyOf(page.measureId, week.week)
  const refused = useRefusal(page.measureId, week.week)
  const waiting = outbox.some((each) => keyOf(each.measureId, each.week) === key)
  const report = leadReportOf(page, week)
  const last = page.weeks.map((each) => (each.week < week.week ? leadReportOf(page, each) : null)).find(Boolean) ?? null
  const measure = { measureId: page.measureId, number: '', week: week.week, version: week.version }
  const noChange = (): void =>
    sendReport({
      ...measure,
      withdraw: false,
      body: { basedOn: week.version, noChange: true, reached: [], evidenceIds: [] },
      draft: null,
    })
  const closed = week.state === 'excused' && week.excuse === 'closed'
  return (
    <div className="report-current">
      <p className="quiet">
        {text.weekShort(weekNumber(week.week))} · <StateWord week={week} />
        {report ? ` · ${report.by.name} ${momentText(report.filedAt)}` : ''}
        {waiting ? ` · ${text.waiting}` : ''}
        {drafts[key] ? ` · ${text.draft}` : ''}
      </p>
      {report ? <ReportWords report={report} targets={page.targets} /> : null}
      <OtherParts page={page} week={week} />
      {refused && !open ? <p className="form-problem">{refused.message}</p> : null}
      {open ? (
        <ReportForm full of={{ ...measure, targets: page.targets, report, last }} onClose={() => setOpen(false)} />
      ) : closed ? null : (
        <div className="report-buttons">
          <Button refusal={page.mayReport ? null : text.cannot} onClick={() => setOpen(true)}>
            {report ? text.amend : text.explain}
          </Button>
          {report ? null : (
            <Button refusal={page.mayReport ? null : text.cannot} busy={waiting} onClick={noChange}>
              {text.noChange}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** Newest report of each other unit. */
function OtherParts({ page, week }: { page: MeasureReports; week: Week }) {
  const { report: text } = useTextOf(reportTexts)
  const parts = week.reports.filter(
    (each, at) =>
      each.unit.id !== page.leadUnit?.id && week.reports.findIndex(({ unit }) => unit.id === each.unit.id) === at,
  )
  return parts.map((part) => (
    <div key={part.unit.id} className="report-part">
      <p className="quiet small">{text.partOf(part.unit.name)}</p>
      <ReportWords report={part} targets={page.targets} />
    </div>
  ))
}

function EarlierWeeks({ page, weeks }: { page: MeasureReports; weeks: readonly Week[] }) {
  const { report: text } = useTextOf(reportTexts)
  return (
    <table className="report-table">
      <thead>
        <tr>
          <th>{text.columns.week}</th>
          <th>{text.columns.state}</th>
          <th>{text.columns.content}</th>
          <th>{text.columns.by}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => {
          const report = leadReportOf(page, week)
          const versions = week.reports.filter((each) => each.unit.id === page.leadUnit?.id).length
          return (
            <tr key={week.week}>
              <td className="figure" title={week.week}>
                {text.weekShort(weekNumber(week.week))}
              </td>
              <td>
                <StateWord week={week} />
              </td>
              <td>
                {report ? <ReportWords report={report} targets={page.targets} /> : null}
                <OtherParts page={page} week={week} />
              </td>
              <td className="quiet small">
                {report ? `${report.by.name} ${momentText(report.filedAt)}` : ''}
                {versions > 1 ? ` · ${text.versions(versions)}` : ''}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
