import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { planChanged } from './plan-queries.ts'
import { texts } from './texts.ts'
import './plan.css'

type AddMeasureLineProps = {
  inspectionId: number
  findingId: number
  /** Once the plan is approved a reason is needed: then the full form is the place. */
  onFullForm: () => void
  autoFocus?: boolean
}

/** The id is made at Enter and kept, so that adding a line again cannot add it twice. */
type Line = { submissionId: string; words: string }

/**
 * A measure under a finding in one line: Enter adds it, and the line is free for the next at once. Lines are saved in the
 * order they were typed; one that was not saved stays below, to be added again.
 */
export function AddMeasureLine({ inspectionId, findingId, onFullForm, autoFocus = false }: AddMeasureLineProps) {
  const text = useTextOf(texts)
  const [words, setWords] = useState('')
  const [unsaved, setUnsaved] = useState<Line[]>([])
  const add = useMutation({
    scope: { id: `measures of finding ${findingId}` },
    mutationFn: (line: Line) =>
      call('POST /api/plan/measures', {
        body: { inspectionId, findingIds: [findingId], text: line.words, submissionId: line.submissionId },
      }),
    onSuccess: () => {
      planChanged()
      announce(text.made(text.records.measure))
    },
    onError: (problem, line) => {
      setUnsaved((lines) => [...lines, line])
      if ('code' in problem && problem.code === 'plan.reasonNeeded') onFullForm()
      else announce(sentenceOf(problem), { problem: true })
    },
  })
  const addAgain = (line: Line) => {
    setUnsaved((lines) => lines.filter((other) => other !== line))
    add.mutate(line)
  }
  return (
    <>
      <input
        className="text-input add-line no-print"
        // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked for it
        autoFocus={autoFocus}
        value={words}
        maxLength={8000}
        aria-label={text.addMeasure}
        placeholder={text.oneLineHint}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || words.trim() === '') return
          event.preventDefault()
          setWords('')
          add.mutate({ submissionId: submissionId(), words: words.trim() })
        }}
      />
      {unsaved.map((line) => (
        <p key={line.submissionId} className="add-unsaved no-print">
          {text.notAdded(line.words)}{' '}
          <Button look="quiet" onClick={() => addAgain(line)}>
            {text.addAgain}
          </Button>
        </p>
      ))}
    </>
  )
}
