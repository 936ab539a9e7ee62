import { type FormEvent, useState } from 'react'
import { parseDay } from '../../core/deadline/day.ts'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import type { Paper } from './paper-queries.ts'
import { texts } from './texts.ts'

/** A draft is changed before it goes out. */
export function PaperEditor({ paper, onEnd }: { paper: Paper; onEnd: () => void }) {
  const text = useTextOf(texts)
  const [title, setTitle] = useState(paper.title)
  const [body, setBody] = useState(paper.body)
  const [lastDay, setLastDay] = useState<string>(paper.lastDay ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const fields = { title, body, lastDay: parseDay(lastDay), version: paper.version, submissionId: submissionId() }
      await call('PUT /api/papers/:id', { params: { id: paper.id }, body: fields })
      announce(text.saved)
      onEnd()
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <form className="paper-sheet no-print" onSubmit={save}>
      <TextField
        label={text.fieldTitle}
        value={title}
        maxLength={120}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="field">
        <label htmlFor="paper-body">{text.fieldBody}</label>
        <textarea
          id="paper-body"
          className="text-input paper-textarea"
          rows={10}
          maxLength={8000}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </div>
      {paper.kind === 'warning' ? (
        <TextField
          label={text.lastDay}
          type="date"
          max="9999-12-31"
          value={lastDay}
          onChange={(event) => setLastDay(event.target.value)}
        />
      ) : null}
      {problem === null ? null : <FormProblem>{problem}</FormProblem>}
      <p className="paper-acts">
        <Button onClick={onEnd}>{text.cancel}</Button>
        <Button look="primary" type="submit">
          {text.save}
        </Button>
      </p>
    </form>
  )
}
