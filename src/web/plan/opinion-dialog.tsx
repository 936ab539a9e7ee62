import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { parseDay } from '../../core/deadline/day.ts'
import { type Opinion, opinions } from '../../core/plan/review.ts'
import { ApiError, call } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { today } from '../parts/day-distance.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { TextArea } from '../parts/text-area.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { planChanged, type Round } from './plan-queries.ts'
import { texts } from './texts.ts'

/** Fields at which a problem is shown. */
const named = ['words', 'givenOn', 'paper']

/** What a body says to the plan: given by its own person, or entered by the office from paper. */
export function OpinionDialog({ round, body, onClose }: { round: Round; body: string; onClose: () => void }) {
  const text = useTextOf(texts)
  const common = useText().common
  const [fields, setFields] = useState({ opinion: 'agree' as Opinion, words: '', givenOn: today(), paper: '' })
  const [submission, setSubmission] = useState(submissionId)
  const set = (change: Partial<typeof fields>) => {
    setFields({ ...fields, ...change })
    setSubmission(submissionId())
  }
  const send = useMutation({
    mutationFn: () => {
      const { opinion, words, givenOn, paper } = fields
      const day = parseDay(givenOn)
      if (day === null) throw new ApiError(422, { code: 'day', message: text.questions.unclear, field: 'givenOn' })
      return call('POST /api/plan/rounds/:id/opinions', {
        params: { id: round.id },
        body: {
          body,
          opinion,
          givenOn: day,
          words: words || undefined,
          paper: paper || undefined,
          submissionId: submission,
        },
      })
    },
    onSuccess: () => {
      planChanged()
      announce(text.opinionGiven(body))
      onClose()
    },
  })
  const field = send.error instanceof ApiError ? send.error.field : null
  const errorOf = (name: string): string | null => (send.error && field === name ? send.error.message : null)
  return (
    <Dialog
      title={`${body}：${text.giveOpinion}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" busy={send.isPending} onClick={() => send.mutate()}>
            {text.giveOpinion}
          </Button>
        </>
      }
    >
      <div className="form edit-form">
        <fieldset className="opinion-choice">
          <legend>{text.opinion}</legend>
          {opinions.map((opinion) => (
            <label key={opinion} className="check-field">
              <input
                type="radio"
                name="opinion"
                checked={fields.opinion === opinion}
                onChange={() => set({ opinion })}
              />
              {text.opinions[opinion]}
            </label>
          ))}
        </fieldset>
        <TextArea
          label={text.opinionWords}
          rows={4}
          value={fields.words}
          maxLength={4000}
          onChange={(event) => set({ words: event.target.value })}
          error={errorOf('words')}
        />
        <TextField
          label={text.givenOn}
          type="date"
          value={fields.givenOn}
          max={today()}
          onChange={(event) => set({ givenOn: event.target.value })}
          error={errorOf('givenOn')}
        />
        <TextField
          label={text.paper}
          hint={text.paperHint}
          value={fields.paper}
          maxLength={200}
          onChange={(event) => set({ paper: event.target.value })}
          error={errorOf('paper')}
        />
        {send.error && !named.includes(field ?? '') ? <FormProblem>{sentenceOf(send.error)}</FormProblem> : null}
      </div>
    </Dialog>
  )
}
