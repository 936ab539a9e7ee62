import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { planChanged } from './plan-queries.ts'
import { texts } from './texts.ts'

type AddMeasureLineProps = {
  inspectionId: number
  findingId: number
  /** Once the plan is approved a reason is needed: then the full form is the place. */
  onFullForm: () => void
  autoFocus?: boolean
}

/** A measure under a finding in one line: Enter adds it, and the line is free for the next. */
export function AddMeasureLine({ inspectionId, findingId, onFullForm, autoFocus = false }: AddMeasureLineProps) {
  const text = useTextOf(texts)
  const [words, setWords] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const add = useMutation({
    mutationFn: (measure: string) =>
      call('POST /api/plan/measures', {
        body: { inspectionId, findingIds: [findingId], text: measure, submissionId: submissionId() },
      }),
    onSuccess: () => {
      setWords('')
      planChanged()
      announce(text.made(text.records.measure))
      input.current?.focus()
    },
    onError: (problem) => {
      if ('code' in problem && problem.code === 'plan.reasonNeeded') onFullForm()
      else announce(sentenceOf(problem), { problem: true })
    },
  })
  return (
    <input
      ref={input}
      className="text-input add-line no-print"
      // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked for it
      autoFocus={autoFocus}
      value={words}
      maxLength={8000}
      aria-label={text.addMeasure}
      placeholder={text.oneLineHint}
      readOnly={add.isPending}
      onChange={(event) => setWords(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || words.trim() === '') return
        event.preventDefault()
        add.mutate(words.trim())
      }}
    />
  )
}
