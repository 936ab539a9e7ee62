import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { FindingBody } from '../finding/finding-body.tsx'
import { findingTexts } from '../finding/texts.ts'
import { useText, useTextOf } from '../language/language.ts'
import { ApplicationCard } from '../measure/application-card.tsx'
import { MeasureFacts } from '../measure/measure-facts.tsx'
import { RequestFacts } from '../measure/request-card.tsx'
import { TargetList } from '../measure/target-list.tsx'
import { measureTexts } from '../measure/texts.ts'
import { Button } from '../parts/button.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { ProblemPage } from '../problem/problem-page.tsx'
import { findingQuery, measureQuery } from '../record/record-queries.ts'
import { Timeline } from '../record/timeline.tsx'
import { type Approval, agreeing, numberOf, refusing, textOf } from './approval.ts'
import { approvalTexts } from './texts.ts'
import '../record/record.css'
import '../measure/measure.css'

type ApprovalDetailProps = {
  approval: Approval
  /** On a phone: to the list. */
  onBack: (() => void) | null
  onAgree: () => void
  onRefuse: () => void
}

/** Everything needed for one decision: claim, targets and what is reached, evidence, what is asked for, earlier returns. */
export function ApprovalDetail({ approval, onBack, onAgree, onRefuse }: ApprovalDetailProps) {
  const text = useTextOf(approvalTexts)
  const { measure, finding } = approval
  return (
    <>
      <header className="approvals-title">
        {onBack ? (
          <Button look="quiet" onClick={onBack}>
            ‹ {text.back}
          </Button>
        ) : null}
        <h2>
          <span className="figure">{numberOf(approval)}</span> {textOf(approval)}
        </h2>
        {measure ? (
          <Link to="/measures/$id" params={{ id: String(measure.id) }}>
            {text.open}
          </Link>
        ) : finding ? (
          <Link to="/findings/$id" params={{ id: String(finding.id) }}>
            {text.openFinding}
          </Link>
        ) : null}
      </header>
      <div className="approvals-body">
        {approval.request ? (
          <section className="card record-card">
            <RequestFacts request={approval.request} />
          </section>
        ) : null}
        {approval.application && approval.subject === 'measure' ? (
          <ApplicationCard application={approval.application} targets={approval.targets} />
        ) : null}
        {measure ? <MeasureMaterial approval={approval} id={measure.id} /> : null}
        {finding && !measure ? <FindingMaterial id={finding.id} /> : null}
      </div>
      <Decide approval={approval} onAgree={onAgree} onRefuse={onRefuse} />
    </>
  )
}

function Decide({ approval, onAgree, onRefuse }: Omit<ApprovalDetailProps, 'onBack'>) {
  const text = useTextOf(measureTexts)
  const { acts } = useTextOf(findingTexts)
  const label = (todo: ReturnType<typeof agreeing>): string =>
    todo === null
      ? ''
      : todo.kind === 'act'
        ? text.acts[todo.act]
        : todo.kind === 'decision'
          ? text.decisions[todo.decision]
          : acts[todo.act]
  const agreed = agreeing(approval)
  const refused = refusing(approval)
  return (
    <footer className="approvals-decide">
      {refused ? (
        <Button aria-keyshortcuts="r" onClick={onRefuse}>
          {label(refused)} <kbd>r</kbd>
        </Button>
      ) : null}
      {agreed ? (
        <Button look="primary" aria-keyshortcuts="a" onClick={onAgree}>
          {label(agreed)} <kbd>a</kbd>
        </Button>
      ) : null}
    </footer>
  )
}

/** What the measure's own page knows: facts, targets, evidence, and what was returned before. */
function MeasureMaterial({ approval, id }: { approval: Approval; id: number }) {
  const text = useTextOf(approvalTexts)
  const { history } = useText().record
  const { tabs } = useTextOf(measureTexts)
  const { data: measure, error } = useQuery(measureQuery(id))
  if (error) return <ProblemPage error={error} />
  if (!measure) return <Skeleton />
  const returns = measure.history.filter(({ act }) => act === 'measure.returned' || act === 'request.refused')
  return (
    <>
      <TargetList targets={approval.targets.length > 0 ? approval.targets : measure.life.targets} />
      <MeasureFacts measure={measure} />
      <section className="card record-card">
        <h2>{tabs.evidence}</h2>
        <EvidencePanel measureId={id} targets={measure.life.targets} canAttach={false} />
      </section>
      {returns.length > 0 ? (
        <section className="card record-card">
          <h2>{text.earlierReturns}</h2>
          <Timeline events={returns} />
        </section>
      ) : null}
      <section className="card record-card">
        <h2>{history}</h2>
        <Timeline events={measure.history} targets={measure.life.targets} />
      </section>
    </>
  )
}

function FindingMaterial({ id }: { id: number }) {
  const { data: finding, error } = useQuery(findingQuery(id))
  if (error) return <ProblemPage error={error} />
  return finding ? <FindingBody finding={finding} /> : <Skeleton />
}
