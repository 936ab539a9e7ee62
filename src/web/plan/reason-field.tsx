import { useTextOf } from '../language/language.ts'
import { TextField } from '../parts/field.tsx'
import { texts } from './texts.ts'

type ReasonFieldProps = { value: string; onChange: (reason: string) => void; error: string | null }

/** Why an approved plan is changed. */
export function ReasonField({ value, onChange, error }: ReasonFieldProps) {
  const text = useTextOf(texts)
  return (
    <TextField
      label={text.reason}
      hint={text.reasonHint}
      value={value}
      maxLength={2000}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  )
}
