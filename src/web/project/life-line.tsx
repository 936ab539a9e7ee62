import { useTextOf } from '../language/language.ts'
import { DueDate } from '../parts/due-date.tsx'
import type { ProjectRecord } from './project-queries.ts'
import { projectTexts } from './texts.ts'

type Station = ProjectRecord['line'][number]
/** A state is told by its sign too, not by colour alone. */
const signs: Readonly<Record<Station['state'], string>> = {
  done: '✓',
  underway: '●',
  late: '!',
  skipped: '!',
  ahead: '',
  notApplicable: '–',
}

/** The stations of a project in their order: done, underway, late, passed over, to come. */
export function LifeLine({ line }: { line: ProjectRecord['line'] }) {
  const text = useTextOf(projectTexts)
  return (
    <section className="card life-line" aria-label={text.line}>
      <ol>
        {line.map((station) => (
          <li key={station.station} className={`station station-${station.state}`}>
            <span className="station-sign" aria-hidden="true">
              {signs[station.state]}
            </span>
            <strong>{text.stages[station.station]}</strong>
            <span className="visually-hidden">：{text.states[station.state]}</span>
            <span className="small quiet figure">
              <StationDay station={station} />
            </span>
            {station.lateDays !== null && station.state !== 'notApplicable' ? (
              <span className="small station-days figure">{text.late(station.lateDays)}</span>
            ) : null}
            {station.missing.length > 0 ? (
              <span className="small station-lack figure">{text.missingCount(station.missing.length)}</span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function StationDay({ station: { state, startedOn, doneOn, plannedOn, station } }: { station: Station }) {
  const text = useTextOf(projectTexts)
  if (state === 'notApplicable') return text.states.notApplicable
  if (doneOn !== null)
    return station === 'build' && startedOn !== null ? (
      <>
        {startedOn}
        <br />
        {doneOn}
      </>
    ) : (
      doneOn
    )
  if (state === 'skipped') return text.states.skipped
  return (
    <>
      {startedOn === null ? null : (
        <>
          {text.since(startedOn)}
          <br />
        </>
      )}
      {plannedOn === null ? (
        <span className="faint">{text.unplanned}</span>
      ) : (
        <>
          {text.planned} <DueDate dueOn={plannedOn} phrase={null} closed={state === 'late'} />
        </>
      )}
    </>
  )
}
