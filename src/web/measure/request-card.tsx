import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { momentText } from '../parts/moment-text.ts'
import type { MeasureRequest } from '../record/record-queries.ts'
import { useWho } from './application-card.tsx'
import { type Decision, DecisionDialog } from './decision-dialog.tsx'
import { measureTexts } from './texts.ts'

type RequestCardProps = { request: MeasureRequest; measure: { id: number; number: string; version: number } }

/** A request that is under way: what is asked for, who has decided what, and what the reader may decide. */
export function RequestCard({ request, measure }: RequestCardProps) {
  const text = useTextOf(measureTexts)
  const [decision, setDecision] = useState<Decision | null>(null)
  const reasons = [...new Set(request.offers.flatMap(({ reason }) => reason ?? []))]
  return (
    <section className="card record-card">
      <RequestFacts request={request} />
      {request.offers.length > 0 ? (
        <div className="next-acts no-print">
          {request.offers.map((offer) => (
            <Button
              key={offer.decision}
              look={
                offer.allowed && (offer.decision === 'endorse' || offer.decision === 'approve') ? 'primary' : 'plain'
              }
              refusal={offer.allowed ? null : (offer.reason ?? '')}
              onClick={() => setDecision(offer.decision)}
            >
              {text.decisions[offer.decision]}
            </Button>
          ))}
        </div>
      ) : null}
      {reasons.length > 0 ? <p className="small quiet">{reasons.join(' ')}</p> : null}
      {decision ? (
        <DecisionDialog request={request} measure={measure} decision={decision} onClose={() => setDecision(null)} />
      ) : null}
    </section>
  )
}

/** What is asked for and why; on the measure page and among the approvals. */
export function RequestFacts({ request }: { request: MeasureRequest }) {
  const text = useTextOf(measureTexts)
  const who = useWho()
  return (
    <>
      <h2>
        {text.pending[request.kind]} <span className="tag record-aside">{text.requestState[request.state]}</span>{' '}
        <span className="small quiet record-aside">
          {text.raisedBy(who(request.raised), momentText(request.raised.at))}
        </span>
      </h2>
      {request.day ? (
        <p className="figure">
          <span className="quiet">{text.day[request.kind]} </span>
          <strong>
            {request.previousDueOn && request.kind === 'extend'
              ? text.dayChange(request.previousDueOn, request.day)
              : request.day}
          </strong>
        </p>
      ) : null}
      <p className="quote">{request.reason}</p>
      {request.progress ? (
        <p>
          <span className="quiet">{text.progress} </span>
          {request.progress}
        </p>
      ) : null}
      {request.basis ? (
        <p>
          <span className="quiet">{text.basis} </span>
          {request.basis}
        </p>
      ) : null}
      <ul className="steps">
        {request.decisions.map((done) => (
          <li key={done.at}>
            <span className="quiet">{text.decisions[done.decision]}</span>
            <span>
              {who(done)} <span className="small faint figure">{momentText(done.at)}</span>
              {done.note ? <span className="timeline-words"> {done.note}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
