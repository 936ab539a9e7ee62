import type { ReactNode } from 'react'
import type { MeasureStatus } from '../../core/measure/status.ts'
import type { zh } from '../language/zh.ts'
import { DueDate } from '../parts/due-date.tsx'
import { LightMark } from '../parts/light-mark.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import type { ColumnKey } from './columns.ts'
import type { FindingRow, MeasureRow } from './ledger-row.ts'

/** Nobody waits for the deadline of these. */
export const closedStatuses: readonly MeasureStatus[] = ['signedOff', 'ongoing', 'unsubstantiated']

/** Short names of units by id, for columns; a unit without one goes by its full name. */
export type UnitNames = ReadonlyMap<number, string>

/** What a measure shows in a column. */
export function measureCell(row: MeasureRow, column: ColumnKey, text: typeof zh, names: UnitNames): ReactNode {
  if (column === 'light') return <LightMark light={row.light} />
  if (column === 'status') return <StatusMark status={row.status} />
  if (column === 'number') return row.number
  if (column === 'text')
    return (
      <>
        <span className="cut" title={row.text}>
          {row.text}
        </span>
        {row.alsoAnswers.length > 0 ? (
          <span className="also">{text.ledger.alsoAnswers(row.alsoAnswers.join('·'))}</span>
        ) : null}
      </>
    )
  if (column === 'unit')
    return row.leadUnit ? (
      <span title={row.leadUnit.name}>{names.get(row.leadUnit.id) ?? row.leadUnit.name}</span>
    ) : null
  if (column === 'officer') return row.responsibleOfficer?.name ?? null
  if (column === 'leader') return row.responsibleLeader?.name ?? null
  if (column === 'due')
    return (
      <DueDate
        dueOn={row.dueOn}
        phrase={row.duePhrase}
        originalDueOn={row.originalDueOn}
        closed={closedStatuses.includes(row.status)}
      />
    )
  if (column === 'target')
    return row.target ? (
      <span className="figure target">
        {row.reached === null ? '' : `${row.reached}/`}
        {row.target.quantity} <span className="faint small">{row.target.unit}</span>
      </span>
    ) : null
  if (column === 'week')
    return row.missedWeeks > 0 ? (
      text.ledger.missed(row.missedWeeks)
    ) : row.lastReportOn === null ? null : (
      <span className="quiet figure">{text.ledger.reported(row.lastReportOn.slice(5))}</span>
    )
  if (column === 'docket') return row.docketNumber
  if (column === 'kind') return row.kind ? text.kinds[row.kind] : null
  return null
}

/** How far a finding is, in words: closed measures of all, causes. */
export const findingSummary = (row: FindingRow, text: typeof zh): string =>
  [row.causes > 0 ? text.ledger.causeCount(row.causes) : '', text.ledger.closed(row.measuresClosed, row.measures)]
    .filter(Boolean)
    .join(' · ')
