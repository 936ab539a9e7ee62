import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../language/language.ts'
import { HistoryList } from '../record/history-list.tsx'
import { RecordPage } from '../record/record-page.tsx'
import { measureQuery } from '../record/record-queries.ts'
import { MeasureBody } from './measure-body.tsx'

const route = getRouteApi('/signed-in/measures/$id')

/** `/measures/:id` */
export function MeasurePage() {
  const text = useText()
  const measure = useSuspenseQuery(measureQuery(Number(route.useParams().id))).data
  const [first] = measure.findings
  return (
    <RecordPage
      {...measure}
      kind="measure"
      heading={measure.text}
      above={
        first ? (
          <>
            <Link to="/findings/$id" params={{ id: String(first.id) }}>
              {first.number} {first.heading}
            </Link>{' '}
            <span aria-hidden="true">›</span>{' '}
          </>
        ) : null
      }
      side={
        <section className="card record-card">
          <h2>{text.record.history}</h2>
          <HistoryList events={measure.history} />
        </section>
      }
    >
      <MeasureBody measure={measure} />
    </RecordPage>
  )
}
