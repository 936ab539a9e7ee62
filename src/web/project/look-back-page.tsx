import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTextOf } from '../language/language.ts'
import { DueDate } from '../parts/due-date.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { type LookBack, lookBackQuery } from './project-queries.ts'
import { projectTexts } from './texts.ts'
import './project.css'

type Row = LookBack['rows'][number]
type Result = NonNullable<Row['review']>
type Answered = Result['answers'][string]
const signs: Readonly<Record<Answered['answer'], string>> = {
  fine: '✓',
  problem: '!',
  unclear: '?',
  notApplicable: '–',
}

/** `/look-backs/$id`: a round of look-back as a matrix: projects down, questions across. */
export function LookBackPage() {
  const text = useTextOf(projectTexts)
  const { id = '' } = useParams({ strict: false })
  const read = useQuery(lookBackQuery(Number(id)))
  usePageTitle(read.data?.name ?? text.lookBacks)
  if (read.isError && !read.data) return <ProblemPage error={read.error} reset={() => void read.refetch()} />
  if (!read.data) return <Skeleton />
  const round = read.data
  return (
    <div className="look-back">
      <header className="project-head">
        <p className="project-title">
          <Link to="/projects">{text.title}</Link>
          <span className="faint"> / </span>
          <span className="quiet">{text.lookBacks}</span>
        </p>
        <h1>
          {round.name}
          <Link className="small project-entry" to="/entries/$id" params={{ id: String(round.id) }}>
            {text.inRegister}
          </Link>
        </h1>
        <p className="figure">{text.lookBackCounts(round)}</p>
        <dl className="project-facts">
          {round.selfCheckDueOn === null ? null : (
            <div>
              <dt>{text.selfCheckDue}</dt>
              <dd>
                <DueDate dueOn={round.selfCheckDueOn} phrase={null} closed={round.selfChecked >= round.projects} />
              </dd>
            </div>
          )}
          {round.basis === null ? null : (
            <div>
              <dt>{text.basis}</dt>
              <dd>{round.basis}</dd>
            </div>
          )}
        </dl>
        <ul className="look-back-legend small quiet">
          {(Object.keys(signs) as Answered['answer'][]).map((answer) => (
            <li key={answer}>
              <span className={`answer answer-${answer}`} aria-hidden="true">
                {signs[answer]}
              </span>{' '}
              {text.answers[answer]}
            </li>
          ))}
        </ul>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className="card projects-table look-back-matrix" aria-label={round.name} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.columns.name}</th>
              {round.questions.map(({ number, question, basis }) => (
                <th
                  key={number}
                  scope="col"
                  title={[question, basis].filter(Boolean).join('\n')}
                  className="look-back-question"
                >
                  <span className="figure">{number}</span> {question}
                </th>
              ))}
              <th scope="col">{text.selfCheck}</th>
              <th scope="col">{text.review}</th>
            </tr>
          </thead>
          <tbody>
            {round.rows.map((row) => (
              <tr key={row.project.id}>
                <th scope="row">
                  <Link to="/projects/$id" params={{ id: String(row.project.id) }}>
                    {row.project.name}
                  </Link>
                  <span className="small faint">{row.owner?.name}</span>
                </th>
                {round.questions.map(({ number }) => (
                  <AnswerCell key={number} row={row} number={number} />
                ))}
                <ResultCell result={row.selfCheck} />
                <ResultCell result={row.review} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

/** What the review answered where it did; the self-check otherwise. Where the two differ, both. */
function AnswerCell({ row, number }: { row: Row; number: string }) {
  const text = useTextOf(projectTexts)
  const own = row.selfCheck?.answers[number]
  const reviewed = row.review?.answers[number]
  const shown = reviewed ?? own
  if (shown === undefined)
    return (
      <td className="answer-cell">
        <span className="visually-hidden">{text.unanswered}</span>
      </td>
    )
  const changed = own !== undefined && reviewed !== undefined && own.answer !== reviewed.answer
  const words = [
    changed ? text.changedTo(text.answers[own.answer], text.answers[reviewed.answer]) : text.answers[shown.answer],
    shown.note,
    shown.fixedOn && text.fixedOn(shown.fixedOn),
  ]
    .filter(Boolean)
    .join('；')
  return (
    <td className="answer-cell" title={words}>
      <span aria-hidden="true">
        {changed ? <span className="faint">{signs[own.answer]}→</span> : null}
        <span className={`answer answer-${shown.answer}`}>{signs[shown.answer]}</span>
        {shown.fixedOn ? <span className="faint">✓</span> : null}
      </span>
      <span className="visually-hidden">{words}</span>
    </td>
  )
}

function ResultCell({ result }: { result: Result | null }) {
  const text = useTextOf(projectTexts)
  if (result === null) return <td className="faint">{text.notYet}</td>
  return (
    <td>
      <Link to="/entries/$id" params={{ id: String(result.entryId) }}>
        {result.result === null ? result.on : text.results[result.result]}
      </Link>
      {result.found ? (
        <span className="small faint figure">{text.foundFixed(result.found, result.fixed ?? 0)}</span>
      ) : null}
    </td>
  )
}
