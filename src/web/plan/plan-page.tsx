import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { LedgerUnbegun } from '../ledger/ledger-empty.tsx'
import { Button } from '../parts/button.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { DocketCard } from './docket-card.tsx'
import { PlanChangesCard } from './plan-changes-card.tsx'
import { type Plan, planQuery } from './plan-queries.ts'
import { ProblemList } from './problem-list.tsx'
import { type OpenRecord, RecordDialog } from './record-dialog.tsx'
import { ReviewCard } from './review-card.tsx'
import { texts } from './texts.ts'
import './plan-page.css'

/** `/plan`: what still fails, who said what in review, what can be docketed. */
export function PlanPage() {
  const text = useTextOf(texts)
  usePageTitle(text.title)
  const inspection = useChosenInspection()
  const plan = useQuery({ ...planQuery(inspection?.id ?? 0), enabled: inspection !== null })
  if (inspection === null) return <LedgerUnbegun />
  if (plan.isError && !plan.data) return <ProblemPage error={plan.error} reset={() => void plan.refetch()} />
  if (!plan.data) return <Skeleton />
  return <PlanView plan={plan.data} />
}

function PlanView({ plan }: { plan: Plan }) {
  const text = useTextOf(texts)
  const [open, setOpen] = useState<OpenRecord | null>(null)
  return (
    <article className="plan">
      <header className="plan-head">
        <div>
          <h1>{text.title}</h1>
          <p className="quiet">{plan.inspection.name}</p>
          <p className="no-print">
            <Link to="/inspections/$id" params={{ id: String(plan.inspection.id) }}>
              {text.inspectionPage}
            </Link>
          </p>
        </div>
        <Counts plan={plan} />
        {plan.offers.edit.allowed ? (
          <div className="plan-adds no-print">
            <Button onClick={() => setOpen({ record: 'finding', id: null })}>{text.addFinding}</Button>
            <Button onClick={() => setOpen({ record: 'cause', id: null })}>{text.addCause}</Button>
            <Button onClick={() => setOpen({ record: 'measure', id: null })}>{text.addMeasure}</Button>
          </div>
        ) : null}
      </header>
      <div className="plan-columns">
        <ProblemList key={plan.inspection.id} plan={plan} onOpen={setOpen} />
        <div className="plan-side">
          <ReviewCard plan={plan} />
          <PlanChangesCard plan={plan} />
          <DocketCard plan={plan} />
        </div>
      </div>
      {open ? <RecordDialog open={open} onClose={() => setOpen(null)} /> : null}
    </article>
  )
}

/** How many records there are, beside how many the imported text claims. */
function Counts({ plan }: { plan: Plan }) {
  const text = useTextOf(texts)
  const kinds = [
    ['findings', text.records.finding],
    ['causes', text.records.cause],
    ['measures', text.records.measure],
  ] as const
  return (
    <dl className="plan-counts" aria-label={text.counts}>
      {kinds.map(([kind, name]) => {
        const declared = plan.declared[kind]
        const differs = declared !== null && declared !== plan.counts[kind]
        return (
          <div key={kind}>
            <dt>{name}</dt>
            <dd className="figure">{plan.counts[kind]}</dd>
            {declared === null ? null : (
              <dd className={differs ? 'small plan-differs' : 'small quiet'}>
                {differs ? '▲ ' : '✓ '}
                {text.declared(declared)}
                {differs ? <span className="visually-hidden"> {text.differs}</span> : null}
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}
