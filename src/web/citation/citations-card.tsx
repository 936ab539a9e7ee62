import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { CitationLine } from './citation-line.tsx'
import {
  type Citation,
  type Citations,
  type CitingKind,
  type CountingTarget,
  citationsQuery,
} from './citation-query.ts'
import { CiteField } from './cite-field.tsx'
import { CountDialog } from './count-dialog.tsx'
import { texts } from './texts.ts'
import './citation.css'

/** What a measure or finding cites: under each target what counts for it, and the rest. */
export function CitationsCard({ kind, id }: { kind: CitingKind; id: number }) {
  const text = useTextOf(texts)
  const { data, isPending, refetch } = useQuery(citationsQuery(kind, id))
  return (
    <section className="card record-card" id="citations" aria-label={text.title}>
      <h2>
        {text.title} <span className="small quiet record-aside">{text.aside}</span>
      </h2>
      {data ? (
        <Cited data={data} record={{ kind, id }} />
      ) : isPending ? (
        <Skeleton />
      ) : (
        <p>
          {text.failed}{' '}
          <Button look="quiet" onClick={() => void refetch()}>
            {text.retry}
          </Button>
        </p>
      )}
    </section>
  )
}

function Cited({ data, record }: { data: Citations; record: { kind: CitingKind; id: number } }) {
  const text = useTextOf(texts)
  const { cite, cycle, targets } = data
  const present = data.citations.filter((one) => one.cycle === cycle)
  const earlier = data.citations.filter((one) => one.cycle !== cycle)
  const rest = present.filter(({ targetId }) => !targets.some((target) => target.id === targetId))
  const without = new Set(present.map(({ entry }) => entry.id))
  const lines = (citations: readonly Citation[], unit: string | null, frozen = false) => (
    <ul className="citations">
      {citations.map((citation) => (
        <CitationLine
          key={citation.citationId}
          citation={citation}
          record={record}
          unit={unit}
          {...(frozen ? { frozen } : {})}
        />
      ))}
    </ul>
  )
  const field = (target: CountingTarget | null) =>
    cite.allowed ? <CiteField record={record} target={target} without={without} /> : null
  return (
    <>
      {targets
        .filter(({ quantity, id }) => quantity !== null || present.some(({ targetId }) => targetId === id))
        .map((target) => {
          const own = present.filter(({ targetId }) => targetId === target.id)
          return (
            <section key={target.id} className="cited-target" aria-label={text.forTarget(target.words)}>
              <TargetHead target={target} may={cite} />
              {own.length > 0 ? lines(own, target.unit) : null}
              {target.counts || own.length > 0 ? field(target) : null}
            </section>
          )
        })}
      {rest.length > 0 && targets.length > 0 ? <h3>{text.alsoProves}</h3> : null}
      {lines(rest, null)}
      {present.length === 0 ? <p className="quiet">{text.none}</p> : null}
      {field(null)}
      {!cite.allowed && cite.reason ? <p className="quiet small no-print">{cite.reason}</p> : null}
      {earlier.length > 0 ? (
        <details>
          <summary>{text.earlier(earlier.length)}</summary>
          {lines(earlier, null, true)}
        </details>
      ) : null}
    </>
  )
}

function TargetHead({ target, may }: { target: CountingTarget; may: Citations['cite'] }) {
  const text = useTextOf(texts)
  const [choosing, setChoosing] = useState(false)
  const { words, quantity, unit, reached, counts } = target
  return (
    <header className="cited-target-head">
      <h3>{text.forTarget(words)}</h3>
      {counts ? (
        <p>
          <strong className="figure">{text.reached(reached ?? 0, quantity, unit)}</strong>{' '}
          <span className="small quiet">{text.computed}</span>
        </p>
      ) : (
        <p className="small quiet">{text.notCounted}</p>
      )}
      <Button
        look="quiet"
        className="no-print"
        refusal={may.allowed ? null : may.reason}
        onClick={() => setChoosing(true)}
      >
        {text.count}
      </Button>
      {choosing ? <CountDialog target={target} onClose={() => setChoosing(false)} /> : null}
    </header>
  )
}
