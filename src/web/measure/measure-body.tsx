import type { MeasureRecord } from '../record/record-queries.ts'
import { SourceCard } from '../record/source-card.tsx'
import { MeasureFacts } from './measure-facts.tsx'
import { MeasureLinks } from './measure-links.tsx'
import { TargetList } from './target-list.tsx'
import './measure.css'

/** A measure in the ledger's panel: what one looks up; what one does is on its page. */
export function MeasureBody({ measure }: { measure: MeasureRecord }) {
  return (
    <>
      <MeasureFacts measure={measure} />
      {measure.life.targets.length > 0 ? <TargetList targets={measure.life.targets} /> : null}
      <MeasureLinks findings={measure.findings} causes={measure.causes} />
      <SourceCard source={measure.source} sourceLines={measure.sourceLines} />
    </>
  )
}
