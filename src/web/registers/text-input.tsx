import type { Cell } from '../../core/registers/field.ts'
import { TextField } from '../parts/field.tsx'
import { TextArea } from '../parts/text-area.tsx'
import type { FieldInputProps } from './field-props.ts'
import { asTyped } from './typed.ts'

/** Words, in one line or several. */
export function TextInput(props: FieldInputProps<Extract<Cell, { type: 'text' | 'longText' }>>) {
  const { field, label, hint, error, value, onValue, compact } = props
  const given = {
    label,
    error,
    ...(hint === undefined ? {} : { hint }),
    value: asTyped(value),
    'aria-required': field.required,
    onChange: ({ target }: { target: { value: string } }) => onValue(target.value === '' ? undefined : target.value),
  }
  return field.type === 'longText' && !compact ? (
    <TextArea {...given} className="text-area" rows={3} maxLength={20_000} />
  ) : (
    <TextField {...given} autoComplete="off" maxLength={field.type === 'text' ? (field.most ?? 500) : 20_000} />
  )
}
