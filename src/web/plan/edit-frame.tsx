import { type ReactNode, useState } from 'react'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { texts } from './texts.ts'
import './plan.css'

type EditFrameProps = {
  title: string
  onClose: () => void
  form: {
    save: { mutate: () => void; isPending: boolean }
    isChanged: boolean
    changed: object
    problem: Error | null
    isStale: boolean
    reread: (keep: 'theirs' | 'mine') => Promise<void>
  }
  saveLabel: string
  editOffer: { allowed: boolean; reason: string | null }
  removeOffer?: { allowed: boolean; reason: string | null } | null
  onRemove?: () => Promise<unknown>
  children: ReactNode
}

/** The dialog around a record's fields: save, remove, what is wrong, and what to do when somebody else changed it. */
export function EditFrame({
  title,
  onClose,
  form,
  saveLabel,
  editOffer,
  removeOffer,
  onRemove,
  children,
}: EditFrameProps) {
  const text = useTextOf(texts)
  const common = useText().common
  const [removing, setRemoving] = useState(false)
  const names = Object.keys(form.changed).map((name) => text.fields[name] ?? name)
  const remove = async () => {
    setRemoving(true)
    try {
      await onRemove?.()
    } catch (problem) {
      announce(sentenceOf(problem), { problem: true })
      setRemoving(false)
    }
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      wide
      actions={
        <>
          {removeOffer ? (
            <Button
              className="edit-remove"
              look="quiet"
              busy={removing}
              refusal={removeOffer.reason}
              onClick={() => void remove()}
            >
              {text.remove}
            </Button>
          ) : null}
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button
            look="primary"
            busy={form.save.isPending}
            refusal={editOffer.reason ?? (form.isChanged ? null : text.nothingChanged)}
            onClick={() => form.save.mutate()}
          >
            {saveLabel}
          </Button>
        </>
      }
    >
      <div className="form edit-form">
        {children}
        {form.problem ? <FormProblem>{sentenceOf(form.problem)}</FormProblem> : null}
        {form.isStale ? (
          <div className="edit-stale">
            <span>{text.staleMine(names.join('、'))}</span>
            <Button onClick={() => void form.reread('theirs')}>{text.stale}</Button>
            <Button onClick={() => void form.reread('mine')}>{text.keepMine}</Button>
          </div>
        ) : null}
      </div>
    </Dialog>
  )
}
