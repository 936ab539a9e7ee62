import { type Day, parseDay } from '../../core/deadline/day.ts'
import { useTextOf } from '../language/language.ts'
import { TextField } from '../parts/field.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { texts } from './texts.ts'

export type About = {
  name: string
  body: string | null
  team: string[]
  kind: string | null
  theme: string | null
  from: Day | null
  to: Day | null
  feedbackOn: Day | null
  basis: string[]
}
type AboutFieldsProps = {
  about: About
  onChange: (change: Partial<About>) => void
  errorOf: (name: string) => string | null
  disabled?: boolean
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** What the inspection is: the same when it is made and when it is changed. */
export function AboutFields({ about, onChange, errorOf, disabled = false }: AboutFieldsProps) {
  const text = useTextOf(texts)
  const words = (name: 'body' | 'kind' | 'theme', most: number) => (
    <TextField
      label={text[name]}
      value={about[name] ?? ''}
      maxLength={most}
      disabled={disabled}
      onChange={(event) => onChange({ [name]: event.target.value || null })}
      error={errorOf(name)}
    />
  )
  const day = (name: 'from' | 'to' | 'feedbackOn') => (
    <TextField
      label={text[name]}
      type="date"
      value={about[name] ?? ''}
      disabled={disabled}
      onChange={(event) => onChange({ [name]: parseDay(event.target.value) })}
      error={errorOf(name)}
    />
  )
  const list = (name: 'team' | 'basis') => (
    <TextArea
      label={text[name]}
      hint={text.lines}
      rows={2}
      disabled={disabled}
      defaultValue={about[name].join('\n')}
      onChange={(event) => onChange({ [name]: linesOf(event.target.value) })}
      error={errorOf(name)}
    />
  )
  return (
    <>
      <TextField
        label={text.name}
        value={about.name}
        maxLength={120}
        required
        disabled={disabled}
        onChange={(event) => onChange({ name: event.target.value })}
        error={errorOf('name')}
      />
      <div className="form-pair">
        {words('body', 120)}
        {list('team')}
        {words('kind', 60)}
        {words('theme', 200)}
      </div>
      <div className="form-days">
        {day('from')}
        {day('to')}
        {day('feedbackOn')}
      </div>
      {list('basis')}
    </>
  )
}
