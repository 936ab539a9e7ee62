import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useText } from '../language/language.ts'
import './dialog.css'

type DialogProps = {
  title: string
  onClose: () => void
  children: ReactNode
  /** Buttons, primary one last. */
  actions?: ReactNode
  wide?: boolean
}

/**
 * A modal dialog on the browser's own `<dialog>`: it holds the focus, makes the page behind inert and gives the focus
 * back. Show it by rendering it; Esc and the cross ask `onClose`.
 */
export function Dialog({ title, onClose, children, actions, wide = false }: DialogProps) {
  const text = useText()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (element && !element.open) element.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="dialog-close" aria-label={text.common.close} onClick={onClose}>
          ×
        </button>
      </header>
      <div className="dialog-body">{children}</div>
      {actions ? <footer className="dialog-actions">{actions}</footer> : null}
    </dialog>
  )
}
