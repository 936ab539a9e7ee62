import { useEffect, useRef } from 'react'

/** A key as `KeyboardEvent.key` names it, in small letters, with `ctrl ` before it where it needs that. */
export type Keys = { [key: string]: (event: KeyboardEvent) => void }

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))

const pressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a, button, [role="tab"], input') !== null

/**
 * Keys for the whole page. They rest while somebody types or a dialog is open; a handler that runs keeps the browser
 * from acting on the key.
 */
export function useDocumentKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return
      const held = event.ctrlKey || event.metaKey
      if (!held && typing(event.target)) return
      if (event.key === 'Enter' && pressable(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const run = latest.current[(held ? 'ctrl ' : '') + event.key.toLowerCase()]
      if (!run) return
      event.preventDefault()
      run(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
