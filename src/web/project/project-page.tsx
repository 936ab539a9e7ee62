import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { inMu } from '../../core/registers/quantity.ts'
import { CheckResults } from '../checks/check-results.tsx'
import { useTextOf } from '../language/language.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { LifeLine } from './life-line.tsx'
import { MoneyBridge } from './money-bridge.tsx'
import { ProjectEntries } from './project-entries.tsx'
import { type ProjectRecord, projectQuery } from './project-queries.ts'
import { projectTexts } from './texts.ts'
import './project.css'

/** `/projects/$id`: who it belongs to, how far it has come, its money, what it lacks, and all that is recorded of it. */
export function ProjectPage() {
  const text = useTextOf(projectTexts)
  const { id = '' } = useParams({ strict: false })
  const { tab }: { tab?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const read = useQuery(projectQuery(Number(id)))
  usePageTitle(read.data?.name ?? text.title)
  if (read.isError && !read.data) return <ProblemPage error={read.error} reset={() => void read.refetch()} />
  if (!read.data) return <Skeleton />
  const project = read.data
  return (
    <div className="project">
      <Head project={project} />
      <LifeLine line={project.line} />
      <div className="project-cards">
        <MoneyBridge id={project.id} money={project.money} />
        <div className="project-column">
          <Lacking project={project} />
          <CheckResults kind="project" id={project.id} />
        </div>
      </div>
      <section aria-label={text.records} className="project-records">
        {project.registers.length === 0 ? (
          <p className="quiet">{text.noRecords}</p>
        ) : (
          <Tabs
            label={text.records}
            current={tab ?? project.registers[0]?.register ?? ''}
            onChange={(next) =>
              void navigate({ to: '/projects/$id', params: { id }, search: { tab: next }, replace: true })
            }
            tabs={project.registers.map((register) => ({
              key: register.register,
              label: (
                <>
                  {register.name} <span className="figure">{register.entries.length}</span>
                </>
              ),
              panel: () => <ProjectEntries projectId={project.id} of={register} />,
            }))}
          />
        )}
      </section>
    </div>
  )
}

function Head({ project }: { project: ProjectRecord }) {
  const text = useTextOf(projectTexts)
  const { facts } = text
  const known: readonly (readonly [string, string | null | undefined])[] = [
    [text.columns.owner, project.owner?.name],
    [text.columns.leads, project.leads.join('、')],
    ...project.companies.map(({ role, name }) => [role, name] as const),
    [facts.authority, project.authority?.name],
    [facts.place, project.place],
    [facts.area, project.area === null ? null : `${inMu(project.area)} 亩`],
    [facts.funds, project.fundSource],
    [facts.code, project.code],
    [facts.archive, project.archive && text.archiveOf(project.archive.present, project.archive.required)],
  ]
  const late = project.lateDays
  const past = project.terms.filter(({ to }) => to !== null)
  return (
    <header className="project-head">
      <p className="project-title">
        <Link to="/projects">{text.title}</Link>
        <span className="faint"> / </span>
        <span className="quiet">{project.kindName}</span>
      </p>
      <h1>
        {project.name}
        <span className="project-stage">
          {text.stages[project.stage]}
          {late === null ? null : <span className="figure">，{text.late(late)}</span>}
        </span>
        <Link className="small project-entry" to="/entries/$id" params={{ id: String(project.id) }}>
          {text.projectEntry}
        </Link>
      </h1>
      <dl className="project-facts">
        {known.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {past.length > 0 ? (
        <details className="small quiet">
          <summary>{text.terms}</summary>
          <ul>
            {project.terms.map(({ person, post, from, to }) => (
              <li key={`${person} ${from}`}>
                {person} {post} <span className="figure">{`${from ?? ''} – ${to ?? text.tillNow}`}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Cited project={project} />
      {project.narrowed ? <p className="quiet small">{text.narrowed}</p> : null}
    </header>
  )
}

function Cited({ project: { citedBy, lookBacks } }: { project: ProjectRecord }) {
  const text = useTextOf(projectTexts)
  const findings = citedBy.filter(({ recordKind }) => recordKind === 'finding')
  const measures = citedBy.filter(({ recordKind }) => recordKind === 'measure')
  return (
    <p className="project-cited">
      {findings.length > 0 ? (
        <span>
          <span className="quiet">{text.citedFindings}</span>
          {findings.map(({ recordId, number, text: words }) => (
            <Link key={recordId} to="/findings/$id" params={{ id: String(recordId) }} title={words} className="figure">
              {number}
            </Link>
          ))}
        </span>
      ) : null}
      {measures.length > 0 ? (
        <span>
          <span className="quiet">{text.citedMeasures}</span>
          {measures.map(({ recordId, number, text: words }) => (
            <Link key={recordId} to="/measures/$id" params={{ id: String(recordId) }} title={words} className="figure">
              {number}
            </Link>
          ))}
        </span>
      ) : null}
      {lookBacks.map(({ batchId, name }) => (
        <Link key={batchId} to="/look-backs/$id" params={{ id: String(batchId) }}>
          {name}
        </Link>
      ))}
    </p>
  )
}

/** What each station lacks that has begun, with the way to where it is filled in. */
function Lacking({ project }: { project: ProjectRecord }) {
  const text = useTextOf(projectTexts)
  const stations = project.line.filter(({ missing }) => missing.length > 0)
  return (
    <section className="card project-lacking" aria-label={text.lacking}>
      <header>
        <h2>{text.lacking}</h2>
      </header>
      {stations.length === 0 ? <p className="quiet">{text.nothingLacking}</p> : null}
      <ul>
        {stations.flatMap(({ station, missing }) =>
          missing.map((one) => (
            <li key={`${station} ${one.register} ${one.kind} ${one.entryId} ${one.field}`}>
              <span className="quiet">{text.stages[station]}</span>
              <span>{one.text}</span>
              {one.entryId === null ? (
                <Link to="/registers/$register/new" params={{ register: one.register }}>
                  {text.register}
                </Link>
              ) : (
                <Link to="/entries/$id/edit" params={{ id: String(one.entryId) }}>
                  {text.fill}
                </Link>
              )}
            </li>
          )),
        )}
      </ul>
    </section>
  )
}
