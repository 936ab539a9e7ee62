import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api.ts'
import { queryClient } from '../boot.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { TextArea } from '../parts/text-area.tsx'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { announceRemoval } from './announce-removal.ts'
import { EditFrame } from './edit-frame.tsx'
import { type FindingToEdit, findingToEditQuery, type Outline, outlineQuery, planChanged } from './plan-queries.ts'
import { ReasonField } from './reason-field.tsx'
import { texts } from './texts.ts'
import { useRecordForm } from './use-record-form.ts'

type EditFindingDialogProps = { findingId: number | null; onClose: () => void; onRemoved?: () => void }

/** A finding of the plan: its two texts, aspect, number, and where it was widened from. */
export function EditFindingDialog({ findingId, onClose, onRemoved }: EditFindingDialogProps) {
  const text = useTextOf(texts)
  const chosen = useChosenInspection()
  const finding = useQuery({ ...findingToEditQuery(findingId ?? 0), enabled: findingId !== null })
  const inspectionId = finding.data?.inspection.id ?? (findingId === null ? chosen?.id : undefined)
  const outline = useQuery({ ...outlineQuery(inspectionId ?? 0), enabled: inspectionId !== undefined })
  const problem = finding.error ?? outline.error
  if (outline.data && (findingId === null || finding.data))
    return <FindingForm finding={finding.data ?? null} outline={outline.data} onClose={onClose} onRemoved={onRemoved} />
  return (
    <Dialog title={findingId === null ? text.addFinding : text.edit} onClose={onClose} wide>
      {problem ? <FormProblem>{sentenceOf(problem)}</FormProblem> : <Skeleton />}
    </Dialog>
  )
}

const fieldsOf = ({ number, heading, original, aspect, selfFound, widenedFrom }: Omit<FindingToEdit, 'id'>) => ({
  number,
  heading,
  original,
  aspect,
  selfFound,
  widenedFrom,
})
type Fields = ReturnType<typeof fieldsOf>
const empty: Fields = {
  number: '',
  heading: '',
  original: null,
  aspect: null,
  selfFound: false,
  widenedFrom: null,
}

type FindingFormProps = {
  finding: FindingToEdit | null
  outline: Outline
  onClose: () => void
  onRemoved: (() => void) | undefined
}

function FindingForm({ finding, outline, onClose, onRemoved }: FindingFormProps) {
  const text = useTextOf(texts)
  const [reason, setReason] = useState('')
  const form = useRecordForm({
    from: { fields: finding ? fieldsOf(finding) : empty, version: finding?.version ?? 0 },
    read: async () => {
      const now = await queryClient.fetchQuery(findingToEditQuery(finding?.id ?? 0))
      return { fields: fieldsOf(now), version: now.version }
    },
    write: (changed, version) => {
      const body = { ...changed, reason: reason || undefined, submissionId: submissionId() }
      if (finding) return call('PUT /api/plan/findings/:id', { params: { id: finding.id }, body: { ...body, version } })
      return call('POST /api/plan/findings', {
        body: { ...body, heading: changed.heading ?? '', inspectionId: outline.inspection.id },
      })
    },
    named: ['number', 'heading', 'reason'],
    onWritten: () => {
      planChanged()
      announce(finding ? text.saved(text.findingNamed(finding.number)) : text.made(text.records.finding))
      onClose()
    },
  })
  const { fields, set, errorOf } = form
  const remove = async () => {
    if (!finding) return
    const { removalId } = await call('POST /api/plan/findings/:id/remove', {
      params: { id: finding.id },
      body: { version: finding.version, submissionId: submissionId(), reason: reason || undefined },
    })
    onClose()
    announceRemoval(removalId, text.findingNamed(finding.number), text)
    onRemoved?.()
  }
  return (
    <EditFrame
      title={finding ? text.editFinding(finding.number) : text.addFinding}
      onClose={onClose}
      form={form}
      saveLabel={finding ? text.save : text.addFinding}
      editOffer={finding?.offers.edit ?? { allowed: true, reason: null }}
      removeOffer={finding?.offers.remove ?? null}
      onRemove={remove}
    >
      <TextField
        label={text.heading}
        value={fields.heading}
        maxLength={500}
        onChange={(event) => set({ heading: event.target.value })}
        error={errorOf('heading')}
      />
      <TextArea
        label={text.original}
        rows={5}
        value={fields.original ?? ''}
        maxLength={20_000}
        onChange={(event) => set({ original: event.target.value || null })}
      />
      <div className="form-pair">
        <TextField
          label={text.aspect}
          value={fields.aspect ?? ''}
          maxLength={200}
          onChange={(event) => set({ aspect: event.target.value || null })}
        />
        <TextField
          label={text.number}
          {...(finding ? {} : { hint: text.numberHint })}
          value={fields.number}
          maxLength={40}
          onChange={(event) => set({ number: event.target.value })}
          error={errorOf('number')}
        />
      </div>
      <label className="check-field">
        <input
          type="checkbox"
          checked={fields.selfFound}
          onChange={(event) =>
            set({ selfFound: event.target.checked, ...(!event.target.checked && { widenedFrom: null }) })
          }
        />
        {text.selfFound}
      </label>
      {fields.selfFound ? (
        <label className="select-field">
          <span>{text.widenedFrom}</span>
          <select
            value={fields.widenedFrom ?? ''}
            onChange={(event) => set({ widenedFrom: Number(event.target.value) || null })}
          >
            <option value="">{text.none}</option>
            {outline.findings
              .filter(({ id }) => id !== finding?.id)
              .map(({ id, number, heading }) => (
                <option key={id} value={id}>
                  {number} {heading}
                </option>
              ))}
          </select>
        </label>
      ) : null}
      {finding?.planApproved ? <ReasonField value={reason} onChange={setReason} error={errorOf('reason')} /> : null}
    </EditFrame>
  )
}
