import { type FormEvent, useState } from 'react'
import type { Day } from '../../core/deadline/day.ts'
import { call } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { dayOfMoment } from '../parts/day-distance.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { peopleChanged } from './people-queries.ts'
import { texts } from './texts.ts'
import { useAct } from './use-act.ts'

/** The last day of a role. What was done in it stays. */
export function EndRoleDialog({ id, role, onClose }: { id: number; role: string; onClose: () => void }) {
  const text = useTextOf(texts).person
  const { common } = useText()
  const [lastDay, setLastDay] = useState<string>(dayOfMoment(new Date()))
  const [reason, setReason] = useState('')
  const { busy, at, beside, run } = useAct()
  const end = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      await call('POST /api/roles/:id/end', {
        params: { id },
        body: { lastDay: lastDay as Day, reason: reason.trim() || null },
      })
      await peopleChanged()
      announce(text.ended(role))
      onClose()
    })
  }
  return (
    <Dialog
      title={text.endTitle(role)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" type="submit" form="end-form" busy={busy}>
            {text.endTitle(role)}
          </Button>
        </>
      }
    >
      <form id="end-form" className="form" onSubmit={end}>
        <TextField
          label={text.lastDay}
          hint={text.endNow}
          type="date"
          value={lastDay}
          required
          error={at('lastDay')}
          onChange={(event) => setLastDay(event.target.value)}
        />
        <TextField
          label={text.reason}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
        />
        {beside('lastDay') ? <FormProblem>{beside('lastDay')}</FormProblem> : null}
      </form>
    </Dialog>
  )
}
