import type { Cell } from '../../core/registers/field.ts'
import { roundedWan, writeMoney } from '../../core/registers/money.ts'
import { readField } from '../../core/registers/read-values.ts'
import { useTextOf } from '../language/language.ts'
import { TextField } from '../parts/field.tsx'
import type { FieldInputProps } from './field-props.ts'
import { texts } from './texts.ts'

/** An amount: typed in 元, or in 万元 where that is written behind it; kept in 分. */
export function MoneyInput(props: FieldInputProps<Extract<Cell, { type: 'money' }>>) {
  const { field, label, hint, error, value, onValue, compact } = props
  const text = useTextOf(texts)
  const read = readField(field, value, undefined)
  const cents = 'value' in read ? read.value : undefined
  const large = typeof cents === 'number' && Math.abs(cents) >= 1_000_000 ? text.tenThousand(roundedWan(cents)) : ''
  const help = [hint, compact ? '' : large].filter(Boolean).join(' ')
  return (
    <TextField
      label={label}
      {...(help ? { hint: help } : {})}
      error={error}
      aria-required={field.required}
      inputMode="text"
      autoComplete="off"
      maxLength={40}
      placeholder={compact ? undefined : text.moneyHint}
      className="figure figure-typed"
      value={typeof value === 'number' ? writeMoney(value) : typeof value === 'string' ? value : ''}
      onChange={({ target }) => onValue(target.value === '' ? undefined : target.value)}
      onBlur={() => {
        if (typeof cents === 'number' && typeof value === 'string') onValue(cents)
      }}
      after={<span className="field-unit">{text.yuan}</span>}
    />
  )
}
