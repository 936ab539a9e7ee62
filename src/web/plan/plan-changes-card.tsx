import { Link } from '@tanstack/react-router'
import { useTextOf } from '../language/language.ts'
import type { Plan } from './plan-queries.ts'
import { texts } from './texts.ts'

const shownAtOnce = 30

/** What is different from the plan under review, or from the one approved last. */
export function PlanChangesCard({ plan }: { plan: Plan }) {
  const text = useTextOf(texts)
  const { changes } = plan
  if (changes.length === 0) return null
  const open = plan.rounds.some(({ state }) => state === 'inReview')
  return (
    <section className="card plan-card" aria-labelledby="plan-changes">
      <h2 id="plan-changes">
        {open ? text.changesOpen : text.changesApproved} <span className="quiet figure">{changes.length}</span>
      </h2>
      <p className="small quiet">{text.changesNote}</p>
      <ul className="change-list">
        {changes.slice(0, shownAtOnce).map(({ record, id, change, number, text: words, fields }) => (
          <li key={`${record} ${id}`}>
            <span className="tag">{text.changeWords[change]}</span>{' '}
            {record === 'cause' || change === 'removed' ? (
              `${text.records[record]} ${number ?? ''}`
            ) : (
              <Link to={record === 'finding' ? '/findings/$id' : '/measures/$id'} params={{ id: String(id) }}>
                {text.records[record]} {number}
              </Link>
            )}{' '}
            <span className="small quiet">
              {fields.map((field) => text.fields[field] ?? field).join('、') || words.slice(0, 30)}
            </span>
          </li>
        ))}
      </ul>
      {changes.length > shownAtOnce ? <p className="small quiet">{text.more(changes.length - shownAtOnce)}</p> : null}
    </section>
  )
}
