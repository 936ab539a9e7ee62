import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api.ts'
import { queryClient } from '../boot.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { TextArea } from '../parts/text-area.tsx'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { announceRemoval } from './announce-removal.ts'
import { EditFrame } from './edit-frame.tsx'
import { LinkChoice } from './link-choice.tsx'
import { type CauseToEdit, causeToEditQuery, type Outline, outlineQuery, planChanged } from './plan-queries.ts'
import { ReasonField } from './reason-field.tsx'
import { texts } from './texts.ts'
import { useRecordForm } from './use-record-form.ts'

type EditCauseDialogProps = {
  causeId: number | null
  /** A new one is a cause of this finding. */
  findingId?: number
  onClose: () => void
}

/** A cause: its words, the findings it explains, the measures that answer it. */
export function EditCauseDialog({ causeId, findingId, onClose }: EditCauseDialogProps) {
  const text = useTextOf(texts)
  const chosen = useChosenInspection()
  const cause = useQuery({ ...causeToEditQuery(causeId ?? 0), enabled: causeId !== null })
  const inspectionId = cause.data?.inspection.id ?? (causeId === null ? chosen?.id : undefined)
  const outline = useQuery({ ...outlineQuery(inspectionId ?? 0), enabled: inspectionId !== undefined })
  const problem = cause.error ?? outline.error
  if (outline.data && (causeId === null || cause.data))
    return <CauseForm cause={cause.data ?? null} outline={outline.data} findingId={findingId} onClose={onClose} />
  return (
    <Dialog title={causeId === null ? text.addCause : text.editCause} onClose={onClose} wide>
      {problem ? <FormProblem>{sentenceOf(problem)}</FormProblem> : <Skeleton />}
    </Dialog>
  )
}

const fieldsOf = ({ text, findingIds, measureIds }: Pick<CauseToEdit, 'text' | 'findingIds' | 'measureIds'>) => ({
  text,
  findingIds,
  measureIds,
})

type CauseFormProps = {
  cause: CauseToEdit | null
  outline: Outline
  findingId: number | undefined
  onClose: () => void
}

function CauseForm({ cause, outline, findingId, onClose }: CauseFormProps) {
  const text = useTextOf(texts)
  const [reason, setReason] = useState('')
  const empty = { text: '', findingIds: findingId === undefined ? [] : [findingId], measureIds: [] }
  const form = useRecordForm({
    from: { fields: cause ? fieldsOf(cause) : empty, version: cause?.version ?? 0 },
    read: async () => {
      const now = await queryClient.fetchQuery(causeToEditQuery(cause?.id ?? 0))
      return { fields: fieldsOf(now), version: now.version }
    },
    write: (changed, version) => {
      const body = { ...changed, reason: reason || undefined, submissionId: submissionId() }
      if (cause) return call('PUT /api/plan/causes/:id', { params: { id: cause.id }, body: { ...body, version } })
      const { findingIds = empty.findingIds, text: words = '' } = changed
      return call('POST /api/plan/causes', {
        body: { ...body, text: words, findingIds, inspectionId: outline.inspection.id },
      })
    },
    named: ['text', 'reason'],
    onWritten: () => {
      planChanged()
      announce(cause ? text.saved(text.causeNamed) : text.made(text.causeNamed))
      onClose()
    },
  })
  const { fields, set, errorOf } = form
  const remove = async () => {
    if (!cause) return
    const { removalId } = await call('POST /api/plan/causes/:id/remove', {
      params: { id: cause.id },
      body: { version: cause.version, submissionId: submissionId(), reason: reason || undefined },
    })
    onClose()
    announceRemoval(removalId, text.causeNamed, text)
  }
  return (
    <EditFrame
      title={cause ? text.editCause : text.addCause}
      onClose={onClose}
      form={form}
      saveLabel={cause ? text.save : text.addCause}
      editOffer={cause?.offers.edit ?? { allowed: true, reason: null }}
      removeOffer={cause?.offers.remove ?? null}
      onRemove={remove}
    >
      <TextArea
        label={text.causeText}
        rows={3}
        value={fields.text}
        maxLength={4000}
        onChange={(event) => set({ text: event.target.value })}
        error={errorOf('text')}
      />
      <div className="form-pair">
        <LinkChoice
          label={text.findings}
          choices={outline.findings.map(({ id, number, heading }) => ({
            value: String(id),
            label: `${number} ${heading}`,
          }))}
          chosen={fields.findingIds}
          onChange={(findingIds) => set({ findingIds })}
        />
        <LinkChoice
          label={text.measures}
          choices={outline.measures.map(({ id, number, text: words }) => ({
            value: String(id),
            label: `${number} ${words}`,
          }))}
          chosen={fields.measureIds}
          onChange={(measureIds) => set({ measureIds })}
        />
      </div>
      {cause?.planApproved ? <ReasonField value={reason} onChange={setReason} error={errorOf('reason')} /> : null}
    </EditFrame>
  )
}
