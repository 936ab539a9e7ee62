import { Link } from '@tanstack/react-router'
import { useText } from '../language/language.ts'
import { closedStatuses } from '../ledger/ledger-cell.tsx'
import { DueDate } from '../parts/due-date.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { CopyNumber } from '../record/copy-number.tsx'
import { Facts } from '../record/facts.tsx'
import type { MeasureRecord } from '../record/record-queries.ts'
import { SourceCard } from '../record/source-card.tsx'

/** A measure: state, deadline, the three answerable, target, the findings it answers, source. */
export function MeasureBody({ measure }: { measure: MeasureRecord }) {
  const text = useText()
  const { target } = measure
  return (
    <>
      <section className="card record-card">
        <Facts
          columns={[
            [
              [text.record.status, <StatusMark key="status" status={measure.status} />],
              [
                text.record.due,
                <DueDate
                  key="due"
                  dueOn={measure.dueOn}
                  phrase={measure.duePhrase}
                  originalDueOn={measure.originalDueOn}
                  explained
                  closed={closedStatuses.includes(measure.status)}
                />,
              ],
              [text.record.duePhrase, measure.dueOn ? measure.duePhrase : null],
              [text.record.kind, measure.kind ? text.kinds[measure.kind] : text.common.unset],
              [
                text.record.docket,
                measure.docketNumber ? <CopyNumber key="docket" number={measure.docketNumber} /> : null,
              ],
            ],
            [
              [text.record.leader, measure.responsibleLeader?.name ?? text.common.unset],
              [text.record.leadUnit, measure.leadUnit?.name ?? text.common.unset],
              [text.record.supporting, measure.supportingUnits.map((unit) => unit.name).join(text.common.listJoin)],
              [text.record.officer, measure.responsibleOfficer?.name ?? text.common.unset],
              [text.record.documents, measure.documents.join(text.common.listJoin)],
            ],
          ]}
        />
      </section>
      {target ? (
        <section className="card record-card">
          <h2>{text.record.target}</h2>
          <p className="record-target figure">
            <strong>{target.quantity}</strong> <span className="quiet">{target.unit}</span>
          </p>
        </section>
      ) : null}
      <section className="card record-card">
        <h2>
          {text.record.answers} <span className="quiet figure">{measure.findings.length}</span>
        </h2>
        {measure.findings.length > 1 ? (
          <p className="quiet">{text.record.answersMany(measure.findings.length)}</p>
        ) : null}
        <ul className="record-list">
          {measure.findings.map((finding) => (
            <li key={finding.id}>
              <Link to="/findings/$id" params={{ id: String(finding.id) }}>
                <span className="figure">{finding.number}</span> {finding.heading}
              </Link>
            </li>
          ))}
        </ul>
        {measure.causes.length > 0 ? (
          <>
            <h3>{text.record.forCauses}</h3>
            <ul className="record-list">
              {measure.causes.map((cause) => (
                <li key={cause.id}>{cause.text}</li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
      <SourceCard source={measure.source} sourceLines={measure.sourceLines} />
    </>
  )
}
