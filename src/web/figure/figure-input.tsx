import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { suggestionsQuery } from './figure-queries.ts'
import { texts } from './texts.ts'

type FigureInputProps = { text: string; onCount: (text: string) => void }

/** The line in which a figure is typed, with what could come next under it (a combobox, WAI-ARIA 1.2). */
export function FigureInput({ text: given, onCount }: FigureInputProps) {
  const text = useTextOf(texts)
  const id = useId()
  const [typed, setTyped] = useState(given)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const whole = useRef<HTMLFormElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const { data } = useQuery({ ...suggestionsQuery(typed), enabled: open })
  const offers = open ? (data?.suggestions ?? []) : []
  useEffect(() => setTyped(given), [given])
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [open])
  const type = (next: string) => {
    setTyped(next)
    setAt(-1)
    setOpen(true)
  }
  const take = (next: string) => {
    // A name asks for the next word, `单位=` for its value.
    type(/[=÷]$/.test(next) && !next.endsWith('÷') ? next : `${next} `)
    input.current?.focus()
  }
  const count = (event: FormEvent) => {
    event.preventDefault()
    setOpen(false)
    if (typed.trim() !== '') onCount(typed.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return setOpen(true)
      const by = event.key === 'ArrowDown' ? 1 : -1
      // Past either end nothing is chosen: Enter counts what is typed.
      setAt(((at + 1 + by + offers.length + 1) % (offers.length + 1)) - 1)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    } else if ((event.key === 'Enter' || event.key === 'Tab') && open && at >= 0) {
      const chosen = offers[at]
      if (!chosen) return
      event.preventDefault()
      take(chosen.text)
    }
  }
  return (
    <form className="figure-type no-print" ref={whole} onSubmit={count}>
      <label htmlFor={id}>{text.type}</label>
      <div className="figure-line">
        <input
          id={id}
          ref={input}
          className="text-input"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          maxLength={1000}
          aria-expanded={offers.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 && at < offers.length ? `${id}-${at}` : undefined}
          placeholder={text.placeholder}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
        <Button look="primary" type="submit">
          {text.count}
        </Button>
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={text.type}
        className={offers.length > 0 ? 'figure-offers' : 'visually-hidden'}
      >
        {offers.map((offer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the combobox that holds the focus
          <div
            key={offer.text}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => take(offer.text)}
          >
            {offer.label} <span className="quiet small">{offer.note}</span>
          </div>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {open && data ? (offers.length > 0 ? text.suggestions(offers.length) : text.noSuggestions) : ''}
      </p>
    </form>
  )
}
