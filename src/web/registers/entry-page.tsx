import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { call } from '../api.ts'
import { CheckResults } from '../checks/check-results.tsx'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { today } from '../parts/day-distance.ts'
import { momentText } from '../parts/moment-text.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { useSubmit } from '../record/use-submit.ts'
import { useBoot, useSession } from '../session/use-boot.ts'
import { CiteEntriesDialog } from './cite-entries-dialog.tsx'
import { entryAsOf } from './entry-as-of.ts'
import { EntryCitations } from './entry-citations.tsx'
import { EntryHistory } from './entry-history.tsx'
import { EntryValues } from './entry-values.tsx'
import { type EntryRecord, entryQuery } from './register-queries.ts'
import { texts } from './texts.ts'
import { WithdrawEntriesDialog } from './withdraw-entries-dialog.tsx'
import '../record/record.css'
import './entry-form.css'
import './entry-page.css'

const route = getRouteApi('/signed-in/entries/$id')

/** `/entries/7`: one entry, what cites it, what refers to it, how it came about. */
export function EntryPage() {
  const { id } = route.useParams()
  const read = useQuery(entryQuery(Number(id)))
  if (read.isError) return <ProblemPage error={read.error} reset={() => void read.refetch()} />
  return read.data ? <ReadEntry key={read.data.id} entry={read.data} /> : <Skeleton />
}

function ReadEntry({ entry }: { entry: EntryRecord }) {
  const text = useTextOf(texts)
  const navigate = useNavigate()
  const { district } = useBoot()
  const { allowed } = useSession()
  const [open, setOpen] = useState<'withdraw' | 'cite' | null>(null)
  const { busy, problem, send } = useSubmit()
  const { on } = route.useSearch()
  const then = on === undefined ? null : entryAsOf(entry, on)
  const title = useRef<HTMLHeadingElement>(null)
  const { definition } = entry
  const register = definition.name[text.language]
  const params = { id: String(entry.id) }
  usePageTitle(entry.title.slice(0, 40))
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  const go = (id: number | null) => id !== null && void navigate({ to: '/entries/$id', params: { id: String(id) } })
  const back = { to: '/registers/$register' as const, params: { register: entry.register } }
  useDocumentKeys({
    escape: () => void navigate(back),
    '[': () => go(entry.previousId),
    ']': () => go(entry.nextId),
    e: () => entry.edit.allowed && void navigate({ to: '/entries/$id/edit', params }),
  })
  const restore = async () => {
    const done = await send((submissionId) =>
      call('POST /api/entries/:id/restore', {
        params: { id: entry.id },
        body: { version: entry.version, submissionId },
      }),
    )
    if (done) announce(text.restored(entry.title))
  }
  const step = (id: number | null, label: string, key: string) =>
    id === null ? (
      <span className="faint">{label}</span>
    ) : (
      <Link to="/entries/$id" params={{ id: String(id) }} aria-keyshortcuts={key}>
        {label}
      </Link>
    )
  return (
    <article className="record entry-page">
      <p className="print-only small">
        {district} · {register} · {today()}
      </p>
      <div className="record-bar no-print">
        <nav aria-label={text.breadcrumb}>
          <Link to="/registers">{text.registers}</Link> <span aria-hidden="true">›</span>{' '}
          <Link {...back}>{register}</Link>
        </nav>
        <span className="record-steps">
          {step(entry.previousId, `‹ ${text.previous}`, '[')}
          {step(entry.nextId, `${text.next} ›`, ']')}
        </span>
        <span className="record-tools">
          <Button onClick={() => window.print()}>{text.print}</Button>
          {entry.edit.allowed ? (
            <Button
              onClick={() =>
                void navigate({
                  to: '/registers/$register/new',
                  params: { register: entry.register },
                  search: { copy: entry.id },
                })
              }
            >
              {text.copy}
            </Button>
          ) : null}
          {entry.withdrawn ? (
            <Button
              busy={busy}
              refusal={entry.withdraw.allowed ? null : entry.withdraw.reason}
              onClick={() => void restore()}
            >
              {text.restore}
            </Button>
          ) : (
            <>
              <Button
                refusal={entry.withdraw.allowed ? null : entry.withdraw.reason}
                onClick={() => setOpen('withdraw')}
              >
                {text.withdraw}
              </Button>
              {allowed.includes('citation.write') ? <Button onClick={() => setOpen('cite')}>{text.cite}</Button> : null}
              <Button
                look="primary"
                refusal={entry.edit.allowed ? null : entry.edit.reason}
                onClick={() => void navigate({ to: '/entries/$id/edit', params })}
              >
                {text.edit}
              </Button>
            </>
          )}
        </span>
      </div>
      <h1 ref={title} tabIndex={-1} className={entry.withdrawn ? 'struck' : ''}>
        {entry.title}
      </h1>
      {entry.withdrawal ? (
        <p className="entry-note" role="note">
          {text.withdrawnBy(entry.withdrawal.by.name, momentText(entry.withdrawal.at), entry.withdrawal.reason)}
        </p>
      ) : null}
      {on === undefined ? null : (
        <p className="entry-note" role="note">
          {then?.withdrawn === false && entry.withdrawn ? text.asOfValid(on) : text.asOfNote(on)}{' '}
          <Link to="/entries/$id" params={params}>
            {text.toNow}
          </Link>
        </p>
      )}
      {entry.coveredBy === null ? null : (
        <p className="entry-note" role="note">
          {text.coveredNote}{' '}
          <Link to="/entries/$id" params={{ id: String(entry.coveredBy) }}>
            {text.toAggregate}
          </Link>
        </p>
      )}
      {problem ? (
        <p className="form-problem" role="alert">
          {problem.sentence}
        </p>
      ) : null}
      <div className="record-columns">
        <div className="record-body">
          {on === undefined ? (
            <EntryValues entry={entry} />
          ) : then ? (
            <EntryValues entry={{ ...entry, ...then }} />
          ) : (
            <p className="entry-note">{text.notThereYet(on)}</p>
          )}
          <EntryCitations entry={entry} />
          <CheckResults kind="entry" id={entry.id} />
        </div>
        <aside className="record-side" aria-label={text.history}>
          <EntryHistory
            entry={entry}
            on={on}
            onDay={(day) =>
              void navigate({ to: '/entries/$id', params, search: day === undefined ? {} : { on: day }, replace: true })
            }
          />
        </aside>
      </div>
      {open === 'withdraw' ? (
        <WithdrawEntriesDialog entries={[entry]} onDone={() => setOpen(null)} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'cite' ? (
        <CiteEntriesDialog entries={[entry]} onDone={() => setOpen(null)} onClose={() => setOpen(null)} />
      ) : null}
    </article>
  )
}
