import { type FormEvent, useId, useState } from 'react'
import { type Standard, standardNames, standards } from '../../core/finding/standards.ts'
import { call } from '../api.ts'
import { useLanguage, useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { TextArea } from '../parts/text-area.tsx'
import type { FindingRecord } from '../record/record-queries.ts'
import { useSubmit } from '../record/use-submit.ts'
import { findingTexts } from './texts.ts'

export type FindingAct = FindingRecord['life']['offers'][number]['act']

type FindingActDialogProps = { finding: FindingRecord; act: FindingAct; onClose: () => void; onDone?: () => void }

/** Signs a finding off with a basis for each standard, marks it as basically done, or opens it again. */
export function FindingActDialog({ finding, act, onClose, onDone }: FindingActDialogProps) {
  const text = useTextOf(findingTexts)
  const language = useLanguage()
  const { cancel } = useText().common
  const formId = useId()
  const [version] = useState(finding.life.version)
  const { busy, problem, setProblem, send } = useSubmit()
  const [reason, setReason] = useState('')
  const [bases, setBases] = useState(
    () =>
      Object.fromEntries(
        standards.map((one) => [one, finding.life.standards.find(({ standard }) => standard === one)?.basis ?? '']),
      ) as Record<Standard, string>,
  )
  const errorOf = (field: string) => (problem?.field === field ? problem.sentence : null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const empty = act === 'signOff' ? standards.find((one) => bases[one].trim() === '') : undefined
    if (empty)
      return setProblem({ field: empty, sentence: text.required(standardNames[empty][language]), conflict: false })
    if (act !== 'signOff' && reason.trim() === '')
      return setProblem({ field: 'reason', sentence: text.reasonRequired, conflict: false })
    const given = standards.flatMap((standard) =>
      act === 'signOff' ? [{ standard, basis: bases[standard].trim() }] : [],
    )
    const done = await send((submissionId) =>
      call('POST /api/findings/:id/acts', {
        params: { id: finding.id },
        body: {
          act,
          version,
          submissionId,
          ...(given.length > 0 ? { standards: given } : {}),
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        },
      }),
    )
    if (!done) return
    onClose()
    onDone?.()
  }
  const atField = problem?.field != null && (problem.field === 'reason' || problem.field in standardNames)
  return (
    <Dialog
      title={`${text.acts[act]} · ${finding.number}`}
      wide={act === 'signOff'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" form={formId} look="primary" busy={busy}>
            {text.acts[act]}
          </Button>
        </>
      }
    >
      <form id={formId} className="form" noValidate onSubmit={(event) => void submit(event)}>
        <p className="quiet">{text.actLead[act]}</p>
        {problem && !atField ? <FormProblem>{problem.sentence}</FormProblem> : null}
        {act === 'signOff'
          ? standards.map((standard) => (
              <TextArea
                key={standard}
                label={standardNames[standard][language]}
                hint={text.basisHint}
                rows={2}
                maxLength={1000}
                value={bases[standard]}
                error={errorOf(standard)}
                onChange={(event) => setBases({ ...bases, [standard]: event.target.value })}
              />
            ))
          : null}
        {act === 'signOff' ? null : (
          <TextArea
            label={text.reason}
            hint={text.reasonHint}
            value={reason}
            maxLength={2000}
            error={errorOf('reason')}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </form>
    </Dialog>
  )
}
