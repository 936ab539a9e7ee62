import { useState } from 'react'
import { useText, useTextOf } from '../language/language.ts'
import { recordsChanged } from '../live/records-changed.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { TextArea } from '../parts/text-area.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { type Approval, agree, numberOf, textOf } from './approval.ts'
import { approvalTexts } from './texts.ts'

type BulkDialogProps = { approvals: readonly Approval[]; onClose: () => void }
type Result = { key: string; number: string; sentence: string | null }

/** Agrees to several, one request each; says of each that failed why, and leaves the others done. */
export function BulkDialog({ approvals, onClose }: BulkDialogProps) {
  const text = useTextOf(approvalTexts)
  const { cancel } = useText().common
  // What was chosen when it was opened: the list behind shrinks while it is worked off.
  const [items] = useState(approvals)
  const [remark, setRemark] = useState('')
  const [results, setResults] = useState<readonly Result[] | null>(null)
  const running = results !== null && results.length < items.length
  const failed = results?.filter(({ sentence }) => sentence !== null) ?? []
  const start = async () => {
    let done: readonly Result[] = []
    setResults(done)
    for (const one of items) {
      let sentence: string | null = null
      try {
        await agree(one, remark.trim(), submissionId())
      } catch (problem) {
        sentence = sentenceOf(problem)
      }
      done = [...done, { key: one.key, number: numberOf(one), sentence }]
      setResults(done)
    }
    await recordsChanged()
  }
  return (
    <Dialog
      title={text.bulkTitle(items.length)}
      wide
      onClose={() => (running ? undefined : onClose())}
      actions={
        results === null ? (
          <>
            <Button onClick={onClose}>{cancel}</Button>
            <Button look="primary" onClick={() => void start()}>
              {text.approveSelected(items.length)}
            </Button>
          </>
        ) : (
          <Button look="primary" busy={running} onClick={onClose}>
            {text.close}
          </Button>
        )
      }
    >
      <div className="form">
        {results === null ? (
          <>
            <p className="quiet">{text.bulkLead}</p>
            <ul className="record-list">
              {items.map((one) => (
                <li key={one.key}>
                  <span>
                    <span className="figure">{numberOf(one)}</span> {textOf(one)}
                  </span>
                </li>
              ))}
            </ul>
            <TextArea
              label={text.remark}
              rows={2}
              maxLength={2000}
              value={remark}
              onChange={(event) => setRemark(event.target.value)}
            />
          </>
        ) : (
          <>
            <p role="status" className="figure">
              {running
                ? text.bulkProgress(results.length, items.length)
                : text.bulkDone(items.length - failed.length, items.length)}
            </p>
            <ul className="record-list">
              {failed.map(({ key, number, sentence }) => (
                <li key={key}>
                  <strong className="figure">{number}</strong>
                  <span className="field-error">{sentence}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  )
}
