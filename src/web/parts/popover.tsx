import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import './popover.css'

type PopoverProps = {
  /** Content of the button that opens it. */
  label: ReactNode
  className?: string
  /** Opens to the left of the button's right edge. */
  alignEnd?: boolean
  children: (close: () => void) => ReactNode
}

/**
 * A button with a small sheet under it. Esc, a click outside and leaving it by Tab close it; Esc gives the focus back
 * to the button. Arrow keys walk through what can be chosen.
 */
export function Popover({ label, className = '', alignEnd = false, children }: PopoverProps) {
  const [open, setOpen] = useState(false)
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const sheetId = useId()
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    firstOf(whole.current)?.focus()
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [open])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(whole.current, event.key === 'ArrowDown' ? 1 : -1)
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside rise to here
    <div className="popover" ref={whole} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-expanded={open}
        aria-controls={open ? sheetId : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open ? (
        <div id={sheetId} className={alignEnd ? 'popover-sheet popover-end' : 'popover-sheet'}>
          {children(close)}
        </div>
      ) : null}
    </div>
  )
}

const choices = '.popover-sheet input, .popover-sheet button, .popover-sheet a'

const firstOf = (whole: HTMLElement | null) => whole?.querySelector<HTMLElement>(choices)

function step(whole: HTMLElement | null, by: number): void {
  const all = [...(whole?.querySelectorAll<HTMLElement>(choices) ?? [])]
  const focused = document.activeElement
  const at = focused instanceof HTMLElement ? all.indexOf(focused) : -1
  all[(at + by + all.length) % all.length]?.focus()
}
