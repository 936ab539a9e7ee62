import { type FormEvent, useId, useState } from 'react'
import type { DraftFinding } from '../../core/ledger/draft.ts'
import { statusBucket } from '../../core/notice/status.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { texts } from './texts.ts'

export type FindingFields = Record<'number' | 'heading' | 'aspect' | 'original' | 'status', string>
type FindingEditorProps = {
  finding: DraftFinding
  onSave: (changed: Partial<FindingFields>) => void
  onCancel: () => void
}

/** The fields of a finding, edited in its card. */
export function FindingEditor({ finding, onSave, onCancel }: FindingEditorProps) {
  const text = useTextOf(texts)
  const originalId = useId()
  const before: FindingFields = {
    number: finding.number,
    heading: finding.heading,
    aspect: finding.aspect ?? '',
    original: finding.original ?? '',
    status: finding.status?.text ?? '',
  }
  const [now, setNow] = useState(before)
  const [tried, setTried] = useState(false)
  const set = (field: keyof FindingFields) => (event: { target: { value: string } }) =>
    setNow({ ...now, [field]: event.target.value })
  const missing = (value: string) => (tried && value.trim() === '' ? text.mayNotBeEmpty : null)
  const unknown = now.status.trim() !== '' && statusBucket(now.status) === null
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (now.number.trim() === '' || now.heading.trim() === '' || unknown) return
    const fields = Object.keys(before) as (keyof FindingFields)[]
    const changed = fields.filter((field) => now[field].trim() !== before[field].trim())
    onSave(Object.fromEntries(changed.map((field) => [field, now[field]])))
  }
  return (
    <form
      className="finding-edit"
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onCancel()
      }}
    >
      <div className="finding-edit-head">
        <TextField label={text.number} value={now.number} error={missing(now.number)} onChange={set('number')} />
        <TextField
          autoFocus
          label={text.heading}
          value={now.heading}
          error={missing(now.heading)}
          onChange={set('heading')}
        />
      </div>
      <TextField label={text.aspect} value={now.aspect} onChange={set('aspect')} />
      <div className="field">
        <label htmlFor={originalId}>{text.original}</label>
        <textarea id={originalId} className="text-area" rows={3} value={now.original} onChange={set('original')} />
      </div>
      <TextField
        label={text.status}
        value={now.status}
        error={unknown ? text.statusUnknown : null}
        onChange={set('status')}
      />
      <p className="draft-record-edit-foot">
        <Button look="quiet" onClick={onCancel}>
          {text.cancel}
        </Button>
        <Button type="submit">{text.save}</Button>
      </p>
    </form>
  )
}
