/** What a report says, in a few lines. */
import { useTextOf } from '../language/language.ts'
import type { Target, WeeklyReport } from './report-queries.ts'
import { reportTexts } from './texts.ts'

export function ReportWords({ report, targets }: { report: WeeklyReport; targets: readonly Target[] }) {
  const { report: text } = useTextOf(reportTexts)
  if (report.noChange) return <p>{text.noChange}</p>
  const figures = report.reached.map(({ targetId, quantity }) =>
    text.quantity(quantity, targets.find(({ id }) => id === targetId)?.unit ?? ''),
  )
  if (report.entryIds.length > 0) figures.push(text.entries(report.entryIds.length))
  if (report.percent !== null) figures.push(text.percentOf(report.percent))
  return (
    <div className="report-words">
      {report.done ? <p>{report.done}</p> : null}
      {figures.length > 0 ? <p className="figure">{figures.join(' · ')}</p> : null}
      {report.difficulty ? <p className="quiet">{text.difficultyIs(report.difficulty)}</p> : null}
      {report.nextStep ? <p className="quiet">{text.nextIs(report.nextStep)}</p> : null}
    </div>
  )
}
