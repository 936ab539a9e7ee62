import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../language/language.ts'
import { searchBackTo } from '../ledger/last-search.ts'
import { Button } from '../parts/button.tsx'
import { today } from '../parts/day-distance.ts'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { chooseInspection } from '../session/chosen-inspection.ts'
import { useBoot } from '../session/use-boot.ts'
import './record.css'

type RecordPageProps = {
  kind: 'finding' | 'measure'
  id: number
  number: string
  heading: string
  inspection: { id: number; name: string }
  /** Between ledger and this record. */
  above?: ReactNode
  previousId: number | null
  nextId: number | null
  /** Beside the print. */
  tools?: ReactNode
  side: ReactNode
  children: ReactNode
}

/** The page around a finding or a measure: where it stands, its neighbours, the way back to the same row, the print. */
export function RecordPage(props: RecordPageProps) {
  const { kind, id, number, heading, inspection, above, previousId, nextId, tools, side, children } = props
  const text = useText().record
  const navigate = useNavigate()
  const { district } = useBoot()
  const title = useRef<HTMLHeadingElement>(null)
  const name = kind === 'finding' ? text.finding(number) : text.measure(number)
  usePageTitle(`${name} ${heading.slice(0, 30)}`)
  useEffect(() => chooseInspection(inspection.id), [inspection.id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record on the same page is a new page to the reader
  useEffect(() => title.current?.focus({ preventScroll: true }), [id])
  const back = { to: '/ledger' as const, search: { inspection: inspection.id, ...searchBackTo(`${kind[0]}${id}`) } }
  const to = kind === 'finding' ? ('/findings/$id' as const) : ('/measures/$id' as const)
  const go = (neighbour: number | null) => {
    if (neighbour !== null) void navigate({ to, params: { id: String(neighbour) } })
  }
  useDocumentKeys({
    escape: () => void navigate(back),
    '[': () => go(previousId),
    ']': () => go(nextId),
  })
  const step = (neighbour: number | null, label: string, key: string) =>
    neighbour === null ? (
      <span className="faint">{label}</span>
    ) : (
      <Link to={to} params={{ id: String(neighbour) }} aria-keyshortcuts={key}>
        {label}
      </Link>
    )
  return (
    <article className="record">
      <p className="print-only small">
        {district} · {inspection.name} · {today()}
      </p>
      <div className="record-bar no-print">
        <nav aria-label={text.breadcrumb}>
          <Link {...back}>{text.backToLedger}</Link> <span aria-hidden="true">›</span> {above}
          <span>{name}</span>
        </nav>
        <span className="record-steps">
          {step(previousId, `‹ ${text.previous}`, '[')}
          {step(nextId, `${text.next} ›`, ']')}
        </span>
        <span className="record-tools">
          {tools}
          <Button onClick={() => window.print()}>{text.print}</Button>
        </span>
      </div>
      <h1 ref={title} tabIndex={-1}>
        {heading}
      </h1>
      <div className="record-columns">
        <div className="record-body">{children}</div>
        <aside className="record-side" aria-label={text.history}>
          {side}
        </aside>
      </div>
    </article>
  )
}
