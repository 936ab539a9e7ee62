import { Link, useBlocker, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import type { Draft } from './entry-draft.ts'
import { EntryForm } from './entry-form.tsx'
import type { EntryRecord, RegisterView } from './register-queries.ts'
import { texts } from './texts.ts'
import './entry-form.css'
import './registers.css'

type EntryFormFrameProps = { register: RegisterView; entry?: EntryRecord; begun?: Partial<Draft> }

/** The page around a form: where it stands, what belongs there, and the question before leaving it unsaved. */
export function EntryFormFrame({ register, entry, begun }: EntryFormFrameProps) {
  const text = useTextOf(texts)
  const navigate = useNavigate()
  const name = register.name[text.language]
  const title = entry ? text.editTitle(entry.title) : text.enter(name)
  usePageTitle(title)
  const dirty = useRef(false)
  const blocker = useBlocker({
    shouldBlockFn: () => dirty.current,
    enableBeforeUnload: () => dirty.current,
    withResolver: true,
  })
  return (
    <div className="entry-form-page">
      <nav className="no-print" aria-label={text.breadcrumb}>
        <Link to="/registers">{text.registers}</Link> <span aria-hidden="true">›</span>{' '}
        <Link to="/registers/$register" params={{ register: register.key }}>
          {name}
        </Link>
      </nav>
      <h1>{title}</h1>
      <p className="quiet">{register.help[text.language]}</p>
      <div className="card entry-form-card">
        <EntryForm
          kept
          several={!entry}
          register={register.key}
          {...(entry ? { entry } : {})}
          {...(begun ? { begun } : {})}
          onDirty={(now) => {
            dirty.current = now
          }}
          onCancel={() =>
            void navigate(
              entry
                ? { to: '/entries/$id', params: { id: String(entry.id) } }
                : { to: '/registers/$register', params: { register: register.key } },
            )
          }
          onSaved={({ id }, next) => {
            dirty.current = false
            if (!next) void navigate({ to: '/entries/$id', params: { id: String(id) } })
          }}
        />
      </div>
      {blocker.status === 'blocked' ? (
        <Dialog
          title={text.unsaved}
          onClose={blocker.reset}
          actions={
            <>
              <Button onClick={blocker.proceed}>{text.leave}</Button>
              <Button look="primary" onClick={blocker.reset}>
                {text.stay}
              </Button>
            </>
          }
        >
          <p>{register.readers === 'restricted' ? text.unsavedRestricted : text.unsavedKept}</p>
        </Dialog>
      ) : null}
    </div>
  )
}
