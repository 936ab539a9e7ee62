import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { type Choice, Choices } from '../parts/choices.tsx'
import { texts } from './texts.ts'

type LinkChoiceProps = {
  label: string
  choices: readonly Choice[]
  chosen: readonly number[]
  onChange: (ids: number[]) => void
}

/** Records that this one is linked to: those chosen in sight, all of them to tick when opened. */
export function LinkChoice({ label, choices, chosen, onChange }: LinkChoiceProps) {
  const text = useTextOf(texts)
  const [open, setOpen] = useState(false)
  const ids = chosen.map(String)
  return (
    <fieldset className="link-choice">
      <legend>
        {label} <span className="quiet figure">{text.linked(chosen.length)}</span>{' '}
        <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {text.choose}
        </Button>
      </legend>
      {open ? (
        <div className="link-list">
          <Choices choices={choices} chosen={ids} onChange={(next) => onChange(next.map(Number))} />
        </div>
      ) : (
        <ul className="link-chosen">
          {choices
            .filter(({ value }) => ids.includes(value))
            .map(({ value, label: words }) => (
              <li key={value} className="cut" title={words}>
                {words}
              </li>
            ))}
        </ul>
      )}
    </fieldset>
  )
}
