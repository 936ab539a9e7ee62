import type { ReactNode } from 'react'
import './empty.css'

/** An empty place: what will be here, and the one thing to do. */
export function Empty({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <section className="empty">
      <h1>{title}</h1>
      {children}
      {actions ? <div className="empty-actions">{actions}</div> : null}
    </section>
  )
}
