import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { HistoryList } from '../record/history-list.tsx'
import { RecordPage } from '../record/record-page.tsx'
import { type MeasureRecord, measureQuery } from '../record/record-queries.ts'
import { SourceCard } from '../record/source-card.tsx'
import { Timeline } from '../record/timeline.tsx'
import { ReportSection } from '../report/report-section.tsx'
import { ApplicationCard } from './application-card.tsx'
import { CycleList } from './cycle-list.tsx'
import { MeasureFacts } from './measure-facts.tsx'
import { MeasureLinks } from './measure-links.tsx'
import { NextStepCard } from './next-step-card.tsx'
import { RequestCard } from './request-card.tsx'
import { TargetList } from './target-list.tsx'
import { measureTexts } from './texts.ts'
import './measure.css'

const EditMeasureDialog = lazy(() =>
  import('../plan/edit-measure-dialog.tsx').then((loaded) => ({ default: loaded.EditMeasureDialog })),
)

const CitationsCard = lazy(() =>
  import('../citation/citations-card.tsx').then((loaded) => ({ default: loaded.CitationsCard })),
)

const route = getRouteApi('/signed-in/measures/$id')

/** `/measures/:id`: what is to be reached, how far it is, what comes next; beside it what happened. */
export function MeasurePage() {
  const id = Number(route.useParams().id)
  const measure = useSuspenseQuery(measureQuery(id)).data
  const text = useTextOf(measureTexts)
  const [tab, setTab] = useState('timeline')
  const [editing, setEditing] = useState(false)
  const edit = measure.allowed.includes('plan.edit') ? () => setEditing(true) : null
  useDocumentKeys(edit ? { e: edit } : {})
  const [first] = measure.findings
  const { application, requests, targets } = measure.life
  const pending = requests.filter(({ state }) => state === 'raised' || state === 'endorsed')
  const onFix = (code: string) => {
    if (code === 'noEvidence') setTab('evidence')
    window.setTimeout(() => document.getElementById(code === 'noEvidence' ? 'side' : 'reports')?.scrollIntoView())
  }
  return (
    <RecordPage
      {...measure}
      kind="measure"
      tools={
        edit ? (
          <Button aria-keyshortcuts="e" onClick={edit}>
            {text.edit}
          </Button>
        ) : null
      }
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
      side={<Side key={id} measure={measure} tab={tab} onTab={setTab} />}
    >
      <MeasureFacts measure={measure} />
      <TargetList targets={targets} />
      <Suspense fallback={null}>
        <CitationsCard kind="measure" id={id} />
      </Suspense>
      <NextStepCard key={id} measure={measure} onFix={onFix} />
      <div id="reports">
        <ReportSection measureId={id} />
      </div>
      {pending.map((request) => (
        <RequestCard key={request.id} request={request} measure={measure} />
      ))}
      {application ? <ApplicationCard application={application} targets={targets} /> : null}
      <CycleList measureId={id} cycles={measure.life.cycles} />
      {editing ? (
        <Suspense fallback={null}>
          <EditMeasureDialog
            measureId={id}
            {...(first ? { findingId: first.id } : {})}
            onClose={() => setEditing(false)}
          />
        </Suspense>
      ) : null}
    </RecordPage>
  )
}

type SideProps = { measure: MeasureRecord; tab: string; onTab: (tab: string) => void }

function Side({ measure, tab, onTab }: SideProps) {
  const text = useTextOf(measureTexts)
  const { history } = useText().record
  const count = (label: string, number: number) => (
    <>
      {label} <span className="figure">{number}</span>
    </>
  )
  return (
    <div id="side">
      <Tabs
        label={history}
        current={tab}
        onChange={onTab}
        tabs={[
          {
            key: 'timeline',
            label: text.tabs.timeline,
            panel: () => (
              <section className="card record-card">
                <Timeline events={measure.history} targets={measure.life.targets} />
              </section>
            ),
          },
          {
            key: 'evidence',
            label: count(text.tabs.evidence, measure.evidence),
            panel: () => <EvidencePanel measureId={measure.id} targets={measure.life.targets} />,
          },
          {
            key: 'findings',
            label: count(text.tabs.findings, measure.findings.length),
            panel: () => (
              <div className="record-side">
                <MeasureLinks findings={measure.findings} causes={measure.causes} />
                <SourceCard source={measure.source} sourceLines={measure.sourceLines} />
              </div>
            ),
          },
          {
            key: 'states',
            label: count(text.tabs.states, measure.history.length),
            panel: () => (
              <section className="card record-card">
                <Link to="/history/$kind/$id" params={{ kind: 'measure', id: String(measure.id) }}>
                  {text.asItWas}
                </Link>
                <HistoryList events={measure.history} />
              </section>
            ),
          },
        ]}
      />
    </div>
  )
}
