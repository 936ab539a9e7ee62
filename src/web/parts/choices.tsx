import { useState } from 'react'
import { useText } from '../language/language.ts'

export type Choice = { value: string; label: string; note?: string }

type ChoicesProps = {
  choices: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** From this many on, a line to find one by its text. */
const findFrom = 12

/** Several of a list, as check boxes, in the order of the list. For the sheet of a `Popover`. */
export function Choices({ choices, chosen, onChange }: ChoicesProps) {
  const text = useText()
  const [find, setFind] = useState('')
  const seen = choices.filter((choice) => choice.label.includes(find.trim()))
  const toggle = (value: string) => {
    const next = new Set(chosen)
    if (!next.delete(value)) next.add(value)
    onChange(choices.map((choice) => choice.value).filter((one) => next.has(one)))
  }
  return (
    <>
      {choices.length >= findFrom ? (
        <input
          className="text-input"
          type="search"
          value={find}
          aria-label={text.common.search}
          placeholder={text.common.search}
          onChange={(event) => setFind(event.target.value)}
        />
      ) : null}
      {seen.map((choice) => (
        <label key={choice.value} className="sheet-choice">
          <input type="checkbox" checked={chosen.includes(choice.value)} onChange={() => toggle(choice.value)} />
          <span>{choice.label}</span>
          {choice.note ? <span className="faint figure">{choice.note}</span> : null}
        </label>
      ))}
      {seen.length === 0 ? <p className="sheet-title">{text.common.nothingFound}</p> : null}
    </>
  )
}
