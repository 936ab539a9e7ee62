import { type FormEvent, useId, useState } from 'react'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { useSubmit } from '../record/use-submit.ts'
import type { CountingTarget } from './citation-query.ts'
import { CountField } from './count-field.tsx'
import { texts } from './texts.ts'

/** Chooses what a target counts; what its words say is chosen already. */
export function CountDialog({ target, onClose }: { target: CountingTarget; onClose: () => void }) {
  const text = useTextOf(texts)
  const form = useId()
  const [counts, setCounts] = useState(target.counts ?? target.proposed)
  const { busy, problem, send } = useSubmit()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const set = await send((submissionId) =>
      call('PUT /api/targets/:id/counts', { params: { id: target.id }, body: { counts, submissionId } }),
    )
    if (!set) return
    announce(counts === null ? text.countCleared(target.words) : text.countSet(target.words))
    onClose()
  }
  return (
    <Dialog
      title={text.countTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" form={form} look="primary" busy={busy}>
            {text.saveCount}
          </Button>
        </>
      }
    >
      <form id={form} className="form" noValidate onSubmit={(event) => void submit(event)}>
        <p>
          {text.forTarget(target.words)}{' '}
          <span className="figure">
            {target.quantity} {target.unit}
          </span>
        </p>
        <CountField words={target.words} unit={target.unit} value={counts} onChange={setCounts} />
        <p className="field-hint">{text.countNote}</p>
        {problem ? <FormProblem>{problem.sentence}</FormProblem> : null}
      </form>
    </Dialog>
  )
}
