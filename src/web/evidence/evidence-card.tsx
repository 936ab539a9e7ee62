import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { momentText } from '../parts/moment-text.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { addressOfFile, type Evidence, type EvidenceList, type EvidenceTarget } from './evidence-query.ts'
import { fileSize } from './file-size.ts'
import { evidenceTexts } from './texts.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

type EvidenceCardProps = {
  piece: Evidence
  all: readonly Evidence[]
  list: EvidenceList
  targets: readonly EvidenceTarget[]
  onOpen: () => void
}

/** One piece: what it is, what it shows, who brought it, what can be done with it. */
export function EvidenceCard({ piece, all, list, targets, onOpen }: EvidenceCardProps) {
  const text = useTextOf(evidenceTexts)
  const [dialog, setDialog] = useState<'change' | 'withdraw' | null>(null)
  const close = () => setDialog(null)
  const { name, kind, photo, withdrawn, uploadedBy, onBehalfOf, unit } = piece
  const target = targets.find(({ id }) => id === piece.targetId)
  const after = all.find(({ beforeId }) => beforeId === piece.id)
  const pair = after ?? all.find(({ id }) => id === piece.beforeId)
  const who = onBehalfOf ? text.forWhom(uploadedBy.name, onBehalfOf.name) : uploadedBy.name
  return (
    <li className={withdrawn ? 'evidence-card evidence-struck' : 'evidence-card'}>
      <button type="button" className="evidence-open" onClick={onOpen}>
        <span className="visually-hidden">{text.open(name)} </span>
        {kind === 'image' ? (
          <img src={addressOfFile(piece.id, { size: 'thumbnail' })} alt="" loading="lazy" />
        ) : (
          <span className="evidence-kind" aria-hidden="true">
            {name.split('.').at(-1)?.toUpperCase()}
          </span>
        )}
        {pair ? <span className="evidence-side">{after ? text.before : text.after}</span> : null}
      </button>
      <div className="evidence-words">
        <p className="evidence-name" title={name}>
          {withdrawn ? <s>{name}</s> : name} <span className="quiet small figure">{fileSize(piece.size)}</span>
        </p>
        {piece.caption ? <p>{piece.caption}</p> : null}
        <ul className="small quiet">
          {target ? (
            <li>
              {text.ofTarget} · {target.words}
            </li>
          ) : null}
          {pair ? <li>{text.pairOf(pair.name)}</li> : null}
          {photo?.takenAt ? (
            <li className="figure">
              {text.taken(photo.takenAt.slice(0, 16).replace('T', ' '))}
              {photo.camera ? ` · ${photo.camera}` : ''}
            </li>
          ) : null}
          {piece.olderThanFeedback && list.feedbackOn ? (
            <li className="evidence-question">{text.older(list.feedbackOn)}</li>
          ) : null}
          {photo?.latitude != null && photo.longitude != null ? (
            <li className="figure">{text.place(photo.latitude.toFixed(5), photo.longitude.toFixed(5))}</li>
          ) : null}
          <li>{text.uploaded(unit ? `${who} ${unit.name}` : who, momentText(piece.uploadedAt))}</li>
          {piece.alsoProves.length > 0 ? (
            <li>
              {text.also}{' '}
              {piece.alsoProves.map((other) => (
                <Link key={other.measureId} to="/measures/$id" params={{ id: String(other.measureId) }}>
                  {other.number}{' '}
                </Link>
              ))}
            </li>
          ) : null}
          {withdrawn ? (
            <li>{text.withdrawnBy(withdrawn.by.name, momentText(withdrawn.at), withdrawn.reason)}</li>
          ) : null}
        </ul>
        <p className="evidence-acts no-print">
          {kind === 'image' && list.pictures ? (
            <a href={addressOfFile(piece.id, { download: 'marked' })} download title={text.originalNote}>
              {text.marked}
            </a>
          ) : null}
          <a href={addressOfFile(piece.id, { download: 'original' })} download title={text.originalNote}>
            {text.original}
          </a>
          {withdrawn ? null : (
            <>
              <Button look="quiet" refusal={piece.edit.reason} onClick={() => setDialog('change')}>
                {text.edit}
              </Button>
              <Button look="quiet" refusal={piece.withdraw.reason} onClick={() => setDialog('withdraw')}>
                {text.withdraw}
              </Button>
            </>
          )}
        </p>
      </div>
      {dialog === 'change' ? <ChangeDialog piece={piece} all={all} targets={targets} onClose={close} /> : null}
      {dialog === 'withdraw' ? <WithdrawDialog piece={piece} onClose={close} /> : null}
    </li>
  )
}
