import { useEffect, useRef, useState } from 'react'
import { Keys } from './keys.tsx'
import { useDocumentKeys } from './use-document-keys.ts'

const settleMs = 250

type TextFilterProps = {
  label: string
  hint: string
  /** Where the focus goes afterwards. */
  rowsId: string
  value: string
  onChange: (value: string) => void
}

/** Typing filters after a short rest; characters still being composed do not. `/` leads here, Esc leaves. */
export function TextFilter({ label, hint, rowsId, value, onChange }: TextFilterProps) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const [composing, setComposing] = useState(false)
  const latest = useRef(onChange)
  latest.current = onChange
  // The address changed by other means: back, a dropped filter.
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (composing || typed.trim() === value) return
    const timer = window.setTimeout(() => latest.current(typed.trim()), settleMs)
    return () => window.clearTimeout(timer)
  }, [typed, composing, value])
  useDocumentKeys({ '/': () => input.current?.select() })
  return (
    <label className="text-filter">
      <span className="visually-hidden">{label}</span>
      <input
        ref={input}
        type="search"
        className="text-input"
        maxLength={100}
        placeholder={hint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter') return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Escape' && typed) setTyped('')
          else document.getElementById(rowsId)?.focus()
        }}
      />
      {typed ? null : <Keys of="/" />}
    </label>
  )
}
