import { useState } from 'react'
import type { MeasureAct, RequestKind } from '../../core/measure/acts.ts'
import { useOwnActs } from '../frame/page-acts.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import type { MeasureRecord } from '../record/record-queries.ts'
import { ActDialog } from './act-dialog.tsx'
import { RequestDialog } from './request-dialog.tsx'
import { measureTexts } from './texts.ts'

type Open = { act: MeasureAct } | { kind: RequestKind } | null

type NextStepCardProps = {
  measure: MeasureRecord
  /** To the place that fixes what is missing. */
  onFix: (code: string) => void
}

/** What may be done now: the next step as the one primary button, the others beside it, what is not allowed with its reason. */
export function NextStepCard({ measure, onFix }: NextStepCardProps) {
  const text = useTextOf(measureTexts)
  const [open, setOpen] = useState<Open>(null)
  const { offers, requestOffers } = measure.life
  const primary = offers.find(({ act, allowed }) => allowed && act !== 'return' && act !== 'reopen')
  const missing = offers.flatMap((offer) => offer.missing)
  const reasons = [...new Set([...offers, ...requestOffers].flatMap(({ reason }) => reason ?? []))]
  useOwnActs([
    ...offers.flatMap(({ act, allowed }) => (allowed ? [{ label: text.acts[act], run: () => setOpen({ act }) }] : [])),
    ...requestOffers.flatMap(({ kind, allowed }) =>
      allowed ? [{ label: text.requests[kind], run: () => setOpen({ kind }) }] : [],
    ),
  ])
  if (offers.length + requestOffers.length === 0) return null
  return (
    <section className="card record-card no-print" id="next">
      <h2>{text.next}</h2>
      {missing.length > 0 ? (
        <div className="next-missing">
          <strong>{text.missing(missing.length)}</strong>
          {missing.map((one) => (
            <span key={`${one.code} ${one.targetId}`}>
              {one.text}{' '}
              {text.fix[one.code] ? (
                <button type="button" onClick={() => onFix(one.code)}>
                  {text.fix[one.code]}
                </button>
              ) : null}
            </span>
          ))}
        </div>
      ) : null}
      <div className="next-acts">
        {[...offers]
          .sort((a, b) => Number(b === primary) - Number(a === primary))
          .map((offer) => (
            <Button
              key={offer.act}
              look={offer === primary ? 'primary' : 'plain'}
              refusal={offer.allowed ? null : (offer.reason ?? '')}
              onClick={() => setOpen({ act: offer.act })}
            >
              {text.acts[offer.act]}
            </Button>
          ))}
        {requestOffers.map((offer) => (
          <Button
            key={offer.kind}
            refusal={offer.allowed ? null : (offer.reason ?? '')}
            onClick={() => setOpen({ kind: offer.kind })}
          >
            {text.requests[offer.kind]}
          </Button>
        ))}
      </div>
      {reasons.length > 0 ? (
        <ul className="next-reasons small quiet">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
      {open && 'act' in open ? <ActDialog measure={measure} act={open.act} onClose={() => setOpen(null)} /> : null}
      {open && 'kind' in open ? (
        <RequestDialog measure={measure} kind={open.kind} onClose={() => setOpen(null)} />
      ) : null}
    </section>
  )
}
