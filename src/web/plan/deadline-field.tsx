import { type Day, parseDay } from '../../core/deadline/day.ts'
import type { MeasureKind } from '../../core/measure/status.ts'
import { readDeadline } from '../../core/plan/deadline-phrase.ts'
import { useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { texts } from './texts.ts'

export type Deadline = { kind: MeasureKind | null; duePhrase: string | null; dueOn: Day | null }

type DeadlineFieldProps = Deadline & {
  feedbackOn: Day | null
  onChange: (change: Partial<Deadline>) => void
  /** The day moves by extension alone. */
  fixed?: boolean
  error?: string | null
}

/** The deadline as it is written; kind and day are read from it, and asked for where the words leave them open. */
export function DeadlineField({
  kind,
  duePhrase,
  dueOn,
  feedbackOn,
  onChange,
  fixed = false,
  error,
}: DeadlineFieldProps) {
  const text = useTextOf(texts)
  const { kinds } = useText()
  const read = duePhrase ? readDeadline(duePhrase, feedbackOn) : null
  const onPhrase = (phrase: string) => {
    const found = readDeadline(phrase, feedbackOn)
    onChange({ duePhrase: phrase || null, ...(found.kind && { kind: found.kind }), dueOn: found.dueOn })
  }
  const { question = null, proposal = null } = read ?? {}
  return (
    <fieldset className="deadline-field">
      <legend className="visually-hidden">{text.duePhrase}</legend>
      <TextField
        label={text.duePhrase}
        placeholder={text.duePhraseHint}
        value={duePhrase ?? ''}
        maxLength={200}
        disabled={fixed}
        title={fixed ? text.byExtension : undefined}
        onChange={(event) => onPhrase(event.target.value)}
      />
      <TextField
        label={text.dueOn}
        type="date"
        value={dueOn ?? ''}
        disabled={fixed}
        onChange={(event) => onChange({ dueOn: parseDay(event.target.value) })}
        error={error ?? null}
      />
      <label className="select-field">
        <span>{text.kind}</span>
        <select value={kind ?? ''} onChange={(event) => onChange({ kind: kindOf(event.target.value) })}>
          <option value="">{text.none}</option>
          {Object.entries(kinds).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {fixed ? (
        <p className="deadline-note quiet">{text.byExtension}</p>
      ) : question && dueOn === null ? (
        <p className="deadline-note deadline-question" role="status">
          {text.questions[question]}{' '}
          {proposal ? (
            <Button look="quiet" onClick={() => onChange({ dueOn: proposal })}>
              {text.takeProposal(proposal)}
            </Button>
          ) : null}
        </p>
      ) : null}
    </fieldset>
  )
}

const kinds: readonly MeasureKind[] = ['immediate', 'fixedTerm', 'ongoing', 'duringInspection']
const kindOf = (value: string): MeasureKind | null => kinds.find((kind) => kind === value) ?? null
