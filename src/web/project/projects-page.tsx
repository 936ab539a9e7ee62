import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { percentOf } from '../../core/checks/exact.ts'
import { stationNames } from '../../core/project/stations.ts'
import { useTextOf } from '../language/language.ts'
import { Empty } from '../parts/empty.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { wan } from './amount.ts'
import { lookBacksQuery, type ProjectRow, projectsQuery } from './project-queries.ts'
import type { ProjectsSearch } from './project-search.ts'
import { projectTexts } from './texts.ts'
import './project.css'

/** `/projects`: where each project stands, its money, and what it lacks. */
export function ProjectsPage() {
  const text = useTextOf(projectTexts)
  const search: ProjectsSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const read = useInfiniteQuery(projectsQuery)
  const { data: rounds } = useQuery(lookBacksQuery)
  const input = useRef<HTMLInputElement>(null)
  usePageTitle(text.title)
  useDocumentKeys({ '/': () => input.current?.select() })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = read
  // A district has hundreds of projects at most: the filters work on all of them.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  if (read.isError && !read.data) return <ProblemPage error={read.error} reset={() => void read.refetch()} />
  if (!read.data) return <Skeleton />
  const rows = read.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0)
    return (
      <Empty
        title={text.none}
        actions={
          <Link className="button button-primary" to="/registers/$register/new" params={{ register: 'project' }}>
            {text.newProject}
          </Link>
        }
      >
        <p className="quiet">{text.noneText}</p>
      </Empty>
    )
  const change = (part: { [K in keyof ProjectsSearch]: ProjectsSearch[K] | undefined }) =>
    void navigate({ to: '/projects', search: { ...search, ...part } as ProjectsSearch, replace: true })
  const owners = [...new Map(rows.flatMap(({ owner }) => (owner ? [[owner.id, owner.name] as const] : []))).entries()]
  const shown = rows.filter((row) => fits(row, search))
  return (
    <div className="projects">
      <header className="projects-head">
        <h1>{text.title}</h1>
        <label className="text-filter">
          <span className="visually-hidden">{text.find}</span>
          <input
            ref={input}
            type="search"
            className="text-input"
            placeholder={text.find}
            value={search.q ?? ''}
            onChange={(event) => change({ q: event.target.value || undefined })}
          />
        </label>
        <label>
          <span className="visually-hidden">{text.columns.stage}</span>
          <select
            className="text-input"
            value={search.stage ?? ''}
            onChange={(event) => change({ stage: event.target.value || undefined })}
          >
            <option value="">{text.allStages}</option>
            {[...stationNames, 'finished' as const].map((stage) => (
              <option key={stage} value={stage}>
                {text.stages[stage]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="visually-hidden">{text.columns.owner}</span>
          <select
            className="text-input projects-owner"
            value={search.owner ?? ''}
            onChange={(event) => change({ owner: Number(event.target.value) || undefined })}
          >
            <option value="">{text.allOwners}</option>
            {owners.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <span className="quiet figure" role="status">
          {text.count(shown.length, rows.length)}
        </span>
        <span className="faint small projects-unit">{text.inWan}</span>
      </header>
      {read.data.pages[0]?.narrowed ? <p className="quiet small">{text.narrowed}</p> : null}
      {rounds && rounds.batches.length > 0 ? (
        <p className="projects-rounds">
          {rounds.batches.map((round) => (
            <Link key={round.id} to="/look-backs/$id" params={{ id: String(round.id) }}>
              {text.lookBackLead(round.name, round.selfChecked, round.projects)}
            </Link>
          ))}
        </p>
      ) : null}
      {shown.length === 0 ? <p className="quiet projects-nothing">{text.nothing}</p> : <ProjectTable rows={shown} />}
    </div>
  )
}

function ProjectTable({ rows }: { rows: readonly ProjectRow[] }) {
  const text = useTextOf(projectTexts)
  const { columns } = text
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="card projects-table" aria-label={text.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.stage}</th>
            <th scope="col">{columns.owner}</th>
            <th scope="col">{columns.leads}</th>
            {(['budget', 'contract', 'changes', 'paid', 'settled', 'archive', 'missing'] as const).map((column) => (
              <th key={column} scope="col" className="number">
                {columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ProjectLine key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ProjectLine({ row }: { row: ProjectRow }) {
  const text = useTextOf(projectTexts)
  const { money, archive } = row
  const share = money.contract ? percentOf(money.changesApproved, money.contract) : null
  const cells: readonly (readonly [label: string, value: string])[] = [
    [text.columns.budget, wan(money.preliminaryBudget)],
    [text.columns.contract, wan(money.contract)],
    [text.columns.changes, money.changes === 0 || share === null ? '' : `${share.toFixed(1)}%`],
    [text.columns.paid, money.paid === 0 ? '' : wan(money.paid)],
    [text.columns.settled, wan(money.settled)],
    [text.columns.archive, archive === null ? '' : `${archive.present}/${archive.required}`],
    [text.columns.missing, row.missing === 0 ? '' : String(row.missing)],
  ]
  return (
    <tr>
      <th scope="row">
        <Link to="/projects/$id" params={{ id: String(row.id) }}>
          {row.name}
        </Link>
        <span className="small faint">{row.kindName}</span>
      </th>
      <td className="projects-stage">
        {text.stages[row.stage]}
        {row.lateDays === null ? null : <span className="small projects-late figure">{text.late(row.lateDays)}</span>}
      </td>
      <td>{row.owner?.name}</td>
      <td className="projects-leads">{row.leads.join('、')}</td>
      {cells.map(([label, value]) => (
        <td key={label} className="number figure" data-label={label}>
          {value === '' ? <span className="faint">–</span> : value}
        </td>
      ))}
    </tr>
  )
}

/** Everything typed stands somewhere in what the row says. */
function fits(row: ProjectRow, { q = '', stage, owner }: ProjectsSearch): boolean {
  if (stage !== undefined && row.stage !== stage) return false
  if (owner !== undefined && row.owner?.id !== owner) return false
  const words = [row.name, row.kindName, row.place, row.owner?.name, row.contractor, ...row.leads]
    .join('\n')
    .toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word))
}
