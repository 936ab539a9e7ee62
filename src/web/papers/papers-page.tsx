/** Escalation papers of an inspection, those in hand first. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { paperStateWords } from '../../core/paper/paper.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { useSession } from '../session/use-boot.ts'
import { type PaperRow, papersQuery } from './paper-queries.ts'
import { texts } from './texts.ts'
import './papers.css'

const ended = ['closed', 'withdrawn']

export function PapersPage() {
  const text = useTextOf(texts)
  const inspection = useChosenInspection()
  usePageTitle(text.title)
  return inspection ? (
    <Papers inspectionId={inspection.id} inspectionName={inspection.name} />
  ) : (
    <Empty title={text.title}>
      <p>{text.chooseInspection}</p>
    </Empty>
  )
}

function Papers({ inspectionId, inspectionName }: { inspectionId: number; inspectionName: string }) {
  const text = useTextOf(texts)
  const navigate = useNavigate()
  const { allowed } = useSession()
  const { show = 'toDo' } = useSearch({ from: '/signed-in/papers' })
  const papers = useQuery(papersQuery(inspectionId))
  const rows = (papers.data ?? []).filter((row) => show === 'all' || ended.includes(row.state) === (show === 'done'))
  return (
    <div className="papers">
      <header className="papers-head">
        <h1>{text.title}</h1>
        <fieldset className="papers-show no-print">
          <legend className="visually-hidden">{text.show}</legend>
          {(['toDo', 'done', 'all'] as const).map((which) => (
            <Button
              key={which}
              look={which === show ? 'plain' : 'quiet'}
              aria-pressed={which === show}
              onClick={() => void navigate({ to: '/papers', search: which === 'toDo' ? {} : { show: which } })}
            >
              {text[which]}
            </Button>
          ))}
        </fieldset>
        {allowed.includes('accountability.read') ? (
          <Link to="/accountability" className="no-print">
            {text.accountability}
          </Link>
        ) : null}
        <p className="quiet">
          {inspectionName} · {text.lead}
        </p>
      </header>
      {papers.error ? <FormProblem>{sentenceOf(papers.error)}</FormProblem> : null}
      {papers.isPending ? <Skeleton /> : null}
      {papers.data && rows.length === 0 ? (
        <Empty title={text.noneTitle}>
          <p>{text.none}</p>
        </Empty>
      ) : null}
      {rows.length > 0 ? <Table rows={rows} /> : null}
    </div>
  )
}

function Table({ rows }: { rows: readonly PaperRow[] }) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const { columns } = text
  return (
    <div className="papers-scroll">
      <table className="papers-table">
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.unit}</th>
            <th scope="col">{columns.measures}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.day}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="figure papers-number">{row.number ?? <span className="quiet">{text.noNumber}</span>}</td>
              <td>
                <Link to="/papers/$id" params={{ id: String(row.id) }}>
                  {row.title}
                </Link>
              </td>
              <td>{row.unit.name}</td>
              <td className="figure papers-count">{text.count(row.measures)}</td>
              <td>
                {paperStateWords[row.state][language]}
                {row.state === 'sent' && row.receivedAt === null ? (
                  <span className="quiet small"> {text.notReceived}</span>
                ) : null}
              </td>
              <td className="figure">
                {(row.sentAt ?? row.draftedAt).slice(0, 10)}
                {row.sentAt === null && row.draftedBy === null ? (
                  <span className="quiet small"> {text.bySystem}</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
