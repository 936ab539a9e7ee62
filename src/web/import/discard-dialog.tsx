import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Answer, call } from '../api.ts'
import { queryClient } from '../boot.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { texts } from './texts.ts'
import './dialogs.css'

type DiscardDialogProps = { imported: Answer<'GET /api/imports/:id'>; edits: number; onClose: () => void }

/** Asks before a draft is thrown away, because that cannot be undone, and says what goes with it. */
export function DiscardDialog({ imported, edits, onClose }: DiscardDialogProps) {
  const text = useTextOf(texts)
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const discard = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await call('DELETE /api/imports/:id', { params: { id: imported.id } })
      queryClient.removeQueries({ queryKey: ['imports'] })
      await navigate({ to: '/imports' })
      queryClient.removeQueries({ queryKey: ['import', imported.id] })
      announce(text.discarded(imported.sourceName))
    } catch (refusal) {
      setBusy(false)
      setProblem(sentenceOf(refusal))
    }
  }
  return (
    <Dialog
      title={text.discardTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" busy={busy} onClick={() => void discard()}>
            {text.discard}
          </Button>
        </>
      }
    >
      <ul className="discard-list">
        <li>{text.discardSource(imported.sourceName, imported.lines.length)}</li>
        {edits > 0 ? <li>{text.discardEdits(edits)}</li> : null}
      </ul>
      <p className="quiet">{text.discardNote}</p>
      {problem ? <FormProblem>{problem}</FormProblem> : null}
    </Dialog>
  )
}
