import { memo } from 'react'
import type { DraftFinding } from '../../core/ledger/draft.ts'
import type { UnderFinding } from '../../core/ledger/under-findings.ts'
import { useTextOf } from '../language/language.ts'
import { FindingEditor, type FindingFields } from './finding-editor.tsx'
import { RecordEditor, SplitEditor } from './record-editor.tsx'
import type { Place } from './record-places.ts'
import { RecordRow } from './record-row.tsx'
import { texts } from './texts.ts'

/** What is being done by hand: editing a record, or choosing where to split it. */
export type Hand = { key: string; finding: string; does: 'edit' | 'split' }

export type CardActs = {
  select: (place: Place) => void
  toggle: (finding: string) => void
  mark: (key: string) => void
  edit: (place: Place) => void
  saveText: (key: string, text: string) => void
  saveFinding: (key: string, changed: Partial<FindingFields>) => void
  split: (key: string, at: number) => void
  cancel: () => void
}

type FindingCardProps = {
  group: UnderFinding
  expanded: boolean
  /** Key of the selected record when it stands in this card. */
  selected: string | null
  hand: Hand | null
  marked: ReadonlySet<string>
  /** Number of each finding by key, for records under several. */
  numbers: ReadonlyMap<string, string>
  readOnly: boolean
  acts: CardActs
}

/** A finding with its causes and measures, as the ledger will have them. */
export const FindingCard = memo(function FindingCard(props: FindingCardProps) {
  const { group, expanded, selected, hand, readOnly, acts } = props
  const text = useTextOf(texts)
  const { finding, causes, measures } = group
  const here: Place = { key: finding.key, finding: finding.key }
  const look = [
    'finding-card',
    selected === null ? '' : 'finding-current',
    selected === finding.key ? 'finding-selected' : '',
    finding.leftOut ? 'draft-record-out' : '',
  ]
  return (
    <section className={look.filter(Boolean).join(' ')} aria-label={`${finding.number} ${finding.heading}`}>
      {hand?.key === finding.key ? (
        <FindingEditor
          finding={finding}
          onSave={(changed) => acts.saveFinding(finding.key, changed)}
          onCancel={acts.cancel}
        />
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: j, k and Enter act on the selected card, see the page's keys
        // biome-ignore lint/a11y/noStaticElementInteractions: the button inside opens and closes the card for everybody
        <div
          className="finding-head"
          data-record={finding.key}
          tabIndex={selected === finding.key ? 0 : -1}
          aria-current={selected === finding.key || undefined}
          onClick={() => acts.select(here)}
          onDoubleClick={readOnly ? undefined : () => acts.edit(here)}
        >
          <span className="finding-number figure">{finding.number}</span>
          <strong className="finding-heading draft-record-text">{finding.heading}</strong>
          <button
            type="button"
            className="finding-toggle small"
            aria-expanded={expanded}
            onClick={(event) => {
              event.stopPropagation()
              acts.toggle(finding.key)
            }}
          >
            {[
              finding.leftOut ? text.leftOut : '',
              causes.length > 0 ? text.causes(causes.length) : '',
              text.measures(measures.length),
            ]
              .filter(Boolean)
              .join(' · ')}
          </button>
        </div>
      )}
      {expanded ? <CardBody {...props} /> : null}
    </section>
  )
})

function CardBody({ group, selected, hand, marked, numbers, readOnly, acts }: FindingCardProps) {
  const text = useTextOf(texts)
  const { finding, causes, measures } = group
  return (
    <>
      <FindingFacts finding={finding} />
      {measures.length === 0 ? <p className="finding-none small quiet">{text.noMeasures}</p> : null}
      <ul>
        {[...causes, ...measures].map((record) => {
          const here: Place = { key: record.key, finding: finding.key }
          if (hand?.key === record.key && hand.finding === finding.key) {
            const label = text.text
            return hand.does === 'split' ? (
              <SplitEditor
                key={record.key}
                label={label}
                value={record.text}
                onSplit={(at) => acts.split(record.key, at)}
                onCancel={acts.cancel}
              />
            ) : (
              <RecordEditor
                key={record.key}
                label={label}
                value={record.text}
                onSave={(value) => acts.saveText(record.key, value)}
                onCancel={acts.cancel}
              />
            )
          }
          return (
            <RecordRow
              key={record.key}
              record={record}
              numbers={record.findings.map((key) => numbers.get(key) ?? '')}
              selected={selected === record.key}
              marked={marked.has(record.key)}
              leftOut={record.leftOut || finding.leftOut}
              readOnly={readOnly}
              onSelect={() => acts.select(here)}
              onMark={() => acts.mark(record.key)}
              onEdit={() => acts.edit(here)}
            />
          )
        })}
      </ul>
    </>
  )
}

function FindingFacts({ finding }: { finding: DraftFinding }) {
  const text = useTextOf(texts)
  const facts = [
    [text.original, finding.original],
    [text.status, finding.status?.text ?? null],
  ].filter(([, value]) => value !== null)
  if (facts.length === 0) return null
  return (
    <dl className="finding-facts small">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="faint">{name}</dt>
          <dd className="quiet">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
