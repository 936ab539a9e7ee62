import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { Edit } from '../../core/ledger/edit.ts'
import { proposedName } from '../../core/ledger/proposed-name.ts'
import { writesNothing } from '../../core/ledger/writes-nothing.ts'
import { type Answer, ApiError, call } from '../api.ts'
import { ledgerChanged } from '../boot.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { chooseInspection } from '../session/chosen-inspection.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { useBoot } from '../session/use-boot.ts'
import { ChangeSummary } from './change-summary.tsx'
import { targetInspection } from './target-inspection.ts'
import { texts } from './texts.ts'
import './dialogs.css'

type Preview = Answer<'POST /api/imports/:id/preview'>
type WriteDialogProps = {
  imported: Answer<'GET /api/imports/:id'>
  edits: readonly Edit[]
  /** Doubts that nobody looked at. */
  openDoubts: number
  /** Stores edits that are still on their way; false when that failed. */
  flush: () => Promise<boolean>
  onClose: () => void
}

/** Into which inspection, what would change there, and the writing itself. */
export function WriteDialog({ imported, edits, openDoubts, flush, onClose }: WriteDialogProps) {
  const text = useTextOf(texts).write
  const common = useTextOf(texts)
  const { inspections } = useBoot()
  const navigate = useNavigate()
  const intoName = useId()
  const [inspectionId, setInspectionId] = useState(() => targetInspection(imported, inspections))
  const [name, setName] = useState(() => proposedName(imported.notice))
  const [preview, setPreview] = useState<Preview | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [writing, setWriting] = useState(false)
  // One id for this dialog: writing again after a lost answer does not write twice.
  const submission = useRef(submissionId())

  const compare = useCallback(async () => {
    setPreview(null)
    if (!(await flush())) return
    const route = 'POST /api/imports/:id/preview'
    setPreview(await call(route, { params: { id: imported.id }, body: { inspectionId } }))
  }, [flush, imported.id, inspectionId])
  useEffect(() => {
    let current = true
    setProblem(null)
    compare().catch((refusal) => current && setProblem(sentenceOf(refusal)))
    return () => {
      current = false
    }
  }, [compare])

  const nothing = preview !== null && writesNothing(preview.changeList)
  const toLedger = async (id: number) => {
    chooseInspection(id)
    await ledgerChanged()
    await navigate({ to: '/ledger', search: { inspection: id } })
  }
  const write = async () => {
    if (!preview || writing) return
    if (inspectionId === null && name.trim() === '') return setProblem(text.freshNeeded)
    setWriting(true)
    setProblem(null)
    try {
      const written = await call('POST /api/imports/:id/apply', {
        params: { id: imported.id },
        body: {
          inspectionId,
          inspectionName: inspectionId === null ? name.trim() : null,
          edits: [...edits],
          ledgerVersion: preview.ledgerVersion,
          submissionId: submission.current,
        },
      })
      await toLedger(written.inspectionId)
      announce(text.written(written.created, written.updated), {
        act: {
          label: common.toEntries,
          run: () => void navigate({ to: '/imports/$id/entries', params: { id: String(imported.id) } }),
        },
      })
    } catch (refusal) {
      setWriting(false)
      setProblem(sentenceOf(refusal))
      // The ledger moved on: show what would be written now, and let the person decide again.
      if (refusal instanceof ApiError && refusal.status === 409) await compare().catch(() => {})
    }
  }
  return (
    <Dialog
      wide
      title={text.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          {nothing && inspectionId !== null ? (
            <Button look="primary" onClick={() => void toLedger(inspectionId)}>
              {common.toLedger}
            </Button>
          ) : (
            <Button look="primary" busy={writing || preview === null} onClick={() => void write()}>
              {writing ? text.submitting : text.submit}
            </Button>
          )}
        </>
      }
    >
      <div className="write">
        <fieldset className="write-into">
          <legend>{text.into}</legend>
          <label>
            <input
              type="radio"
              name={intoName}
              checked={inspectionId === null}
              onChange={() => setInspectionId(null)}
            />
            {text.fresh}
          </label>
          {inspectionId === null ? (
            <TextField
              label={text.freshName}
              hint={text.freshNameHint}
              value={name}
              maxLength={120}
              onChange={(event) => setName(event.target.value)}
            />
          ) : null}
          {inspections.map((inspection) => (
            <label key={inspection.id}>
              <input
                type="radio"
                name={intoName}
                checked={inspectionId === inspection.id}
                onChange={() => setInspectionId(inspection.id)}
              />
              {inspection.name}
            </label>
          ))}
        </fieldset>
        {problem ? <FormProblem>{problem}</FormProblem> : null}
        {preview ? <ChangeSummary list={preview.changeList} /> : problem ? null : <p role="status">{text.comparing}</p>}
        {openDoubts > 0 && !nothing ? <p className="small quiet">{text.openDoubts(openDoubts)}</p> : null}
      </div>
    </Dialog>
  )
}
