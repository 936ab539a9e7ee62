/** What became of a week's report, in a word, with the reason of an excuse. */
import { useTextOf } from '../language/language.ts'
import type { MeasureReports } from './report-queries.ts'
import { reportTexts } from './texts.ts'

type Week = MeasureReports['weeks'][number]

export function StateWord({ week }: { week: Pick<Week, 'state' | 'excuse'> }) {
  const { report: text } = useTextOf(reportTexts)
  const why = week.excuse === null ? '' : `（${text.excuses[week.excuse] ?? week.excuse}）`
  return (
    <span className={`report-state report-state-${week.state}`}>
      {text.states[week.state]}
      {why}
    </span>
  )
}
