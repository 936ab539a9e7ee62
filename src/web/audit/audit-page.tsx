/** The audit log: events of the tenant, newest first, and whether the chain of history is whole. For the audit administrator. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { actWords } from '../../core/history/acts.ts'
import { recordKinds } from '../../core/history/history-event.ts'
import { type Answer, call } from '../api.ts'
import { useLanguage, useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { momentText } from '../parts/moment-text.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { type AuditAddress, auditQueryOf } from './audit-address.ts'
import { ChainCard } from './chain-card.tsx'
import { texts } from './texts.ts'
import './audit.css'

type Row = Answer<'GET /api/audit'>['rows'][number]

export function AuditPage() {
  const text = useTextOf(texts)
  const search = useSearch({ from: '/signed-in/audit' })
  usePageTitle(text.title)
  const log = useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/audit', {
        query: { ...auditQueryOf(search), ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const rows = log.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="audit">
      <header className="audit-head">
        <h1>{text.title}</h1>
        <p className="quiet">{text.lead}</p>
      </header>
      <ChainCard />
      <AuditFilters search={search} />
      {log.error ? <FormProblem>{sentenceOf(log.error)}</FormProblem> : null}
      {log.isPending ? <Skeleton /> : null}
      {log.data && rows.length === 0 ? (
        <p className="audit-none">
          {text.none} <span className="quiet">{text.noneAct}</span>
        </p>
      ) : null}
      {rows.length > 0 ? <AuditTable rows={rows} /> : null}
      {log.hasNextPage ? (
        <p className="audit-more no-print">
          <Button busy={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
            {text.more}
          </Button>
        </p>
      ) : null}
    </div>
  )
}

function AuditFilters({ search }: { search: AuditAddress }) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const navigate = useNavigate()
  const set = (change: Partial<Record<keyof AuditAddress, string>>) => {
    const next = { ...search, ...change }
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== ''))
    void navigate({ to: '/audit', search: kept, replace: true })
  }
  const isFiltered = Object.keys(search).length > 0
  const address = new URLSearchParams(
    Object.entries(auditQueryOf(search)).map(([name, value]) => [name, String(value)]),
  )
  return (
    <div className="audit-filters no-print">
      <label>
        {text.filter.act}
        <select value={search.act ?? ''} onChange={(event) => set({ act: event.target.value })}>
          <option value="">{text.filter.all}</option>
          {Object.entries(actWords).map(([act, words]) => (
            <option key={act} value={act}>
              {words[language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.filter.kind}
        <select value={search.kind ?? ''} onChange={(event) => set({ kind: event.target.value })}>
          <option value="">{text.filter.all}</option>
          {recordKinds.map((kind) => (
            <option key={kind} value={kind}>
              {text.kinds[kind] ?? kind}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.filter.from}
        <input type="date" value={search.from ?? ''} onChange={(event) => set({ from: event.target.value })} />
      </label>
      <label>
        {text.filter.to}
        <input type="date" value={search.to ?? ''} onChange={(event) => set({ to: event.target.value })} />
      </label>
      {isFiltered ? (
        <Button look="quiet" onClick={() => void navigate({ to: '/audit', search: {}, replace: true })}>
          {text.filter.clear}
        </Button>
      ) : null}
      <a className="audit-download" href={`/api/audit/table?${address}`} download>
        {text.filter.table}
      </a>
    </div>
  )
}

function AuditTable({ rows }: { rows: readonly Row[] }) {
  const text = useTextOf(texts)
  const { columns } = text
  return (
    <div className="audit-scroll">
      <table className="audit-table">
        <thead>
          <tr>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.actor}</th>
            <th scope="col">{columns.act}</th>
            <th scope="col">{columns.record}</th>
            <th scope="col">{columns.change}</th>
            <th scope="col">{columns.sealed}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AuditRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function AuditRow({ row }: { row: Row }) {
  const shell = useText()
  const text = useTextOf(texts)
  const language = useLanguage()
  const words = (actWords as Record<string, Record<typeof language, string>>)[row.act]
  const roles = shell.roles as Record<string, string>
  return (
    <tr>
      <td className="figure">{momentText(row.at)}</td>
      <td>
        {row.actor ?? text.system}
        {row.onBehalfOf === null ? null : <span className="quiet"> {text.forSomebody(row.onBehalfOf)}</span>}
        <span className="quiet small">
          {' '}
          {[row.role === null ? null : (roles[row.role] ?? row.role), row.unit].filter(Boolean).join(' ')}
        </span>
      </td>
      <td>{words?.[language] ?? row.act}</td>
      <td>
        {text.kinds[row.recordKind] ?? row.recordKind} <span className="figure quiet">{row.recordId}</span>
      </td>
      <td className="audit-change">{changeText(row)}</td>
      <td className={row.waiting ? '' : 'quiet'}>{row.waiting ? text.notSealed : text.isSealed}</td>
    </tr>
  )
}

/** Of accounts and the like, what changed; the reason where one was given. */
function changeText({ before, after, reason }: Row): string {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const changes = names
    .filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]))
    .map(
      (name) =>
        `${name}: ${[before?.[name], after?.[name]]
          .filter((value) => value !== undefined)
          .map(plain)
          .join(' → ')}`,
    )
  return [...changes, ...(reason === null ? [] : [reason])].join('; ')
}
const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
