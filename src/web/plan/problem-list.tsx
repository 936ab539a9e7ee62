import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type PlanCheck, planChecks } from '../../core/plan/checks.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { AddMeasureLine } from './add-measure-line.tsx'
import type { Plan, Problem } from './plan-queries.ts'
import type { OpenRecord } from './record-dialog.tsx'
import { texts } from './texts.ts'

/** So many of one check are in the page; the next come as these are mended. */
const shownAtOnce = 100

/** What fails, by check, each with the place that mends it. */
export function ProblemList({ plan, onOpen }: { plan: Plan; onOpen: (open: OpenRecord) => void }) {
  const text = useTextOf(texts)
  const [adding, setAdding] = useState<Problem[]>([])
  // With its first measure a finding passes the check; the line somebody writes in stays for the next measure.
  const { problems } = plan
  const mended = adding.filter((problem) => !problems.some((other) => isSame(problem, other)))
  const groups = planChecks
    .map((check) => ({
      check,
      found: problems.filter((problem) => problem.check === check),
      kept: mended.filter((problem) => problem.check === check),
    }))
    .filter(({ found, kept }) => found.length + kept.length > 0)
  const add = (problem: Problem) =>
    setAdding((known) => (known.some((other) => isSame(problem, other)) ? known : [...known, problem]))
  return (
    <section className="card plan-problems" aria-labelledby="plan-problems">
      <h2 id="plan-problems">
        {text.problemsTitle}{' '}
        <span className="quiet figure">{problems.length > 0 ? text.problemCount(problems.length) : null}</span>
      </h2>
      {problems.length === 0 ? <p className="plan-passed">✓ {text.noProblems}</p> : null}
      {groups.map((group) => (
        <ProblemGroup key={group.check} {...group} plan={plan} onOpen={onOpen} adding={adding} onAdd={add} />
      ))}
    </section>
  )
}

const isSame = (one: Problem, other: Problem) => one.check === other.check && one.id === other.id

type LineProps = {
  plan: Plan
  onOpen: (open: OpenRecord) => void
  /** Under which findings measures are being written. */
  adding: Problem[]
  onAdd: (problem: Problem) => void
}
type ProblemGroupProps = LineProps & { check: PlanCheck; found: Problem[]; kept: Problem[] }

function ProblemGroup({ check, found, kept, ...line }: ProblemGroupProps) {
  const text = useTextOf(texts)
  const { name } = text.checks[check]
  return (
    <details open className="problem-group">
      <summary>
        {name} <span className="figure">{found.length}</span>
      </summary>
      <ul>
        {[...kept, ...found.slice(0, shownAtOnce)].map((problem) => (
          <ProblemLine key={problem.id} problem={problem} {...line} />
        ))}
      </ul>
      {found.length > shownAtOnce ? <p className="quiet">{text.more(found.length - shownAtOnce)}</p> : null}
    </details>
  )
}

/** Which editor mends a problem. */
function mending({ check, record, id }: Problem): OpenRecord {
  if (check === 'findingWithoutMeasure') return { record: 'measure', id: null, findingId: id }
  if (check === 'findingWithoutCause') return { record: 'cause', id: null, findingId: id }
  return { record, id }
}

function ProblemLine({ problem, plan, onOpen, adding, onAdd }: LineProps & { problem: Problem }) {
  const text = useTextOf(texts)
  const open = () => onOpen(mending(problem))
  const isOneLine = problem.check === 'findingWithoutMeasure'
  const number = problem.number ?? text.records[problem.record]
  return (
    <li className="problem-line">
      <span className="figure problem-number">
        {problem.record === 'finding' ? (
          <Link to="/findings/$id" params={{ id: String(problem.id) }}>
            {number}
          </Link>
        ) : problem.record === 'measure' ? (
          <Link to="/measures/$id" params={{ id: String(problem.id) }}>
            {number}
          </Link>
        ) : (
          number
        )}
      </span>
      <span className="problem-text">{problem.text}</span>
      <span className="problem-lacks">
        {problem.lacks.map((lack) => (
          <span key={lack} className="tag">
            {text.lacks[lack]}
          </span>
        ))}
      </span>
      {plan.offers.edit.allowed ? (
        <Button look="quiet" className="no-print" onClick={isOneLine ? () => onAdd(problem) : open}>
          {text.checks[problem.check].fix}
          <span className="visually-hidden"> {number}</span>
        </Button>
      ) : null}
      {adding.some((other) => isSame(problem, other)) ? (
        <AddMeasureLine inspectionId={plan.inspection.id} findingId={problem.id} onFullForm={open} autoFocus />
      ) : null}
    </li>
  )
}
