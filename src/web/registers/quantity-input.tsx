import type { Cell } from '../../core/registers/field.ts'
import { TextField } from '../parts/field.tsx'
import type { FieldInputProps } from './field-props.ts'
import { asTyped } from './typed.ts'

/** A number with its unit behind it. */
export function QuantityInput(props: FieldInputProps<Extract<Cell, { type: 'quantity' }>>) {
  const { field, label, hint, error, value, onValue } = props
  return (
    <TextField
      label={label}
      {...(hint ? { hint } : {})}
      error={error}
      aria-required={field.required}
      inputMode="decimal"
      autoComplete="off"
      maxLength={30}
      className="figure figure-typed"
      value={asTyped(value)}
      onChange={({ target }) => onValue(target.value === '' ? undefined : target.value)}
      after={<span className="field-unit">{field.unit}</span>}
    />
  )
}
