import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { HistoryList } from '../record/history-list.tsx'
import { RecordPage } from '../record/record-page.tsx'
import { findingQuery } from '../record/record-queries.ts'
import { FindingBody } from './finding-body.tsx'
import { FindingLifeCard } from './finding-life-card.tsx'
import { findingTexts } from './texts.ts'

const route = getRouteApi('/signed-in/findings/$id')

const EditFindingDialog = lazy(() =>
  import('../plan/edit-finding-dialog.tsx').then((loaded) => ({ default: loaded.EditFindingDialog })),
)

const CitationsCard = lazy(() =>
  import('../citation/citations-card.tsx').then((loaded) => ({ default: loaded.CitationsCard })),
)

const FindingAdds = lazy(() => import('../plan/finding-adds.tsx').then((loaded) => ({ default: loaded.FindingAdds })))

/** `/findings/:id` */
export function FindingPage() {
  const text = useText()
  const own = useTextOf(findingTexts)
  const navigate = useNavigate()
  const [editing, setEditing] = useState(false)
  const finding = useSuspenseQuery(findingQuery(Number(route.useParams().id))).data
  const edit = finding.allowed.includes('plan.edit') ? () => setEditing(true) : null
  useDocumentKeys(edit ? { e: edit } : {})
  return (
    <RecordPage
      {...finding}
      kind="finding"
      tools={
        edit ? (
          <Button aria-keyshortcuts="e" onClick={edit}>
            {own.edit}
          </Button>
        ) : null
      }
      side={
        <section className="card record-card">
          <h2>{text.record.history}</h2>
          <HistoryList events={finding.history} />
        </section>
      }
    >
      <FindingLifeCard key={finding.id} finding={finding} />
      <FindingBody finding={finding} />
      <Suspense fallback={null}>
        <CitationsCard kind="finding" id={finding.id} />
      </Suspense>
      {edit ? (
        <Suspense fallback={null}>
          <FindingAdds key={finding.id} finding={finding} />
        </Suspense>
      ) : null}
      {editing ? (
        <Suspense fallback={null}>
          <EditFindingDialog
            findingId={finding.id}
            onClose={() => setEditing(false)}
            onRemoved={() => void navigate({ to: '/ledger' })}
          />
        </Suspense>
      ) : null}
    </RecordPage>
  )
}
