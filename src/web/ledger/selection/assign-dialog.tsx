import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ApiError } from '../../api.ts'
import { useText, useTextOf } from '../../language/language.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { FormProblem, TextField } from '../../parts/field.tsx'
import { PersonPicker } from '../../people/person-picker.tsx'
import { UnitPicker } from '../../people/unit-picker.tsx'
import { type Deadline, DeadlineField } from '../../plan/deadline-field.tsx'
import { UnitsField } from '../../plan/units-field.tsx'
import { sentenceOf } from '../../session/sentence-of.ts'
import { useBoot } from '../../session/use-boot.ts'
import type { MeasureRow } from '../ledger-row.ts'
import { assignMeasures, type Change, type Left } from './assign-measures.ts'
import { texts } from './texts.ts'
import '../../plan/plan.css'

type Named = { id: number; name: string }
type DialogProps = {
  inspectionId: number
  measures: readonly MeasureRow[]
  onClose: () => void
  onLeft: (left: Left) => void
}

/** Units and people of many measures: what is left empty stays as it is. */
export function AssignDialog(props: DialogProps) {
  const text = useTextOf(texts)
  const [leadUnit, setLeadUnit] = useState<Named | null>(null)
  const [officer, setOfficer] = useState<Named | null>(null)
  const [leader, setLeader] = useState<Named | null>(null)
  const [supporting, setSupporting] = useState<Named[]>([])
  const set: Change = {
    ...(leadUnit && { leadUnitId: leadUnit.id }),
    ...(officer && { responsibleOfficerId: officer.id }),
    ...(leader && { responsibleLeaderId: leader.id }),
    ...(supporting.length > 0 && { supportingUnitIds: supporting.map(({ id }) => id) }),
  }
  return (
    <BulkDialog
      {...props}
      title={text.assignTitle(props.measures.length)}
      set={set}
      refusal={Object.keys(set).length === 0 ? text.nothing : null}
    >
      <p className="quiet">{text.onlyFilled}</p>
      <UnitPicker label={text.columns.unit} value={leadUnit} onChange={setLeadUnit} />
      <PersonPicker
        label={text.columns.officer}
        value={officer}
        onChange={setOfficer}
        inspectionId={props.inspectionId}
      />
      <PersonPicker label={text.columns.leader} value={leader} onChange={setLeader} inspectionId={props.inspectionId} />
      <UnitsField label={text.replaceUnits} units={supporting} onChange={setSupporting} />
    </BulkDialog>
  )
}

/** One deadline for many measures. */
export function DeadlineDialog(props: DialogProps) {
  const text = useTextOf(texts)
  const { inspections } = useBoot()
  const [deadline, setDeadline] = useState<Deadline>({ kind: null, duePhrase: null, dueOn: null })
  const { kind, duePhrase, dueOn } = deadline
  const atOnce = kind === 'immediate' || kind === 'duringInspection'
  return (
    <BulkDialog
      {...props}
      title={text.deadlineTitle(props.measures.length)}
      set={{ duePhrase, dueOn, ...(kind && { kind }) }}
      refusal={duePhrase === null && dueOn === null ? text.nothing : dueOn === null && !atOnce ? text.noDay : null}
    >
      <DeadlineField
        {...deadline}
        feedbackOn={inspections.find(({ id }) => id === props.inspectionId)?.feedbackOn ?? null}
        onChange={(change) => setDeadline((now) => ({ ...now, ...change }))}
      />
    </BulkDialog>
  )
}

type BulkDialogProps = DialogProps & { title: string; set: Change; refusal: string | null; children: ReactNode }

function BulkDialog({ inspectionId, measures, onClose, onLeft, title, set, refusal, children }: BulkDialogProps) {
  const text = useTextOf(texts)
  const common = useText().common
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () => assignMeasures({ inspectionId, measures, set, reason }, text),
    onSuccess: (left) => {
      onClose()
      onLeft(left)
    },
  })
  const reasonAsked = reason !== '' || (send.error instanceof ApiError && send.error.code === 'plan.reasonNeeded')
  return (
    <Dialog
      title={title}
      onClose={onClose}
      wide
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" busy={send.isPending} refusal={refusal} onClick={() => send.mutate()}>
            {text.apply}
          </Button>
        </>
      }
    >
      <div className="form edit-form">
        {children}
        {send.error ? <FormProblem>{sentenceOf(send.error)}</FormProblem> : null}
        {reasonAsked ? (
          <TextField
            label={text.reason}
            hint={text.reasonHint}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        ) : null}
      </div>
    </Dialog>
  )
}
