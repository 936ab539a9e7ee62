import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { texts } from './texts.ts'

type RecordEditorProps = { label: string; value: string; onSave: (value: string) => void; onCancel: () => void }

/** The text of a measure or cause, edited in its place. */
export function RecordEditor({ label, value, onSave, onCancel }: RecordEditorProps) {
  const text = useTextOf(texts)
  const [now, setNow] = useState(value)
  const [problem, setProblem] = useState<string | null>(null)
  const field = useEndFocus()
  const save = () => (now.trim() === '' ? setProblem(text.mayNotBeEmpty) : onSave(now))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      save()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      onCancel()
    }
  }
  return (
    <li className="draft-record-edit">
      <textarea
        ref={field}
        className="text-area"
        aria-label={label}
        aria-invalid={problem !== null}
        rows={Math.min(10, Math.ceil(now.length / 32) + 1)}
        value={now}
        onChange={(event) => setNow(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {problem ? <p className="field-error">{problem}</p> : null}
      <p className="draft-record-edit-foot">
        <span className="small faint">{text.editHint}</span>
        <Button look="quiet" onClick={onCancel}>
          {text.cancel}
        </Button>
        <Button onClick={save}>{text.save}</Button>
      </p>
    </li>
  )
}

type SplitEditorProps = { label: string; value: string; onSplit: (at: number) => void; onCancel: () => void }

/** The text of a measure with a cursor to cut it at; the text itself cannot be changed here. */
export function SplitEditor({ label, value, onSplit, onCancel }: SplitEditorProps) {
  const text = useTextOf(texts)
  const field = useRef<HTMLTextAreaElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    const element = field.current
    const at = likelyCut(value)
    element?.focus()
    element?.setSelectionRange(at, at)
  }, [value])
  const split = () => {
    const at = field.current?.selectionStart ?? 0
    if (value.slice(0, at).trim() === '' || value.slice(at).trim() === '') setProblem(text.splitEdge)
    else onSplit(at)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Enter') split()
    else onCancel()
  }
  return (
    <li className="draft-record-edit">
      {/* Not readOnly: a read-only field shows no cursor. What is typed is not taken. */}
      <textarea
        ref={field}
        className="text-area"
        aria-label={label}
        rows={Math.min(10, Math.ceil(value.length / 32) + 1)}
        value={value}
        onChange={() => {}}
        onKeyDown={onKeyDown}
      />
      {problem ? <p className="field-error">{problem}</p> : null}
      <p className="draft-record-edit-foot">
        <span className="small faint">{text.splitHint}</span>
        <Button look="quiet" onClick={onCancel}>
          {text.cancel}
        </Button>
        <Button onClick={split}>{text.splitHere}</Button>
      </p>
    </li>
  )
}

/** Behind the first sentence, or else the first clause: where two acts in one measure usually part. */
function likelyCut(value: string): number {
  const body = value.trimEnd()
  for (const stop of [/[。；;]/, /[，,]/]) {
    const at = body.slice(0, -1).search(stop)
    if (at !== -1) return at + 1
  }
  return Math.floor(body.length / 2)
}

function useEndFocus() {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const element = field.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])
  return field
}
