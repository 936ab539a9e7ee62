import { Link } from '@tanstack/react-router'
import { useText } from '../language/language.ts'
import { closedStatuses } from '../ledger/ledger-cell.tsx'
import { DueDate } from '../parts/due-date.tsx'
import { LightMark } from '../parts/light-mark.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { CopyNumber } from '../record/copy-number.tsx'
import { Facts } from '../record/facts.tsx'
import type { FindingRecord } from '../record/record-queries.ts'
import { SourceCard } from '../record/source-card.tsx'

/** A finding: the inspectors' wording, causes, measures, source. On its page and in the ledger's panel. */
export function FindingBody({ finding }: { finding: FindingRecord }) {
  const text = useText()
  const measures = finding.measureList
  return (
    <>
      <section className="card record-card">
        <Facts
          columns={[
            [
              [text.record.number, <CopyNumber key="number" number={finding.number} />],
              [text.record.progress, text.ledger.closed(finding.measuresClosed, finding.measures)],
            ],
            [
              [text.record.aspect, finding.aspect],
              [
                text.record.reported,
                finding.reportedStatus ? (
                  <>
                    {finding.reportedStatus.text}{' '}
                    <span className="faint small">{text.buckets[finding.reportedStatus.bucket]}</span>
                  </>
                ) : null,
              ],
            ],
          ]}
        />
        {finding.selfFound ? <p className="tag">{text.record.selfFound}</p> : null}
      </section>
      <section className="card record-card">
        <h2>{text.record.original}</h2>
        {finding.original ? (
          <blockquote className="original">{finding.original}</blockquote>
        ) : (
          <p className="quiet">{text.record.noOriginal}</p>
        )}
      </section>
      <section className="card record-card">
        <h2>
          {text.record.causes} <span className="quiet figure">{finding.causeList.length}</span>
        </h2>
        {finding.causeList.length === 0 ? <p className="quiet">{text.record.noCauses}</p> : null}
        <ul className="record-list">
          {finding.causeList.map((cause) => (
            <li key={cause.id}>
              <span>{cause.text}</span>
              <span className="small quiet">
                {cause.measureIds.length > 0 ? `${text.record.causeMeasures} ` : null}
                {cause.measureIds.map((id) => {
                  const measure = measures.find((one) => one.id === id)
                  return (
                    <Link key={id} to="/measures/$id" params={{ id: String(id) }} className="figure number-list">
                      {measure?.number ?? id}
                    </Link>
                  )
                })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className="card record-card" id="measures">
        <h2>
          {text.record.measures} <span className="quiet figure">{measures.length}</span>
        </h2>
        {measures.length === 0 ? <p className="quiet">{text.record.noMeasures}</p> : null}
        <ul className="record-list">
          {measures.map((measure) => (
            <li key={measure.id}>
              <span>
                <Link to="/measures/$id" params={{ id: String(measure.id) }} className="figure">
                  {measure.number}
                </Link>{' '}
                {measure.text}
                {measure.alsoAnswers.length > 0 ? (
                  <span className="also">{text.ledger.alsoAnswers(measure.alsoAnswers.join('·'))}</span>
                ) : null}
              </span>
              <span className="small record-line">
                <LightMark light={measure.light} />
                <StatusMark status={measure.status} />
                <span>{measure.leadUnit?.name}</span>
                <DueDate
                  dueOn={measure.dueOn}
                  phrase={measure.duePhrase}
                  closed={closedStatuses.includes(measure.status)}
                />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <SourceCard source={finding.source} sourceLines={finding.sourceLines} />
    </>
  )
}
