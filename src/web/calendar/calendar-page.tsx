/** Public holidays by year, which deadlines are counted by; and, for the system administrator, group robots. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { type Answer, call } from '../api.ts'
import { bootQuery, queryClient } from '../boot.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { today } from '../parts/day-distance.ts'
import { FormProblem } from '../parts/field.tsx'
import { momentText } from '../parts/moment-text.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { useSession } from '../session/use-boot.ts'
import { linesOf, readDays } from './read-days.ts'
import { RobotsCard } from './robots-card.tsx'
import { texts } from './texts.ts'
import './calendar.css'

type Year = Answer<'GET /api/calendar/:year'>

export function CalendarPage() {
  const text = useTextOf(texts)
  const navigate = useNavigate()
  const { allowed } = useSession()
  const thisYear = Number(today().slice(0, 4))
  const { year = thisYear } = useSearch({ from: '/signed-in/calendar' })
  const page = useQuery({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => call('GET /api/calendar/:year', { params: { year }, signal }),
  })
  const [editing, setEditing] = useState(false)
  usePageTitle(text.title)
  return (
    <div className="calendar">
      <header className="calendar-head">
        <h1>{text.title}</h1>
        <nav className="calendar-years no-print" aria-label={text.year}>
          {[-1, 0, 1].map((by) => (
            <Button
              key={by}
              look={thisYear + by === year ? 'plain' : 'quiet'}
              aria-pressed={thisYear + by === year}
              onClick={() => {
                setEditing(false)
                void navigate({ to: '/calendar', search: by === 0 ? {} : { year: thisYear + by } })
              }}
            >
              {thisYear + by}
            </Button>
          ))}
        </nav>
        <p className="quiet">{text.lead}</p>
      </header>
      {page.error ? <FormProblem>{sentenceOf(page.error)}</FormProblem> : null}
      {page.isPending ? <Skeleton /> : null}
      {page.data ? (
        <section className="card calendar-card">
          <p className={page.data.source === 'unknown' ? 'calendar-unknown' : 'quiet'}>
            {page.data.entered !== null
              ? text.entered(page.data.entered.by, momentText(page.data.entered.at))
              : page.data.source === 'announced'
                ? text.announced
                : text.unknown(year)}
          </p>
          {editing ? (
            <YearForm key={year} year={page.data} onEnd={() => setEditing(false)} />
          ) : (
            <YearView year={page.data} onEdit={() => setEditing(true)} />
          )}
        </section>
      ) : null}
      {allowed.includes('robot.manage') ? <RobotsCard /> : null}
    </div>
  )
}

function YearView({ year, onEdit }: { year: Year; onEdit: () => void }) {
  const text = useTextOf(texts)
  const holidays = [...new Set(year.off.map((each) => each.name))]
  return (
    <>
      <h2>{text.off}</h2>
      <dl className="calendar-days">
        {holidays.length === 0 ? <dt className="quiet">{text.none}</dt> : null}
        {holidays.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figure">
              {year.off
                .filter((each) => each.name === name)
                .map((each) => each.day.slice(5))
                .join('　')}
            </dd>
          </div>
        ))}
      </dl>
      <h2>{text.working}</h2>
      <p className="figure">
        {year.working.length === 0 ? text.none : year.working.map((day) => day.slice(5)).join('　')}
      </p>
      {year.mayEdit ? (
        <p className="no-print">
          <Button onClick={onEdit}>{text.edit}</Button>
        </p>
      ) : null}
    </>
  )
}

function YearForm({ year, onEnd }: { year: Year; onEnd: () => void }) {
  const text = useTextOf(texts)
  const [off, setOff] = useState(() => linesOf(year.off))
  const [working, setWorking] = useState(() => year.working.join('\n'))
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const days = readDays(off, true)
    const worked = readDays(working, false)
    const wrong = days.wrong ?? worked.wrong
    if (wrong) return setProblem(wrong.code === 'day' ? text.noDay(wrong.line) : text.noName(wrong.line))
    try {
      const { lightsChanged } = await call('PUT /api/calendar/:year', {
        params: { year: year.year },
        body: { off: days.days, working: worked.days.map((each) => each.day), submissionId: submissionId() },
      })
      announce(text.saved(year.year, lightsChanged))
      await queryClient.invalidateQueries({ queryKey: ['calendar'] })
      await queryClient.fetchQuery({ ...bootQuery, staleTime: 0 })
      onEnd()
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <form onSubmit={save}>
      <div className="calendar-form">
        <label>
          <span>{text.off}</span>
          <textarea className="text-input" rows={14} value={off} onChange={(event) => setOff(event.target.value)} />
          <span className="quiet small">{text.offHint}</span>
        </label>
        <label>
          <span>{text.working}</span>
          <textarea
            className="text-input"
            rows={14}
            value={working}
            onChange={(event) => setWorking(event.target.value)}
          />
          <span className="quiet small">{text.workingHint}</span>
        </label>
      </div>
      {problem === null ? null : <FormProblem>{problem}</FormProblem>}
      <p className="calendar-acts">
        <Button onClick={onEnd}>{text.cancel}</Button>
        <Button look="primary" type="submit">
          {text.save(year.year)}
        </Button>
      </p>
    </form>
  )
}
