import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FindingBody } from '../finding/finding-body.tsx'
import { useText } from '../language/language.ts'
import { MeasureBody } from '../measure/measure-body.tsx'
import { Button } from '../parts/button.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { ProblemPage } from '../problem/problem-page.tsx'
import { HistoryList } from '../record/history-list.tsx'
import { findingQuery, measureQuery } from '../record/record-queries.ts'
import { Timeline } from '../record/timeline.tsx'
import { recordOf } from './ledger-row.ts'
import '../record/record.css'

type RowPanelProps = { rowKey: string; onClose: () => void }

/** The chosen row beside the list, with the way to its full page. */
export function RowPanel({ rowKey, onClose }: RowPanelProps) {
  const text = useText().ledger
  const { kind, id } = recordOf(rowKey)
  return (
    <aside className="row-panel no-print" aria-label={text.panel}>
      <div className="row-panel-bar">
        <Link
          to={kind === 'finding' ? '/findings/$id' : '/measures/$id'}
          params={{ id: String(id) }}
          className="button button-plain"
          aria-keyshortcuts="o"
        >
          {text.openFull}
        </Link>
        <Button look="quiet" aria-keyshortcuts="Escape" onClick={onClose}>
          {text.closePanel}
        </Button>
      </div>
      <div className="row-panel-body">
        {kind === 'finding' ? <FindingPanel key={id} id={id} /> : <MeasurePanel key={id} id={id} />}
      </div>
    </aside>
  )
}

function FindingPanel({ id }: { id: number }) {
  const { data: finding, error } = useQuery(findingQuery(id))
  if (error) return <ProblemPage error={error} />
  if (!finding) return <Skeleton />
  return (
    <>
      <h2>
        <span className="figure">{finding.number}</span> {finding.heading}
      </h2>
      <FindingBody finding={finding} />
      <History>
        <HistoryList events={finding.history} />
      </History>
    </>
  )
}

function MeasurePanel({ id }: { id: number }) {
  const { data: measure, error } = useQuery(measureQuery(id))
  if (error) return <ProblemPage error={error} />
  if (!measure) return <Skeleton />
  return (
    <>
      <h2>
        <span className="figure">{measure.number}</span> {measure.text}
      </h2>
      <MeasureBody measure={measure} />
      <History>
        <Timeline events={measure.history} targets={measure.life.targets} />
      </History>
    </>
  )
}

function History({ children }: { children: ReactNode }) {
  const text = useText().record
  return (
    <section className="card record-card">
      <h2>{text.history}</h2>
      {children}
    </section>
  )
}
