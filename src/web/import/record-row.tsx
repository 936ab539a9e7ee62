import type { MouseEvent } from 'react'
import type { DraftCause, DraftMeasure } from '../../core/ledger/draft.ts'
import { useTextOf } from '../language/language.ts'
import { texts } from './texts.ts'

type RecordRowProps = {
  record: DraftMeasure | DraftCause
  /** Numbers of all findings that it stands under. */
  numbers: readonly string[]
  selected: boolean
  marked: boolean
  leftOut: boolean
  readOnly: boolean
  onSelect: () => void
  onMark: () => void
  onEdit: () => void
}

/** A measure or cause under its finding. Clicking selects it, with Ctrl or Shift it is marked for merging. */
export function RecordRow({ record, numbers, selected, marked, leftOut, readOnly, ...on }: RecordRowProps) {
  const text = useTextOf(texts)
  const measure = 'marker' in record ? record : null
  const facts = measure
    ? [
        measure.duePhrase ? text.due(measure.duePhrase) : '',
        measure.target ? text.target(measure.target.quantity, measure.target.unit) : '',
        measure.documents.length > 0 ? text.documents(measure.documents) : '',
        numbers.length > 1 ? text.linked(numbers) : '',
      ].filter((fact) => fact !== '')
    : []
  const onClick = (event: MouseEvent) => {
    if (!readOnly && (event.ctrlKey || event.metaKey || event.shiftKey)) on.onMark()
    else on.onSelect()
  }
  const short = record.text.slice(0, 20)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j, k, space and Enter act on the selected row, see the page's keys
    <li
      className={`draft-record${selected ? ' draft-record-selected' : ''}${leftOut ? ' draft-record-out' : ''}`}
      data-record={record.key}
      tabIndex={selected ? 0 : -1}
      aria-current={selected || undefined}
      onClick={onClick}
      onDoubleClick={readOnly ? undefined : on.onEdit}
    >
      {readOnly ? null : (
        <input
          type="checkbox"
          className="draft-record-mark"
          checked={marked}
          tabIndex={-1}
          aria-label={text.mark(short)}
          onClick={(event) => event.stopPropagation()}
          onChange={on.onMark}
        />
      )}
      <span className="draft-record-marker" title={measure?.implied ? text.impliedMarker : undefined}>
        {measure ? (measure.marker ?? text.added) : text.cause}
        {measure?.implied && measure.marker ? '*' : ''}
      </span>
      <div className="draft-record-body">
        <p className="draft-record-text">{record.text}</p>
        {facts.length > 0 || leftOut ? (
          <p className="small faint">{[leftOut ? text.leftOut : '', ...facts].filter(Boolean).join(' · ')}</p>
        ) : null}
      </div>
    </li>
  )
}
