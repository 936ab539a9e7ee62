import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'

/** What is printed instead of the page while this is shown: codes belong on paper, the page around them does not. */
export function PrintedPage({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.documentElement.classList.add('prints-apart')
    return () => document.documentElement.classList.remove('prints-apart')
  }, [])
  return createPortal(
    <div className="printed-page" aria-hidden="true">
      {children}
    </div>,
    document.body,
  )
}
