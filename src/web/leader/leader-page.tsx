import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { lights } from '../../core/deadline/light.ts'
import { type Answer, call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { ActDialog } from '../measure/act-dialog.tsx'
import { Button } from '../parts/button.tsx'
import { dayOfMoment } from '../parts/day-distance.ts'
import { DueDate } from '../parts/due-date.tsx'
import { Empty } from '../parts/empty.tsx'
import { LightMark } from '../parts/light-mark.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { measureQuery } from '../record/record-queries.ts'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { leaderTexts } from './texts.ts'
import { UrgeDialog } from './urge-dialog.tsx'
import './leader.css'

type LeaderPageData = Answer<'GET /api/leader'>
type Row = LeaderPageData['rows'][number]

const leaderQuery = (inspection: number) =>
  queryOptions({
    queryKey: ['leader', inspection],
    queryFn: ({ signal }) => call('GET /api/leader', { query: { inspection }, signal }),
  })

/** `/leader`: what a leader answers for, reds and yellows first, each with its reason and what comes next. */
export function LeaderPage() {
  const text = useTextOf(leaderTexts)
  usePageTitle(text.title)
  const inspection = useChosenInspection()?.id ?? 0
  const { data, error, refetch } = useQuery({ ...leaderQuery(inspection), enabled: inspection !== 0 })
  // What was signed here stays in its place, faded, until the page is opened anew.
  const [done, setDone] = useState<readonly Row[]>([])
  if (error) return <ProblemPage error={error} reset={() => void refetch()} />
  if (!data) return inspection === 0 ? <None /> : <Skeleton />
  if (data.total === 0) return <None />
  const { red = 0, yellow = 0 } = data.lights
  const open = data.rows.filter(({ measure }) => !done.some((row) => row.measure.id === measure.id))
  return (
    <div className="leader">
      <header className="leader-head">
        <h1>
          {text.answer(data.total)}：<strong className="figure">{text.lights(red, yellow)}</strong>
        </h1>
        <p className="leader-counts figure">
          {lights
            .filter((light) => (data.lights[light] ?? 0) > 0)
            .map((light) => (
              <span key={light}>
                <LightMark light={light} /> {data.lights[light]}
              </span>
            ))}
        </p>
        {data.awaitingMe > 0 ? (
          <Link to="/approvals" className="button button-primary leader-awaiting">
            {text.awaiting(data.awaitingMe)}
          </Link>
        ) : null}
      </header>
      {open.length === 0 && done.length === 0 && data.awaitingMe === 0 ? (
        <Empty title={text.calm}>
          <p className="quiet">{text.calmText}</p>
        </Empty>
      ) : null}
      <ul className="leader-list">
        {open.map((row) => (
          <LeaderRow key={row.measure.id} row={row} onDone={() => setDone([...done, row])} />
        ))}
        {done.map((row) => (
          <li key={row.measure.id} className="card leader-row leader-done">
            <p className="small">{text.signed}</p>
            <p>
              <span className="figure">{row.measure.number}</span> {row.measure.text}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/ledger" search={{ inspection }}>
          {text.toLedger}
        </Link>
      </p>
    </div>
  )
}

function None() {
  const text = useTextOf(leaderTexts)
  return (
    <Empty title={text.none}>
      <p className="quiet">{text.noneText}</p>
    </Empty>
  )
}

function LeaderRow({ row, onDone }: { row: Row; onDone: () => void }) {
  const text = useTextOf(leaderTexts)
  const [dialog, setDialog] = useState<'sign' | 'urge' | null>(null)
  const { measure, reason, next, awaitsMe, urgedAt } = row
  const read = useQuery({ ...measureQuery(measure.id), enabled: dialog === 'sign' }).data
  return (
    <li className="card leader-row">
      <p className="leader-reason">
        <LightMark light={measure.light} /> <span>{reason}</span>
      </p>
      <Link to="/measures/$id" params={{ id: String(measure.id) }} className="leader-text">
        <span className="figure">{measure.number}</span> {measure.text}
      </Link>
      <p className="small quiet leader-facts">
        <span>{measure.leadUnit?.name}</span>
        <span>{measure.responsibleOfficer?.name}</span>
        <DueDate dueOn={measure.dueOn} phrase={measure.duePhrase} originalDueOn={measure.originalDueOn} />
        {urgedAt ? <span>{text.urgedAt(dayOfMoment(new Date(urgedAt)))}</span> : null}
      </p>
      <p className="small">
        <span className="faint">{text.next} </span>
        {next}
      </p>
      <div className="leader-acts no-print">
        {awaitsMe ? (
          <Button look="primary" onClick={() => setDialog('sign')}>
            {text.sign}
          </Button>
        ) : null}
        <Button onClick={() => setDialog('urge')}>{text.urge}</Button>
      </div>
      {dialog === 'sign' && read ? (
        <ActDialog measure={read} act="sign" onClose={() => setDialog(null)} onDone={onDone} />
      ) : null}
      {dialog === 'urge' ? <UrgeDialog measure={measure} onClose={() => setDialog(null)} /> : null}
    </li>
  )
}
