import { type FormEvent, useState } from 'react'
import { ApiError } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import type { AccountAct, AccountRow } from './account-row.ts'
import { adminTexts } from './admin-texts.ts'

type AccountActDialogProps = {
  act: AccountAct
  row: AccountRow
  onRun: (reason?: string) => Promise<void>
  onClose: () => void
}

/** Says what an act will take away before it is done; disabling asks for the reason. */
export function AccountActDialog({ act, row, onRun, onClose }: AccountActDialogProps) {
  const text = useTextOf(adminTexts)
  const shell = useText()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const asksReason = act === 'disable'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      await onRun(asksReason ? reason : undefined)
      onClose()
    } catch (refusal) {
      setProblem(refusal)
      setBusy(false)
    }
  }
  const inField = problem instanceof ApiError && problem.field === 'reason'
  const explain = act in text.explain ? text.explain[act as keyof typeof text.explain] : null
  return (
    <Dialog
      title={`${text.acts[act]} · ${row.person.name}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shell.common.cancel}</Button>
          <Button look="primary" type="submit" form="account-act" busy={busy}>
            {text.acts[act]}
          </Button>
        </>
      }
    >
      <form id="account-act" className="form" onSubmit={submit} noValidate>
        <p>{explain?.(row.person.name)}</p>
        {asksReason ? (
          <TextField
            label={text.reason}
            hint={text.reasonHint}
            autoFocus
            maxLength={200}
            value={reason}
            error={inField ? sentenceOf(problem) : null}
            onChange={(event) => setReason(event.target.value)}
          />
        ) : null}
        {problem !== null && !inField ? <FormProblem>{sentenceOf(problem)}</FormProblem> : null}
      </form>
    </Dialog>
  )
}
