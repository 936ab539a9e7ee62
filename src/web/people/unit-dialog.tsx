import { type FormEvent, useState } from 'react'
import { type Answer, call } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { peopleChanged } from './people-queries.ts'
import { texts } from './texts.ts'
import { UnitPicker } from './unit-picker.tsx'
import { useAct } from './use-act.ts'

type Unit = Answer<'GET /api/unit-tree'>[number]
type UnitDialogProps = {
  units: readonly Unit[]
  /** To change; null: a new one. */
  unit: Unit | null
  /** Under which a new one is made. */
  above: Unit | null
  onClose: () => void
  onMade: (id: number) => void
}

/** Name, short name and place of a unit. */
export function UnitDialog({ units, unit, above, onClose, onMade }: UnitDialogProps) {
  const text = useTextOf(texts)
  const { common } = useText()
  const [name, setName] = useState(unit?.name ?? '')
  const [shortName, setShortName] = useState(unit?.shortName ?? '')
  const [parent, setParent] = useState<{ id: number; name: string } | null>(
    above ?? units.find(({ id }) => id === unit?.parentId) ?? null,
  )
  const [submission] = useState(submissionId)
  const { busy, at, beside, run } = useAct()
  const below = new Set(unit ? [unit.id] : [])
  for (const { id, parentId } of units) if (parentId !== null && below.has(parentId)) below.add(id)

  const save = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      const fields = { name, shortName: shortName.trim() || null, parentId: parent?.id ?? null }
      if (unit) await call('PUT /api/units/:id', { params: { id: unit.id }, body: fields })
      else onMade((await call('POST /api/units', { body: { ...fields, submissionId: submission } })).id)
      await peopleChanged()
      announce(unit ? text.people.unitChanged(name) : text.people.unitAdded(name))
      onClose()
    })
  }
  return (
    <Dialog
      title={unit ? text.people.editUnit : text.people.addUnit}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" type="submit" form="unit-form" busy={busy}>
            {text.save}
          </Button>
        </>
      }
    >
      <form id="unit-form" className="form" onSubmit={save}>
        <TextField
          label={text.people.unitName}
          value={name}
          maxLength={80}
          required
          error={at('name')}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={text.people.shortName}
          value={shortName}
          maxLength={40}
          error={at('shortName')}
          onChange={(event) => setShortName(event.target.value)}
        />
        <UnitPicker
          label={text.people.parent}
          hint={text.people.topLevel}
          value={parent}
          without={below}
          error={at('parentId')}
          onChange={setParent}
        />
        {beside('name', 'shortName', 'parentId') ? (
          <FormProblem>{beside('name', 'shortName', 'parentId')}</FormProblem>
        ) : null}
      </form>
    </Dialog>
  )
}
