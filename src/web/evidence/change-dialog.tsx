import { type FormEvent, useId, useState } from 'react'
import { call } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { useSubmit } from '../record/use-submit.ts'
import type { Evidence, EvidenceTarget } from './evidence-query.ts'
import { evidenceTexts } from './texts.ts'

type ChangeDialogProps = {
  piece: Evidence
  all: readonly Evidence[]
  targets: readonly EvidenceTarget[]
  onClose: () => void
}

/** What a piece shows, which target it proves, and the photo of the state before. */
export function ChangeDialog({ piece, all, targets, onClose }: ChangeDialogProps) {
  const text = useTextOf(evidenceTexts)
  const common = useText().common
  const id = useId()
  const [caption, setCaption] = useState(piece.caption ?? '')
  const [targetId, setTargetId] = useState(piece.targetId)
  const [beforeId, setBeforeId] = useState(piece.beforeId)
  const { busy, problem, send } = useSubmit()
  const taken = new Set(all.flatMap((other) => (other.id === piece.id ? [] : (other.beforeId ?? []))))
  const isBefore = taken.has(piece.id)
  const photos = all.filter(
    (other) =>
      other.kind === 'image' &&
      other.id !== piece.id &&
      other.withdrawn === null &&
      other.beforeId === null &&
      !taken.has(other.id),
  )
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const body = { caption: caption.trim() === '' ? null : caption.trim(), targetId, beforeId }
    if (!(await send(() => call('PUT /api/evidence/:id', { params: { id: piece.id }, body })))) return
    announce(text.change.saved(piece.name))
    onClose()
  }
  const numberOf = (value: string): number | null => (value === '' ? null : Number(value))
  return (
    <Dialog
      title={text.change.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" form={id} look="primary" busy={busy}>
            {common.save}
          </Button>
        </>
      }
    >
      <form id={id} className="form" noValidate onSubmit={(event) => void save(event)}>
        {problem ? <FormProblem>{problem.sentence}</FormProblem> : null}
        <TextField
          label={text.change.caption}
          hint={text.change.captionHint}
          value={caption}
          maxLength={500}
          onChange={(event) => setCaption(event.target.value)}
        />
        {targets.length > 0 ? (
          <div className="field">
            <label htmlFor={`${id}-target`}>{text.change.target}</label>
            <select
              id={`${id}-target`}
              className="text-input"
              value={targetId ?? ''}
              onChange={(event) => setTargetId(numberOf(event.target.value))}
            >
              <option value="">{text.noTarget}</option>
              {targets.map((target) => (
                <option key={target.id} value={target.id}>
                  {target.words}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        {piece.kind === 'image' && !isBefore && photos.length > 0 ? (
          <div className="field">
            <label htmlFor={`${id}-before`}>{text.change.before}</label>
            <select
              id={`${id}-before`}
              className="text-input"
              aria-describedby={`${id}-before-hint`}
              value={beforeId ?? ''}
              onChange={(event) => setBeforeId(numberOf(event.target.value))}
            >
              <option value="">{text.change.unpaired}</option>
              {[...all.filter((other) => other.id === piece.beforeId), ...photos].map((other) => (
                <option key={other.id} value={other.id}>
                  {other.caption ?? other.name}
                </option>
              ))}
            </select>
            <p className="field-hint" id={`${id}-before-hint`}>
              {text.change.beforeHint}
            </p>
          </div>
        ) : null}
      </form>
    </Dialog>
  )
}
