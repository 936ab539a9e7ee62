import type { Field } from '../../core/registers/field.ts'
import { useTextOf } from '../language/language.ts'
import { DayField } from './day-input.tsx'
import type { FieldInputProps } from './field-props.ts'
import { texts } from './texts.ts'

/** From one day to another. */
export function DayRangeInput(props: FieldInputProps<Extract<Field, { type: 'dayRange' }>>) {
  const { field, label, hint, error, value, onValue } = props
  const text = useTextOf(texts)
  const { from = '', to = '' } = (value ?? {}) as { from?: string; to?: string }
  const change = (next: { from: string; to: string }) => onValue(next.from === '' && next.to === '' ? undefined : next)
  return (
    <fieldset className="field day-range">
      <legend>{label}</legend>
      <div className="day-range-line">
        <DayField
          label={text.fromOf(label)}
          required={field.required === true}
          value={from}
          onValue={(day) => change({ from: day, to })}
        />
        <span aria-hidden="true">—</span>
        <DayField
          label={text.toOf(label)}
          required={field.required === true}
          value={to}
          onValue={(day) => change({ from, to: day })}
        />
      </div>
      {hint ? <p className="field-hint">{hint}</p> : null}
      {error ? <p className="field-error">{error}</p> : null}
    </fieldset>
  )
}
