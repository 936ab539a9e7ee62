import { useEffect, useRef } from 'react'
import { useTextOf } from '../language/language.ts'
import { dayOfMoment, daysBetween, today } from '../parts/day-distance.ts'
import { LightMark } from '../parts/light-mark.tsx'
import { type Approval, agreeing, isBulk, numberOf, textOf } from './approval.ts'
import { approvalTexts } from './texts.ts'

type ApprovalListProps = {
  list: readonly Approval[]
  open: string | null
  chosen: readonly string[]
  onChosen: (chosen: string[]) => void
  onOpen: (key: string) => void
}

/** What waits, the longest first: kind, number, words, unit, since when. */
export function ApprovalList({ list, open, chosen, onChosen, onOpen }: ApprovalListProps) {
  const text = useTextOf(approvalTexts)
  const bulk = list.filter(isBulk).map(({ key }) => key)
  const shown = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (open) shown.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const all = bulk.length > 0 && bulk.every((key) => chosen.includes(key))
  return (
    <>
      {bulk.length > 1 ? (
        <label className="approvals-all small quiet">
          <input type="checkbox" checked={all} onChange={() => onChosen(all ? [] : bulk)} />
          {text.selectAll}
        </label>
      ) : null}
      <ul ref={shown} className="approvals-list" id="approvals" tabIndex={-1} aria-label={text.list}>
        {list.map((one) => (
          <li key={one.key} className={one.key === open ? 'approvals-row approvals-current' : 'approvals-row'}>
            <span className="approvals-choose">
              {isBulk(one) ? (
                <input
                  type="checkbox"
                  aria-label={text.select(numberOf(one))}
                  checked={chosen.includes(one.key)}
                  onChange={() =>
                    onChosen(chosen.includes(one.key) ? chosen.filter((key) => key !== one.key) : [...chosen, one.key])
                  }
                />
              ) : null}
            </span>
            <button type="button" aria-current={one.key === open ? 'true' : undefined} onClick={() => onOpen(one.key)}>
              <Row approval={one} />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Row({ approval }: { approval: Approval }) {
  const text = useTextOf(approvalTexts)
  const { subject, request, measure, waitingSince } = approval
  const kind =
    subject === 'request' && request
      ? text.kinds.request[request.kind]
      : text.kinds[subject === 'finding' ? 'finding' : 'measure']
  const todo = agreeing(approval)
  const step = todo === null ? '' : (text.steps[todo.kind === 'decision' ? todo.decision : todo.act] ?? '')
  const days = daysBetween(dayOfMoment(new Date(waitingSince)), today()) ?? 0
  return (
    <>
      <span className="approvals-line small">
        <span className="tag">{kind}</span>
        <span className="quiet">{step}</span>
        {measure ? <LightMark light={measure.light} /> : null}
        <span className="faint figure approvals-since">{text.since(Math.max(0, days))}</span>
      </span>
      <span className="approvals-words">
        <span className="figure">{numberOf(approval)}</span> {textOf(approval)}
      </span>
      <span className="small quiet approvals-line">
        {measure?.leadUnit?.name}
        {request?.kind === 'extend' && request.day ? (
          <span className="figure">{text.extensionTo(request.day)}</span>
        ) : null}
      </span>
    </>
  )
}
