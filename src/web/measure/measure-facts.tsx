import { useText, useTextOf } from '../language/language.ts'
import { closedStatuses } from '../ledger/ledger-cell.tsx'
import { DueDate } from '../parts/due-date.tsx'
import { LightMark } from '../parts/light-mark.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { CopyNumber } from '../record/copy-number.tsx'
import { Facts } from '../record/facts.tsx'
import type { MeasureRecord } from '../record/record-queries.ts'
import { measureTexts } from './texts.ts'

type MeasureFactsProps = {
  measure: Omit<
    MeasureRecord,
    | 'life'
    | 'history'
    | 'source'
    | 'sourceLines'
    | 'allowed'
    | 'findings'
    | 'causes'
    | 'inspection'
    | 'previousId'
    | 'nextId'
  >
}

/** Light, status and deadline of a measure; who answers for it. */
export function MeasureFacts({ measure }: MeasureFactsProps) {
  const text = useText()
  const own = useTextOf(measureTexts)
  const closed = closedStatuses.includes(measure.status)
  return (
    <section className="card record-card">
      <Facts
        columns={[
          [
            [
              own.light,
              <span key="light">
                <LightMark light={measure.light} />
                {measure.missedWeeks > 0 && !closed ? (
                  <span className="small quiet"> {own.missedWeeks(measure.missedWeeks)}</span>
                ) : null}
              </span>,
            ],
            [text.record.status, <StatusMark key="status" status={measure.status} />],
            [
              text.record.due,
              <span key="due">
                <DueDate
                  dueOn={measure.dueOn}
                  phrase={measure.duePhrase}
                  originalDueOn={measure.originalDueOn}
                  closed={closed}
                  explained
                />
                {measure.originalDueOn && measure.originalDueOn !== measure.dueOn ? (
                  <span className="small quiet figure"> {own.originalDue(measure.originalDueOn)}</span>
                ) : null}
              </span>,
            ],
            [text.record.duePhrase, measure.dueOn ? measure.duePhrase : null],
            [
              own.reviewOn,
              measure.reviewOn ? (
                <span key="review" className="figure">
                  {measure.reviewOn}
                </span>
              ) : null,
            ],
            [text.record.kind, measure.kind ? text.kinds[measure.kind] : text.common.unset],
          ],
          [
            [text.record.leader, measure.responsibleLeader?.name ?? text.common.unset],
            [text.record.leadUnit, measure.leadUnit?.name ?? text.common.unset],
            [text.record.supporting, measure.supportingUnits.map((unit) => unit.name).join(text.common.listJoin)],
            [text.record.officer, measure.responsibleOfficer?.name ?? text.common.unset],
            [
              text.record.docket,
              measure.docketNumber ? <CopyNumber key="docket" number={measure.docketNumber} /> : null,
            ],
            [text.record.documents, measure.documents.join(text.common.listJoin)],
          ],
        ]}
      />
    </section>
  )
}
