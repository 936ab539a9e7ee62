import { useId } from 'react'
import type { Cell } from '../../core/registers/field.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { SelectField } from '../people/select-field.tsx'
import type { FieldInputProps } from './field-props.ts'
import { texts } from './texts.ts'

/** Up to so many stand side by side; more go into a list that opens. */
const mostSideBySide = 4

type Option = { value: string; label: string }

/** One of a few, or yes and no. */
export function ChoiceInput(props: FieldInputProps<Extract<Cell, { type: 'choice' | 'flag' }>>) {
  const { field, label, hint, error, value, onValue, compact } = props
  const text = useTextOf(texts)
  const language = useLanguage()
  const options: Option[] =
    field.type === 'flag'
      ? [
          { value: 'true', label: text.yes },
          { value: 'false', label: text.no },
        ]
      : Object.entries(field.options).map(([key, words]) => ({ value: key, label: words[language] }))
  const chosen = value === undefined || value === null ? '' : String(value)
  const onChosen = (key: string) => onValue(key === '' ? undefined : field.type === 'flag' ? key === 'true' : key)
  if (!compact && options.length <= mostSideBySide)
    return (
      <RadioField
        label={label}
        {...(hint ? { hint } : {})}
        error={error}
        required={field.required === true}
        options={field.required ? options : [...options, { value: '', label: text.notFilled }]}
        value={chosen}
        onChange={onChosen}
      />
    )
  return (
    <SelectField
      label={label}
      error={error}
      options={[{ value: '', label: compact ? '' : text.choose }, ...options]}
      value={chosen}
      onChange={onChosen}
    />
  )
}

type RadioFieldProps = {
  label: string
  hint?: string
  error?: string | null
  required?: boolean
  options: readonly Option[]
  value: string
  onChange: (value: string) => void
}

/** A few choices side by side, one of them taken. */
export function RadioField({ label, hint, error = null, required, options, value, onChange }: RadioFieldProps) {
  const name = useId()
  return (
    <div
      className="field radio-field"
      role="radiogroup"
      aria-labelledby={name}
      aria-invalid={error !== null}
      aria-required={required}
    >
      <span className="field-name" id={name}>
        {label}
      </span>
      <div className="radio-line">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {hint ? <p className="field-hint">{hint}</p> : null}
      {error ? <p className="field-error">{error}</p> : null}
    </div>
  )
}
