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
import { PersonPicker } from '../people/person-picker.tsx'
import { UnitPicker } from '../people/unit-picker.tsx'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { announceRemoval } from './announce-removal.ts'
import { DeadlineField } from './deadline-field.tsx'
import { EditFrame } from './edit-frame.tsx'
import { LinkChoice } from './link-choice.tsx'
import { type MeasureToEdit, measureToEditQuery, type Outline, outlineQuery, planChanged } from './plan-queries.ts'
import { ReasonField } from './reason-field.tsx'
import { TargetsField } from './targets-field.tsx'
import { texts } from './texts.ts'
import { UnitsField } from './units-field.tsx'
import { useRecordForm } from './use-record-form.ts'

type EditMeasureDialogProps = {
  /** Null: a new one. */
  measureId: number | null
  /** A new one answers this finding. */
  findingId?: number
  onClose: () => void
}

/** A measure of the plan, all of its fields. Loads what is there now. */
export function EditMeasureDialog({ measureId, findingId, onClose }: EditMeasureDialogProps) {
  const text = useTextOf(texts)
  const chosen = useChosenInspection()
  const measure = useQuery({ ...measureToEditQuery(measureId ?? 0), enabled: measureId !== null })
  const inspectionId = measure.data?.inspection.id ?? (measureId === null ? chosen?.id : undefined)
  const outline = useQuery({ ...outlineQuery(inspectionId ?? 0), enabled: inspectionId !== undefined })
  const problem = measure.error ?? outline.error
  if (outline.data && (measureId === null || measure.data))
    return <MeasureForm measure={measure.data ?? null} outline={outline.data} findingId={findingId} onClose={onClose} />
  return (
    <Dialog title={measureId === null ? text.addMeasure : text.edit} onClose={onClose} wide>
      {problem ? <FormProblem>{sentenceOf(problem)}</FormProblem> : <Skeleton />}
    </Dialog>
  )
}

/** As the form holds it: units and people with their names, targets as they are. */
const fieldsOf = (measure: MeasureToEdit) => ({
  text: measure.text,
  kind: measure.kind,
  duePhrase: measure.duePhrase,
  dueOn: measure.dueOn,
  leadUnit: measure.leadUnit,
  supportingUnits: measure.supportingUnits,
  responsibleLeader: measure.responsibleLeader,
  responsibleOfficer: measure.responsibleOfficer,
  targets: measure.targets,
  findingIds: measure.findingIds,
  causeIds: measure.causeIds,
})
type Fields = ReturnType<typeof fieldsOf>

const emptyFields = (findingId: number | undefined): Fields => ({
  text: '',
  kind: null,
  duePhrase: null,
  dueOn: null,
  leadUnit: null,
  supportingUnits: [],
  responsibleLeader: null,
  responsibleOfficer: null,
  targets: [],
  findingIds: findingId === undefined ? [] : [findingId],
  causeIds: [],
})

/** Names as ids, as the server takes them. */
function sent({ leadUnit, supportingUnits, responsibleLeader, responsibleOfficer, ...plain }: Partial<Fields>) {
  return {
    ...plain,
    ...(leadUnit !== undefined && { leadUnitId: leadUnit?.id ?? null }),
    ...(supportingUnits !== undefined && { supportingUnitIds: supportingUnits.map(({ id }) => id) }),
    ...(responsibleLeader !== undefined && { responsibleLeaderId: responsibleLeader?.id ?? null }),
    ...(responsibleOfficer !== undefined && { responsibleOfficerId: responsibleOfficer?.id ?? null }),
  }
}

type MeasureFormProps = {
  measure: MeasureToEdit | null
  outline: Outline
  findingId: number | undefined
  onClose: () => void
}

function MeasureForm({ measure, outline, findingId, onClose }: MeasureFormProps) {
  const text = useTextOf(texts)
  const [reason, setReason] = useState('')
  const form = useRecordForm({
    from: { fields: measure ? fieldsOf(measure) : emptyFields(findingId), version: measure?.version ?? 0 },
    read: async () => {
      const now = await queryClient.fetchQuery(measureToEditQuery(measure?.id ?? 0))
      return { fields: fieldsOf(now), version: now.version }
    },
    write: (changed, version) => {
      const body = { ...sent(changed), reason: reason || undefined, submissionId: submissionId() }
      if (measure) return call('PUT /api/plan/measures/:id', { params: { id: measure.id }, body: { ...body, version } })
      const { findingIds = emptyFields(findingId).findingIds, text: words = '' } = changed
      return call('POST /api/plan/measures', {
        body: { ...body, text: words, findingIds, inspectionId: outline.inspection.id },
      })
    },
    named: ['text', 'dueOn', 'leadUnitId', 'responsibleLeaderId', 'responsibleOfficerId', 'reason'],
    onWritten: () => {
      planChanged()
      announce(measure ? text.saved(text.measureNamed(measure.number)) : text.made(text.records.measure))
      onClose()
    },
  })
  const { fields, set, errorOf } = form
  const remove = async () => {
    if (!measure) return
    const { removalId } = await call('POST /api/plan/measures/:id/remove', {
      params: { id: measure.id },
      body: { version: measure.version, submissionId: submissionId(), reason: reason || undefined },
    })
    onClose()
    announceRemoval(removalId, text.measureNamed(measure.number), text)
  }
  const person = (name: 'responsibleLeader' | 'responsibleOfficer', label: string) => (
    <PersonPicker
      label={label}
      value={fields[name]}
      inspectionId={outline.inspection.id}
      onChange={(chosen) => set({ [name]: chosen && { id: chosen.id, name: chosen.name } })}
      error={errorOf(`${name}Id`)}
    />
  )
  return (
    <EditFrame
      title={measure ? text.editMeasure(measure.number) : text.addMeasure}
      onClose={onClose}
      form={form}
      saveLabel={measure ? text.save : text.addMeasure}
      editOffer={measure?.offers.edit ?? { allowed: true, reason: null }}
      removeOffer={measure?.offers.remove ?? null}
      onRemove={remove}
    >
      <TextArea
        label={text.measureText}
        rows={3}
        value={fields.text}
        maxLength={8000}
        onChange={(event) => set({ text: event.target.value })}
        error={errorOf('text')}
      />
      <TargetsField targets={fields.targets} onChange={(targets) => set({ targets })} />
      <DeadlineField
        kind={fields.kind}
        duePhrase={fields.duePhrase}
        dueOn={fields.dueOn}
        feedbackOn={outline.inspection.feedbackOn}
        fixed={(measure?.approved ?? false) && measure?.dueOn !== null}
        onChange={set}
        error={errorOf('dueOn')}
      />
      <div className="form-pair">
        <UnitPicker
          label={text.leadUnit}
          value={fields.leadUnit}
          onChange={(unit) => set({ leadUnit: unit && { id: unit.id, name: unit.name } })}
          error={errorOf('leadUnitId')}
        />
        {person('responsibleOfficer', text.officer)}
        {person('responsibleLeader', text.leader)}
        <UnitsField units={fields.supportingUnits} onChange={(supportingUnits) => set({ supportingUnits })} />
      </div>
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
          label={text.causes}
          // Those of the findings chosen come first: others are rarely meant.
          choices={[...outline.causes]
            .sort((one, other) => near(other, fields.findingIds) - near(one, fields.findingIds))
            .map(({ id, text: words }) => ({ value: String(id), label: words }))}
          chosen={fields.causeIds}
          onChange={(causeIds) => set({ causeIds })}
        />
      </div>
      {measure?.planApproved ? <ReasonField value={reason} onChange={setReason} error={errorOf('reason')} /> : null}
    </EditFrame>
  )
}

const near = (cause: Outline['causes'][number], findingIds: readonly number[]): number =>
  cause.findingIds.some((id) => findingIds.includes(id)) ? 1 : 0
