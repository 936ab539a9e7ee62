import { useTextOf } from '../language/language.ts'
import type { MeasureRecord } from '../record/record-queries.ts'
import { measureTexts } from './texts.ts'

type Target = MeasureRecord['life']['targets'][number]

/** What a measure is to reach and how far it is; a bar only where something is counted. */
export function TargetList({ targets }: { targets: readonly Target[] }) {
  const text = useTextOf(measureTexts)
  return (
    <section className="card record-card" id="targets">
      <h2>
        {text.targets} <span className="small quiet record-aside">{text.targetsAside}</span>
      </h2>
      {targets.length === 0 ? <p className="quiet">{text.noTargets}</p> : null}
      <ul className="target-list">
        {targets.map((target) => (
          <li key={target.id}>
            <div className="target-words">
              <p>{target.words}</p>
              <p className="small quiet">
                {text.pieces(target.evidence)}
                {target.expectedProof ? ` · ${text.proof(target.expectedProof)}` : ''}
              </p>
            </div>
            {target.quantity === null ? null : <Reached {...target} quantity={target.quantity} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

type ReachedProps = Pick<Target, 'reached' | 'unit'> & { quantity: number }

function Reached({ reached, quantity, unit }: ReachedProps) {
  const text = useTextOf(measureTexts)
  const done = reached ?? 0
  const part = quantity === 0 ? 1 : Math.min(done / quantity, 1)
  return (
    <div className="target-reached figure">
      <span className="target-figure">
        <strong>{done}</strong>
        <span className="small quiet">
          {' / '}
          {quantity} {unit}
        </span>
      </span>
      <span className="target-bar" aria-hidden="true">
        <span style={{ width: `${part * 100}%` }} />
      </span>
      <span className="target-left">
        {done >= quantity ? text.reachedAll : text.short(`${rounded(quantity - done)} ${unit ?? ''}`.trim())}
      </span>
    </div>
  )
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
