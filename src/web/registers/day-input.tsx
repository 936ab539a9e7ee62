import type { Cell } from '../../core/registers/field.ts'
import { readDay } from '../../core/registers/read-values.ts'
import { useTextOf } from '../language/language.ts'
import { isDay } from '../parts/day-distance.ts'
import { TextField } from '../parts/field.tsx'
import type { FieldInputProps } from './field-props.ts'
import { texts } from './texts.ts'
import { asTyped } from './typed.ts'

/** A day, typed in any of the usual ways or picked from the browser's calendar. */
export function DayInput(props: FieldInputProps<Extract<Cell, { type: 'day' }>>) {
  const { field, label, hint, error, value, onValue } = props
  return (
    <DayField
      label={label}
      {...(hint ? { hint } : {})}
      error={error}
      required={field.required === true}
      value={asTyped(value)}
      onValue={(typed) => onValue(typed === '' ? undefined : typed)}
    />
  )
}

type DayFieldProps = {
  label: string
  hint?: string
  error?: string | null
  required?: boolean
  value: string
  onValue: (day: string) => void
}

/** `2024/7/5` and `2024年7月5日` become `2024-07-05` when the line is left. */
export function DayField({ label, hint, error = null, required = false, value, onValue }: DayFieldProps) {
  const text = useTextOf(texts)
  const settle = () => {
    const day = readDay(value)
    if (day !== null && day !== value) onValue(day)
  }
  return (
    <TextField
      label={label}
      {...(hint ? { hint } : {})}
      error={error}
      aria-required={required}
      autoComplete="off"
      placeholder="2024-07-05"
      className="figure day-typed"
      maxLength={20}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      onBlur={settle}
      after={
        <input
          type="date"
          className="day-picked no-print"
          tabIndex={-1}
          aria-label={text.pickDay(label)}
          title={text.pickDay(label)}
          value={isDay(value) ? value : ''}
          onChange={(event) => onValue(event.target.value)}
        />
      }
    />
  )
}
