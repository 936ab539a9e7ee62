import { type FormEvent, useId, useState } from 'react'
import { call } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useSubmit } from '../record/use-submit.ts'
import type { Evidence } from './evidence-query.ts'
import { evidenceTexts } from './texts.ts'

/** Strikes a piece out, with the reason. */
export function WithdrawDialog({ piece, onClose }: { piece: Evidence; onClose: () => void }) {
  const text = useTextOf(evidenceTexts)
  const { cancel } = useText().common
  const id = useId()
  const [reason, setReason] = useState('')
  const { busy, problem, setProblem, send } = useSubmit()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim().length < 2)
      return setProblem({ field: 'reason', sentence: text.withdrawal.required, conflict: false })
    const done = await send((submissionId) =>
      call('POST /api/evidence/:id/withdraw', {
        params: { id: piece.id },
        body: { reason: reason.trim(), submissionId },
      }),
    )
    if (!done) return
    announce(text.withdrawal.done(piece.name))
    onClose()
  }
  return (
    <Dialog
      title={text.withdrawal.title(piece.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" form={id} look="primary" busy={busy}>
            {text.withdraw}
          </Button>
        </>
      }
    >
      <form id={id} className="form" noValidate onSubmit={(event) => void submit(event)}>
        <TextArea
          label={text.withdrawal.reason}
          hint={text.withdrawal.hint}
          error={problem?.sentence ?? null}
          className="text-area"
          value={reason}
          maxLength={500}
          rows={3}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
