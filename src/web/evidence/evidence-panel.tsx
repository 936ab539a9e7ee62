import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { EvidenceDrop } from './evidence-drop.tsx'
import { type Evidence, type EvidenceTarget, evidenceQuery } from './evidence-query.ts'
import { EvidenceViewer } from './evidence-viewer.tsx'
import { evidenceTexts } from './texts.ts'
import './evidence.css'

type EvidencePanelProps = {
  measureId: number
  targets: readonly EvidenceTarget[]
  /** False: nothing is added here, whatever the reader may do. */
  canAttach?: boolean
}

/** All evidence of a measure: to look at, add to, explain, pair and strike out. */
export function EvidencePanel({ measureId, targets, canAttach = true }: EvidencePanelProps) {
  const text = useTextOf(evidenceTexts)
  const { retry } = useText().common
  const [openId, setOpenId] = useState<number | null>(null)
  const { data, isPending, refetch } = useQuery(evidenceQuery(measureId))
  if (isPending) return <Skeleton />
  if (!data)
    return (
      <p>
        {text.failed}{' '}
        <Button look="quiet" onClick={() => void refetch()}>
          {retry}
        </Button>
      </p>
    )
  const { evidence, cycle, attach } = data
  const present = evidence.filter((piece) => piece.cycle === cycle)
  const earlier = evidence.filter((piece) => piece.cycle !== cycle)
  const standing = present.filter(({ withdrawn }) => withdrawn === null)
  const cards = (pieces: readonly Evidence[]) => (
    <ul className="evidence-cards">
      {pieces.map((piece) => (
        <EvidenceCard
          key={piece.id}
          piece={piece}
          all={pieces}
          list={data}
          targets={targets}
          onOpen={() => setOpenId(piece.id)}
        />
      ))}
    </ul>
  )
  return (
    <div className="evidence">
      {canAttach && attach.allowed ? <EvidenceDrop measureId={measureId} /> : null}
      {canAttach && !attach.allowed && attach.reason ? <p className="quiet small no-print">{attach.reason}</p> : null}
      {standing.length === 0 ? <p className="quiet">{attach.allowed ? text.none : text.noneReader}</p> : null}
      {present.length > 0 ? <h3 className="figure">{text.title(standing.length)}</h3> : null}
      {cards(ordered(present, targets))}
      {earlier.length > 0 ? (
        <details>
          <summary>{text.earlier(earlier.length)}</summary>
          {cards(earlier)}
        </details>
      ) : null}
      {openId === null ? null : (
        <EvidenceViewer
          pieces={[...ordered(present, targets), ...earlier]}
          current={openId}
          list={data}
          onCurrent={setOpenId}
          onClose={() => setOpenId(null)}
        />
      )}
    </div>
  )
}

/** By target, as the targets stand; each photo before stands just ahead of its photo after; struck out ones come last. */
function ordered(pieces: readonly Evidence[], targets: readonly EvidenceTarget[]): Evidence[] {
  const place = new Map(targets.map(({ id }, index) => [id, index]))
  const rank = (piece: Evidence): number =>
    piece.withdrawn === null ? (piece.targetId === null ? targets.length : (place.get(piece.targetId) ?? 0)) : 9e6
  const befores = new Set(pieces.flatMap(({ beforeId }) => beforeId ?? []))
  return pieces
    .filter(({ id }) => !befores.has(id))
    .sort((one, two) => rank(one) - rank(two) || one.id - two.id)
    .flatMap((piece) => [...pieces.filter(({ id }) => id === piece.beforeId), piece])
}
