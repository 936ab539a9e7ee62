import { type FormEvent, useId, useState } from 'react'
import { call } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { TextArea } from '../parts/text-area.tsx'
import type { MeasureRequest } from '../record/record-queries.ts'
import { useSubmit } from '../record/use-submit.ts'
import { measureTexts } from './texts.ts'

export type Decision = MeasureRequest['offers'][number]['decision']

type DecisionDialogProps = {
  request: MeasureRequest
  measure: { number: string; version: number }
  decision: Decision
  onClose: () => void
  onDone?: () => void
}

/** Decides a request; a refusal says why. */
export function DecisionDialog({ request, measure, decision, onClose, onDone }: DecisionDialogProps) {
  const text = useTextOf(measureTexts)
  const { cancel } = useText().common
  const formId = useId()
  const [version] = useState(measure.version)
  const { busy, problem, setProblem, send } = useSubmit()
  const [note, setNote] = useState('')
  const label = decision === 'refuse' ? text.noteRefuse : text.note
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (decision === 'refuse' && note.trim() === '')
      return setProblem({ field: 'note', sentence: text.required(label), conflict: false })
    const done = await send((submissionId) =>
      call('POST /api/requests/:id/decisions', {
        params: { id: request.id },
        body: { decision, version, submissionId, ...(note.trim() === '' ? {} : { note: note.trim() }) },
      }),
    )
    if (!done) return
    onClose()
    onDone?.()
  }
  return (
    <Dialog
      title={`${text.pending[request.kind]} · ${measure.number}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" form={formId} look="primary" busy={busy}>
            {text.decisions[decision]}
          </Button>
        </>
      }
    >
      <form id={formId} className="form" noValidate onSubmit={(event) => void submit(event)}>
        {problem && problem.field !== 'note' ? <FormProblem>{problem.sentence}</FormProblem> : null}
        <TextArea
          label={label}
          hint={decision === 'refuse' ? '' : text.remarkHint}
          value={note}
          maxLength={2000}
          error={problem?.field === 'note' ? problem.sentence : null}
          onChange={(event) => setNote(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
