import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useOwnActs } from '../frame/page-acts.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { useNarrow } from '../parts/use-narrow.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { agreeing, approvalsQuery, isBulk, refusing } from './approval.ts'
import { ApprovalDetail } from './approval-detail.tsx'
import { ApprovalDialog } from './approval-dialog.tsx'
import { ApprovalList } from './approval-list.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import { approvalTexts } from './texts.ts'
import './approvals.css'

const route = getRouteApi('/signed-in/approvals')

/** `/approvals`: what waits for the reader's decision on the left, everything needed to decide it on the right. */
export function ApprovalsPage() {
  const text = useTextOf(approvalTexts)
  const narrow = useNarrow()
  const navigate = useNavigate()
  const { item } = route.useSearch()
  const inspection = useChosenInspection()?.id ?? 0
  const { data, error, refetch } = useQuery({ ...approvalsQuery(inspection), enabled: inspection !== 0 })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [dialog, setDialog] = useState<'agree' | 'refuse' | 'bulk' | null>(null)
  // The place in the list of what was open last: when it is decided, the next one moves up to it.
  const [place, setPlace] = useState(0)
  usePageTitle(text.title)
  const list = data ?? []
  const at = list.findIndex(({ key }) => key === item)
  // What the address names and is not there any more is not silently replaced by something else to decide.
  const shownAt = at >= 0 ? at : narrow || item ? -1 : Math.min(place, list.length - 1)
  const open = list[shownAt] ?? null
  useEffect(() => {
    if (at >= 0) setPlace(at)
  }, [at])
  const show = (key: string | undefined) => void navigate({ to: '/approvals', search: key ? { item: key } : {} })
  const step = (by: number) => {
    const next = list[Math.max(0, Math.min(list.length - 1, shownAt + by))]
    if (next) show(next.key)
  }
  const agreed = open && dialog === null ? agreeing(open) : null
  const refused = open && dialog === null ? refusing(open) : null
  useDocumentKeys({
    j: () => step(1),
    k: () => step(-1),
    a: () => agreed && setDialog('agree'),
    r: () => refused && setDialog('refuse'),
    enter: () => document.getElementById('approval')?.focus(),
    escape: () => (narrow ? show(undefined) : document.getElementById('approvals')?.focus()),
  })
  const bulk = list.filter((one) => isBulk(one) && chosen.includes(one.key))
  useOwnActs(bulk.length > 0 ? [{ label: text.approveSelected(bulk.length), run: () => setDialog('bulk') }] : [])
  if (error) return <ProblemPage error={error} reset={() => void refetch()} />
  if (!data && inspection !== 0) return <Skeleton />
  if (list.length === 0 && dialog === null)
    return (
      <Empty title={text.empty}>
        <p className="quiet">{text.emptyText}</p>
      </Empty>
    )
  const close = () => setDialog(null)
  return (
    <div className={open ? 'approvals approvals-open' : 'approvals'}>
      <section className="approvals-side" aria-labelledby="approvals-title">
        <header className="approvals-head">
          <h1 id="approvals-title">
            {text.title} <span className="small quiet figure record-aside">{text.count(list.length)}</span>
          </h1>
          {bulk.length > 0 ? (
            <Button onClick={() => setDialog('bulk')}>{text.approveSelected(bulk.length)}</Button>
          ) : null}
        </header>
        <ApprovalList list={list} open={open?.key ?? null} chosen={chosen} onChosen={setChosen} onOpen={show} />
      </section>
      <section className="approvals-detail" id="approval" tabIndex={-1} aria-label={text.title}>
        {open ? (
          <ApprovalDetail
            key={open.key}
            approval={open}
            onBack={narrow ? () => show(undefined) : null}
            onAgree={() => setDialog('agree')}
            onRefuse={() => setDialog('refuse')}
          />
        ) : (
          <p className="quiet approvals-none">{item ? text.notHere : text.decideFirst}</p>
        )}
      </section>
      {open && (dialog === 'agree' || dialog === 'refuse') ? (
        <ApprovalDialog approval={open} refuse={dialog === 'refuse'} onClose={close} onDone={() => show(undefined)} />
      ) : null}
      {dialog === 'bulk' ? (
        <BulkDialog
          approvals={bulk}
          onClose={() => {
            setChosen([])
            close()
          }}
        />
      ) : null}
    </div>
  )
}
