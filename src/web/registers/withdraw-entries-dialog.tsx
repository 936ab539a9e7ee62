import { type FormEvent, useId, useState } from 'react'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useSubmit } from '../record/use-submit.ts'
import type { EntryRow } from './register-queries.ts'
import { texts } from './texts.ts'

type WithdrawEntriesDialogProps = {
  entries: readonly Pick<EntryRow, 'id' | 'title' | 'version' | 'citations'>[]
  onDone: () => void
  onClose: () => void
}

/** Strikes entries out, with the reason. They stay, and can be brought back. */
export function WithdrawEntriesDialog({ entries, onDone, onClose }: WithdrawEntriesDialogProps) {
  const text = useTextOf(texts)
  const id = useId()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [done, setDone] = useState<readonly number[]>([])
  const { busy, problem, send } = useSubmit()
  const cited = entries.filter(({ citations }) => citations > 0).length
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setMissing(reason.trim().length < 2)
    if (reason.trim().length < 2) return
    // One after the other: what is struck out stays so when a later one is refused.
    for (const entry of entries) {
      if (done.includes(entry.id)) continue
      const struck = await send((submissionId) =>
        call('POST /api/entries/:id/withdraw', {
          params: { id: entry.id },
          body: { reason: reason.trim(), version: entry.version, submissionId },
        }),
      )
      if (!struck) return
      setDone((now) => [...now, entry.id])
    }
    announce(entries.length === 1 ? text.withdrawn(entries[0]?.title ?? '') : text.withdrawnMany(entries.length))
    onDone()
  }
  return (
    <Dialog
      title={entries.length === 1 ? text.withdrawTitle(entries[0]?.title ?? '') : text.withdrawMany(entries.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" form={id} look="primary" busy={busy}>
            {text.withdraw}
          </Button>
        </>
      }
    >
      <form id={id} className="form" noValidate onSubmit={(event) => void submit(event)}>
        <p className="quiet">{cited > 0 ? text.withdrawCited(cited) : text.withdrawUncited}</p>
        {problem ? (
          <FormProblem>
            {done.length > 0 ? text.partWithdrawn(done.length, entries.length) : ''}
            {problem.sentence}
          </FormProblem>
        ) : null}
        <TextArea
          label={text.withdrawReason}
          error={missing ? text.withdrawReasonMissing : null}
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
