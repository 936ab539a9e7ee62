import { type FormEvent, useId, useState } from 'react'
import type { RequestKind } from '../../core/measure/acts.ts'
import { type Ask, call } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { TextArea } from '../parts/text-area.tsx'
import type { MeasureRecord } from '../record/record-queries.ts'
import { useSubmit } from '../record/use-submit.ts'
import { ConflictBar } from './conflict-bar.tsx'
import { measureTexts } from './texts.ts'
import { useConflict } from './use-conflict.ts'

type Body = Ask<'POST /api/measures/:id/requests'>['body']
type Name = 'day' | 'reason' | 'progress' | 'basis'

const fields: Record<RequestKind, readonly Name[]> = {
  extend: ['day', 'reason', 'progress'],
  settle: ['day', 'reason'],
  withdraw: ['reason', 'basis'],
}

type RequestDialogProps = { measure: MeasureRecord; kind: RequestKind; onClose: () => void }

/** Asks for a later date, for the move to long-term, or says that a finding does not hold. */
export function RequestDialog({ measure, kind, onClose }: RequestDialogProps) {
  const text = useTextOf(measureTexts)
  const { cancel } = useText().common
  const formId = useId()
  const { version, conflict } = useConflict(measure)
  const { busy, problem, setProblem, send } = useSubmit()
  const [values, setValues] = useState<Record<Name, string>>({ day: '', reason: '', progress: '', basis: '' })
  const offer = measure.life.requestOffers.find((each) => each.kind === kind)
  const gone = offer?.allowed === false ? offer.reason : null
  const names: Record<Name, string> = {
    day: text.day[kind],
    reason: text.reason,
    progress: text.progress,
    basis: text.basis,
  }
  const hints: Record<Name, string> = {
    day: '',
    reason: '',
    progress: text.progressHint,
    basis: text.basisHint,
  }
  const set = (name: Name, value: string) => {
    setValues({ ...values, [name]: value })
    if (problem?.field === name) setProblem(null)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const empty = fields[kind].find((name) => values[name].trim() === '')
    if (empty) return setProblem({ field: empty, sentence: text.required(names[empty]), conflict: false })
    const given = Object.fromEntries(fields[kind].map((name) => [name, values[name].trim()]))
    const done = await send((submissionId) =>
      call('POST /api/measures/:id/requests', {
        params: { id: measure.id },
        body: { kind, version, submissionId, ...given } as Body,
      }),
    )
    if (done) onClose()
  }
  const atField = problem?.field != null && (fields[kind] as readonly string[]).includes(problem.field)
  return (
    <Dialog
      title={`${text.requests[kind]} · ${measure.number}`}
      onClose={onClose}
      wide={conflict !== null}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button
            type="submit"
            form={formId}
            look="primary"
            busy={busy}
            refusal={conflict ? (gone ?? text.conflictHint) : null}
          >
            {text.requests[kind]}
          </Button>
        </>
      }
    >
      <form id={formId} className="form" noValidate onSubmit={(event) => void submit(event)}>
        <p className="quiet">{text.requestLead[kind]}</p>
        {conflict ? (
          <ConflictBar
            conflict={conflict}
            gone={gone}
            mine={fields[kind].map((name) => [names[name], values[name]] as const)}
          />
        ) : null}
        {problem && !atField ? <FormProblem>{problem.sentence}</FormProblem> : null}
        {fields[kind].map((name) =>
          name === 'day' ? (
            <TextField
              key={name}
              type="date"
              label={names[name]}
              hint={kind === 'extend' && measure.dueOn ? text.originalDue(measure.originalDueOn ?? measure.dueOn) : ''}
              value={values[name]}
              error={problem?.field === name ? problem.sentence : null}
              onChange={(event) => set(name, event.target.value)}
            />
          ) : (
            <TextArea
              key={name}
              label={names[name]}
              hint={hints[name]}
              value={values[name]}
              maxLength={2000}
              error={problem?.field === name ? problem.sentence : null}
              onChange={(event) => set(name, event.target.value)}
            />
          ),
        )}
      </form>
    </Dialog>
  )
}
