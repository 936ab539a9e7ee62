import { type FormEvent, useId, useState } from 'react'
import { call } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useSubmit } from '../record/use-submit.ts'
import { leaderTexts } from './texts.ts'

type UrgeDialogProps = {
  measure: { id: number; number: string; leadUnit: { name: string } | null }
  onClose: () => void
}

/** Asks the unit to hurry. */
export function UrgeDialog({ measure, onClose }: UrgeDialogProps) {
  const text = useTextOf(leaderTexts)
  const { cancel } = useText().common
  const formId = useId()
  const { busy, problem, send } = useSubmit()
  const [words, setWords] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = await send((submissionId) =>
      call('POST /api/measures/:id/urge', {
        params: { id: measure.id },
        body: { submissionId, ...(words.trim() === '' ? {} : { words: words.trim() }) },
      }),
    )
    if (!done) return
    announce(text.urged(measure.number))
    onClose()
  }
  return (
    <Dialog
      title={text.urgeTitle(measure.number)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" form={formId} look="primary" busy={busy}>
            {text.urge}
          </Button>
        </>
      }
    >
      <form id={formId} className="form" onSubmit={(event) => void submit(event)}>
        {problem ? <FormProblem>{problem.sentence}</FormProblem> : null}
        {measure.leadUnit ? <p className="quiet">{text.urgeLead(measure.leadUnit.name)}</p> : null}
        <TextArea
          label={text.urgeWords}
          hint={text.urgeWordsHint}
          rows={3}
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
