import { type FormEvent, useState } from 'react'
import type { Day } from '../../core/deadline/day.ts'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { dayOfMoment } from '../parts/day-distance.ts'
import { FormProblem, TextField } from '../parts/field.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { peopleChanged } from './people-queries.ts'
import { PersonPicker } from './person-picker.tsx'
import { texts } from './texts.ts'
import { useAct } from './use-act.ts'

/**
 * Somebody stands in for a period.
 * @param principalId whose deputy it is; null: one's own
 */
export function DeputyForm({ principalId, onDone }: { principalId: number | null; onDone?: () => void }) {
  const text = useTextOf(texts).deputy
  const [deputy, setDeputy] = useState<{ id: number; name: string } | null>(null)
  const [fromOn, setFromOn] = useState<string>(dayOfMoment(new Date()))
  const [toOn, setToOn] = useState('')
  const [reason, setReason] = useState('')
  const [submission, setSubmission] = useState(submissionId)
  const { busy, at, beside, run } = useAct()
  const fields = ['deputyId', 'fromOn', 'toOn', 'reason']
  const name = (event: FormEvent) => {
    event.preventDefault()
    if (!deputy) return
    void run(async () => {
      const body = {
        deputyId: deputy.id,
        fromOn: fromOn as Day,
        toOn: toOn as Day,
        reason: reason.trim() || null,
        submissionId: submission,
      }
      if (principalId === null) await call('POST /api/me/deputies', { body })
      else await call('POST /api/people/:id/deputies', { params: { id: principalId }, body })
      await peopleChanged()
      announce(text.named(deputy.name, fromOn, toOn))
      setSubmission(submissionId())
      setDeputy(null)
      setToOn('')
      setReason('')
      onDone?.()
    })
  }
  return (
    <form className="form deputy-form" onSubmit={name}>
      <PersonPicker label={text.deputy} value={deputy} error={at('deputyId')} onChange={setDeputy} required />
      <div className="form-pair">
        <TextField
          label={text.from}
          type="date"
          value={fromOn}
          required
          error={at('fromOn')}
          onChange={(event) => setFromOn(event.target.value)}
        />
        <TextField
          label={text.to}
          type="date"
          value={toOn}
          required
          error={at('toOn')}
          onChange={(event) => setToOn(event.target.value)}
        />
      </div>
      <TextField
        label={text.reason}
        value={reason}
        maxLength={200}
        error={at('reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      {beside(...fields) ? <FormProblem>{beside(...fields)}</FormProblem> : null}
      <p>
        <Button look="primary" type="submit" busy={busy}>
          {text.name}
        </Button>
      </p>
    </form>
  )
}
