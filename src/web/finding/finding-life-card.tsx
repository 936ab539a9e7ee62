import { useState } from 'react'
import { standardNames } from '../../core/finding/standards.ts'
import { useOwnActs } from '../frame/page-acts.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { dayOfMoment } from '../parts/day-distance.ts'
import type { FindingRecord } from '../record/record-queries.ts'
import { type FindingAct, FindingActDialog } from './finding-act-dialog.tsx'
import { findingTexts } from './texts.ts'
import '../measure/measure.css'

/** Where a finding stands, what its sign-off still lacks, and the five standards with their basis. */
export function FindingLifeCard({ finding }: { finding: FindingRecord }) {
  const text = useTextOf(findingTexts)
  const language = useLanguage()
  const [open, setOpen] = useState<FindingAct | null>(null)
  const { state, signedOff, basicallyDone, standards, offers } = finding.life
  const done = state === 'signedOff' ? signedOff : state === 'basicallyDone' ? basicallyDone : null
  const missing = offers.find(({ act }) => act === 'signOff')?.missing ?? []
  const primary = offers.find(({ act, allowed }) => allowed && act !== 'reopen')
  const reasons = [...new Set(offers.flatMap(({ reason }) => reason ?? []))]
  useOwnActs(
    offers.flatMap(({ act, allowed }) => (allowed ? [{ label: text.acts[act], run: () => setOpen(act) }] : [])),
  )
  return (
    <section className="card record-card">
      <h2>
        {text.life} <span className="tag record-aside">{text.states[state]}</span>{' '}
        {done ? (
          <span className="small quiet record-aside">
            {text.byOn(done.person.name, dayOfMoment(new Date(done.at)))}
          </span>
        ) : null}
      </h2>
      {state === 'open' ? <p className="quiet">{text.lead}</p> : null}
      {missing.length > 0 ? (
        <div className="next-missing no-print">
          <strong>{text.missing(missing.length)}</strong>
          {missing.map((one) => (
            <a key={`${one.code} ${one.text}`} href="#measures">
              {one.text}
            </a>
          ))}
        </div>
      ) : null}
      <ul className="steps">
        {Object.entries(standardNames).map(([key, name]) => {
          const held = standards.find(({ standard }) => standard === key)
          return (
            <li key={key}>
              <span className="quiet">{name[language]}</span>
              <span className={held ? undefined : 'faint'}>{held?.basis ?? text.noBasis}</span>
            </li>
          )
        })}
      </ul>
      {offers.length > 0 ? (
        <div className="next-acts no-print">
          {offers.map((offer) => (
            <Button
              key={offer.act}
              look={offer === primary ? 'primary' : 'plain'}
              refusal={offer.allowed ? null : (offer.reason ?? '')}
              onClick={() => setOpen(offer.act)}
            >
              {text.acts[offer.act]}
            </Button>
          ))}
        </div>
      ) : null}
      {reasons.length > 0 ? (
        <ul className="next-reasons small quiet no-print">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
      {open ? <FindingActDialog finding={finding} act={open} onClose={() => setOpen(null)} /> : null}
    </section>
  )
}
