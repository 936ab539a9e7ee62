import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { AddMeasureLine } from './add-measure-line.tsx'
import { type OpenRecord, RecordDialog } from './record-dialog.tsx'
import { texts } from './texts.ts'
import './plan.css'

type FindingAddsProps = {
  finding: { id: number; inspection: { id: number }; causeList: { id: number; text: string }[] }
}

/** On a finding's page: measures in one line each, a new cause, and the way into each cause. */
export function FindingAdds({ finding }: FindingAddsProps) {
  const text = useTextOf(texts)
  const [open, setOpen] = useState<OpenRecord | null>(null)
  return (
    <section className="card record-card no-print" aria-labelledby="finding-adds">
      <h2 id="finding-adds">{text.title}</h2>
      <AddMeasureLine
        inspectionId={finding.inspection.id}
        findingId={finding.id}
        onFullForm={() => setOpen({ record: 'measure', id: null, findingId: finding.id })}
      />
      <p className="finding-adds">
        <Button onClick={() => setOpen({ record: 'measure', id: null, findingId: finding.id })}>
          {text.addMeasure}
        </Button>
        <Button onClick={() => setOpen({ record: 'cause', id: null, findingId: finding.id })}>{text.addCause}</Button>
        {finding.causeList.map(({ id, text: words }) => (
          <Button key={id} look="quiet" title={words} onClick={() => setOpen({ record: 'cause', id })}>
            {text.editCause}：{words.slice(0, 12)}
          </Button>
        ))}
      </p>
      {open ? <RecordDialog open={open} onClose={() => setOpen(null)} /> : null}
    </section>
  )
}
