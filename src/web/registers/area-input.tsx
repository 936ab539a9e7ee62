import type { Cell } from '../../core/registers/field.ts'
import { inMu } from '../../core/registers/quantity.ts'
import { readField } from '../../core/registers/read-values.ts'
import { useTextOf } from '../language/language.ts'
import { TextField } from '../parts/field.tsx'
import type { FieldInputProps } from './field-props.ts'
import { texts } from './texts.ts'
import { asTyped } from './typed.ts'

/** An area: typed in ㎡, or in 亩 where that is written behind it; kept in ㎡. */
export function AreaInput(props: FieldInputProps<Extract<Cell, { type: 'area' }>>) {
  const { field, label, hint, error, value, onValue, compact } = props
  const text = useTextOf(texts)
  const read = readField(field, value, undefined)
  const area = 'value' in read ? read.value : undefined
  const help = [hint, compact || typeof area !== 'number' ? '' : text.inMu(inMu(area))].filter(Boolean).join(' ')
  return (
    <TextField
      label={label}
      {...(help ? { hint: help } : {})}
      error={error}
      aria-required={field.required}
      autoComplete="off"
      maxLength={30}
      placeholder={compact ? undefined : text.areaHint}
      className="figure figure-typed"
      value={asTyped(value)}
      onChange={({ target }) => onValue(target.value === '' ? undefined : target.value)}
      onBlur={() => {
        if (typeof area === 'number' && typeof value === 'string') onValue(area)
      }}
      after={<span className="field-unit">㎡</span>}
    />
  )
}
