import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { call } from '../api.ts'
import { ledgerChanged } from '../boot.ts'
import { texts as inspectionTexts } from '../inspection/texts.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { chooseInspection } from '../session/chosen-inspection.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { useBoot } from '../session/use-boot.ts'
import { NoticeCard } from './notice-card.tsx'
import './first-visit.css'

/** Three ways into the ledger. */
export function WelcomePage() {
  const text = useText().welcome
  const { district, inspections } = useBoot()
  const byHand = useTextOf(inspectionTexts)
  usePageTitle(text.title)
  return (
    <div className="welcome">
      <h1>{text.title}</h1>
      <p className="quiet">
        {inspections.length === 0 ? (
          text.lead(district ?? '')
        ) : (
          <Link to="/ledger" className="button button-plain">
            {text.toLedger}
          </Link>
        )}
      </p>
      <div className="welcome-ways">
        <NoticeCard />
        <section className="card way way-later" aria-labelledby="way-excel">
          <h2 id="way-excel">{text.excelTitle}</h2>
          <p className="quiet">{text.excelText}</p>
          <Button refusal={text.excelLater}>{text.excelLater}</Button>
        </section>
        <SampleCard />
      </div>
      <p className="welcome-by-hand">
        <Link to="/inspections/new">{byHand.newTitle}</Link> <span className="quiet">{byHand.newLead}</span>
      </p>
    </div>
  )
}

/** Loads the sample district in one click and lands on its ledger. */
function SampleCard() {
  const text = useText().welcome
  const navigate = useNavigate()
  const [begun, setBegun] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  // One id for this page: a second click after a lost answer does not load it twice.
  const submission = useRef(submissionId())
  const load = async () => {
    setBegun(Date.now())
    setProblem(null)
    try {
      const { inspectionId } = await call('POST /api/sample', { body: { submissionId: submission.current } })
      chooseInspection(inspectionId)
      await ledgerChanged()
      await navigate({ to: '/ledger', search: { inspection: inspectionId } })
      announce(text.sampleDone)
    } catch (refusal) {
      setProblem(sentenceOf(refusal))
      setBegun(null)
    }
  }
  return (
    <section className="card way" aria-labelledby="way-sample">
      <h2 id="way-sample">{text.sampleTitle}</h2>
      <p className="quiet">{text.sampleText}</p>
      <ul className="way-holds">
        {text.sampleHolds.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {problem ? <FormProblem>{problem}</FormProblem> : null}
      <Button busy={begun !== null} onClick={() => void load()}>
        {begun === null ? text.sampleSubmit : <Busy since={begun} />}
      </Button>
    </section>
  )
}

function Busy({ since }: { since: number }) {
  const text = useText().welcome
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = window.setInterval(() => setSeconds(Math.floor((Date.now() - since) / 1000)), 500)
    return () => window.clearInterval(timer)
  }, [since])
  return <>{text.sampleBusy(seconds)}</>
}
