import { useTextOf } from '../language/language.ts'
import { momentText } from '../parts/moment-text.ts'
import type { MeasureRecord } from '../record/record-queries.ts'
import { measureTexts } from './texts.ts'

export type Application = NonNullable<MeasureRecord['life']['application']>
type Done = Application['applied']

type ApplicationCardProps = { application: Application; targets: MeasureRecord['life']['targets'] }

/** The application for sign-off: what is claimed, target by target, and who has agreed so far. */
export function ApplicationCard({ application, targets }: ApplicationCardProps) {
  const text = useTextOf(measureTexts)
  const who = useWho()
  const { applied, endorsed, verified, signed, returned } = application
  const steps = [
    ['endorsed', endorsed, endorsed?.note],
    ['verified', verified, [verified?.siteCheck, verified?.note].filter(Boolean).join('\n')],
    ['signed', signed, signed?.note],
  ] as const
  return (
    <section className="card record-card">
      <h2>
        {text.application}{' '}
        <span className="small quiet record-aside">{text.applicationOf(who(applied), momentText(applied.at))}</span>
      </h2>
      <p className="quote">{application.selfAssessment}</p>
      <ul className="claims">
        {application.targets.map((claim) => {
          const target = targets.find(({ id }) => id === claim.targetId)
          return (
            <li key={claim.targetId}>
              {target?.words}{' '}
              {target?.quantity == null ? null : (
                <span className="figure">
                  {target.reached ?? 0} / {target.quantity} {target.unit}
                </span>
              )}{' '}
              <span className="quiet">{claim.met ? text.claimMet : text.claimShort(claim.explanation ?? '')}</span>
            </li>
          )
        })}
      </ul>
      <ul className="steps">
        {steps.map(([step, done, note]) =>
          done ? (
            <li key={step}>
              <span className="quiet">{text.steps[step]}</span>
              <span>
                {who(done)} <span className="small faint figure">{momentText(done.at)}</span>
                {note ? <span className="timeline-words"> {note}</span> : null}
              </span>
            </li>
          ) : returned ? null : (
            <li key={step} className="faint">
              <span>{text.steps[step]}</span>
              <span>{text.waiting}</span>
            </li>
          ),
        )}
        {returned ? (
          <li>
            <strong>{text.steps.returned}</strong>
            <span>
              {who(returned)} <span className="small faint figure">{momentText(returned.at)}</span>
              <span className="timeline-words"> {returned.missing}</span>
            </span>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

/** A name, and for whom it was done. */
export function useWho(): (done: Pick<Done, 'person' | 'onBehalfOf'>) => string {
  const text = useTextOf(measureTexts)
  return ({ person, onBehalfOf }) => (onBehalfOf ? text.forWhom(person.name, onBehalfOf.name) : person.name)
}
