import { type FormEvent, useId, useState } from 'react'
import { call } from '../api.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useSubmit } from '../record/use-submit.ts'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { useBoot } from '../session/use-boot.ts'
import { type CheckResult, readChecksAgain } from './check-queries.ts'
import { checkTexts } from './texts.ts'

export type FlagAct = 'dismiss' | 'turn'
type FlagDialogProps = { flag: CheckResult; act: FlagAct; onClose: () => void }

/** Dismisses a flag with a reason, or makes a self-found finding of it. */
export function FlagDialog({ flag, act, onClose }: FlagDialogProps) {
  const text = useTextOf(checkTexts)
  const language = useLanguage()
  const form = useId()
  const { inspections } = useBoot()
  const chosen = useChosenInspection()
  const [reason, setReason] = useState('')
  const [heading, setHeading] = useState('')
  const [inspection, setInspection] = useState(chosen?.id ?? 0)
  const { busy, problem, send } = useSubmit()
  const params = { id: flag.id }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = await send<object>((submissionId) =>
      act === 'dismiss'
        ? call('POST /api/flags/:id/dismiss', { params, body: { reason, submissionId } })
        : call('POST /api/flags/:id/finding', { params, body: { inspectionId: inspection, heading, submissionId } }),
    )
    if (done === null) return
    await readChecksAgain()
    announce(act === 'dismiss' ? text.dismissed : text.turnedNow)
    onClose()
  }
  return (
    <Dialog
      title={act === 'dismiss' ? text.dismissTitle : text.turnTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" type="submit" form={form} busy={busy}>
            {act === 'dismiss' ? text.dismiss : text.turn}
          </Button>
        </>
      }
    >
      <form id={form} className="form" onSubmit={submit}>
        {problem === null ? null : <FormProblem>{problem.sentence}</FormProblem>}
        <p>
          <strong>{flag.check.name[language]}</strong> {flag.sentence[language]}
        </p>
        {act === 'dismiss' ? (
          <TextArea
            label={text.dismissWhy}
            hint={text.dismissHint}
            value={reason}
            rows={3}
            required
            minLength={4}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        ) : (
          <>
            <p className="quiet">{text.turnLead}</p>
            <TextField
              label={text.heading}
              hint={text.headingHint}
              value={heading}
              required
              minLength={4}
              maxLength={300}
              onChange={(event) => setHeading(event.target.value)}
            />
            {inspections.length > 1 ? (
              <label className="field">
                {text.inspection}
                <select value={inspection} onChange={(event) => setInspection(Number(event.target.value))}>
                  {inspections.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            ) : null}
          </>
        )}
      </form>
    </Dialog>
  )
}
