import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText, useTextOf } from '../language/language.ts'
import { dayOfMoment } from '../parts/day-distance.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { Timeline } from '../record/timeline.tsx'
import { ApplicationCard } from './application-card.tsx'
import { cycleQuery } from './cycle-query.ts'
import { MeasureFacts } from './measure-facts.tsx'
import { TargetList } from './target-list.tsx'
import { measureTexts } from './texts.ts'
import '../record/record.css'
import './measure.css'

const route = getRouteApi('/signed-in/measures/$id/cycles/$cycle')

/** An earlier cycle of a measure, whole and frozen. */
export function CyclePage() {
  const text = useTextOf(measureTexts)
  const { record, statuses } = useText()
  const params = route.useParams()
  const held = useSuspenseQuery(cycleQuery(Number(params.id), Number(params.cycle))).data
  const { measure } = held
  const title = `${record.measure(measure.number)} · ${text.cycle(held.cycle)}`
  usePageTitle(title)
  return (
    <article className="record">
      <div className="record-bar no-print">
        <Link to="/measures/$id" params={{ id: params.id }}>
          {text.toPresent}
        </Link>
      </div>
      <h1>{title}</h1>
      <p className="frozen">
        {text.cycleFrozen} {text.cycleEnded(statuses[measure.status], dayOfMoment(new Date(held.endedAt)))}。
        {text.cycleReopened(held.reason)}
      </p>
      <p>{measure.text}</p>
      <div className="record-columns">
        <div className="record-body">
          <MeasureFacts measure={{ ...measure, supportingUnits: [], documents: [] }} />
          <TargetList targets={held.targets} />
          {held.applications.map((application) => (
            <ApplicationCard key={application.id} application={application} targets={held.targets} />
          ))}
        </div>
        <aside className="record-side" aria-label={record.history}>
          <section className="card record-card">
            <h2>{record.history}</h2>
            <Timeline events={held.history} targets={held.targets} />
          </section>
        </aside>
      </div>
    </article>
  )
}
