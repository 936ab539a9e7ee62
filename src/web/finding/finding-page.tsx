import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../language/language.ts'
import { HistoryList } from '../record/history-list.tsx'
import { RecordPage } from '../record/record-page.tsx'
import { findingQuery } from '../record/record-queries.ts'
import { FindingBody } from './finding-body.tsx'
import { FindingLifeCard } from './finding-life-card.tsx'

const route = getRouteApi('/signed-in/findings/$id')

/** `/findings/:id` */
export function FindingPage() {
  const text = useText()
  const finding = useSuspenseQuery(findingQuery(Number(route.useParams().id))).data
  return (
    <RecordPage
      {...finding}
      kind="finding"
      side={
        <section className="card record-card">
          <h2>{text.record.history}</h2>
          <HistoryList events={finding.history} />
        </section>
      }
    >
      <FindingLifeCard key={finding.id} finding={finding} />
      <FindingBody finding={finding} />
    </RecordPage>
  )
}
