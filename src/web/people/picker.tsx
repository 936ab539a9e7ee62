import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { texts } from './texts.ts'
import './picker.css'

export type PickerProps<Item> = {
  /** Stands over the field. */
  label: string
  hint?: string
  error?: string | null
  placeholder: string
  /** The chosen one; null for none. */
  value: Item | null
  onChange: (item: Item | null) => void
  /** What stands in the closed field. */
  nameOf: (item: Item) => string
  keyOf: (item: Item) => number
  /** One line of the list. */
  line: (item: Item) => ReactNode
  /** Items for what is typed; null while they are read. */
  found: readonly Item[] | null
  failed: boolean
  nothing: string
  onType: (text: string) => void
  required?: boolean
}

/** A field that finds by typing: a combobox with a list under it (WAI-ARIA 1.2), without the mouse too. */
export function Picker<Item>(props: PickerProps<Item>) {
  const { label, hint, error = null, value, onChange, nameOf, keyOf, found, onType } = props
  const text = useTextOf(texts).picker
  const id = useId()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const whole = useRef<HTMLDivElement>(null)
  const chosen = found?.[Math.min(at, found.length - 1)]

  const begin = (words: string) => {
    setTyped(words)
    setAt(0)
    setOpen(true)
    onType(words.trim())
  }
  const end = () => {
    setOpen(false)
    setTyped('')
  }
  const take = (item: Item | null) => {
    onChange(item)
    end()
  }
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && whole.current?.contains(event.target)) return
      setOpen(false)
      setTyped('')
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [open])
  useEffect(() => {
    if (open) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [open, at, id])

  const onKeyDown = (event: KeyboardEvent) => {
    const count = found?.length ?? 0
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return begin('')
      if (count > 0) setAt((at + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      if (chosen !== undefined) take(chosen)
    } else if (event.key === 'Escape' && open) {
      // Of a dialog around it the first Esc closes the list alone.
      event.preventDefault()
      event.stopPropagation()
      end()
    } else if (event.key === 'Backspace' && typed === '' && value !== null) take(null)
  }

  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field picker" ref={whole}>
      <label htmlFor={id}>{label}</label>
      <div className="picker-line">
        <input
          id={id}
          role="combobox"
          autoComplete="off"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={
            open && chosen !== undefined ? `${id}-${Math.min(at, (found?.length ?? 1) - 1)}` : undefined
          }
          aria-invalid={error !== null}
          aria-describedby={describedBy || undefined}
          aria-required={props.required}
          placeholder={props.placeholder}
          value={open ? typed : value === null ? '' : nameOf(value)}
          onChange={(event) => begin(event.target.value)}
          onClick={() => open || begin('')}
          onKeyDown={onKeyDown}
        />
        {value !== null && !open ? (
          <button
            type="button"
            className="picker-clear"
            aria-label={text.clear(nameOf(value))}
            onClick={() => take(null)}
          >
            ×
          </button>
        ) : null}
      </div>
      {/* Always there: what a combobox controls must be found. */}
      <div id={`${id}-list`} role="listbox" aria-label={label} className={open ? 'picker-list' : 'visually-hidden'}>
        {open && found
          ? found.map((item, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the combobox that holds the focus
              <div
                key={keyOf(item)}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className="picker-item"
                onClick={() => take(item)}
                onPointerMove={() => setAt(index)}
              >
                {props.line(item)}
              </div>
            ))
          : null}
      </div>
      {open ? (
        <p className={found && found.length > 0 ? 'visually-hidden' : 'picker-note'} role="status">
          {props.failed
            ? text.failed
            : found === null
              ? ''
              : found.length === 0
                ? props.nothing
                : text.found(found.length)}
        </p>
      ) : null}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  )
}
