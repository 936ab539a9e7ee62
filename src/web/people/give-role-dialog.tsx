import { type FormEvent, useState } from 'react'
import { rolesInUnit } from '../../core/access/may-give-role.ts'
import type { Role } from '../../core/access/role.ts'
import { isAdministrator } from '../../core/access/role-conflict.ts'
import type { Day } from '../../core/deadline/day.ts'
import { type Answer, call } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { dayOfMoment } from '../parts/day-distance.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { useBoot } from '../session/use-boot.ts'
import { peopleChanged } from './people-queries.ts'
import { SelectField } from './select-field.tsx'
import { texts } from './texts.ts'
import { UnitPicker } from './unit-picker.tsx'
import { useAct } from './use-act.ts'

/** A role for a person: which, where, for which inspection, from when to when. */
export function GiveRoleDialog({ person, onClose }: { person: Answer<'GET /api/people/:id'>; onClose: () => void }) {
  const text = useTextOf(texts)
  const { common, roles: words } = useText()
  const { inspections } = useBoot()
  const current = useChosenInspection()
  const [role, setRole] = useState<Role>(person.mayGive[0] ?? 'officer')
  const [unit, setUnit] = useState<{ id: number; name: string } | null>(person.unit)
  const [inspection, setInspection] = useState(current ? String(current.id) : '')
  const [fromOn, setFromOn] = useState<string>(dayOfMoment(new Date()))
  const [toOn, setToOn] = useState('')
  const [submission] = useState(submissionId)
  const { busy, at, beside, run } = useAct()
  const fields = ['role', 'unitId', 'inspectionId', 'fromOn', 'toOn']
  const inUnit = rolesInUnit.includes(role) || role === 'viewer'
  const everywhere = isAdministrator(role)

  const give = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      await call('POST /api/people/:id/roles', {
        params: { id: person.id },
        body: {
          role,
          unitId: inUnit ? (unit?.id ?? null) : null,
          inspectionId: everywhere || inspection === '' ? null : Number(inspection),
          fromOn: fromOn as Day,
          toOn: toOn === '' ? null : (toOn as Day),
          submissionId: submission,
        },
      })
      await peopleChanged()
      announce(text.person.given(person.name, words[role]))
      onClose()
    })
  }
  return (
    <Dialog
      title={text.person.give}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" type="submit" form="role-form" busy={busy}>
            {text.person.give}
          </Button>
        </>
      }
    >
      <form id="role-form" className="form" onSubmit={give}>
        <SelectField
          label={text.person.role}
          value={role}
          options={person.mayGive.map((each) => ({ value: each, label: words[each] }))}
          error={at('role')}
          onChange={(value) => setRole(value as Role)}
        />
        {inUnit ? <UnitPicker label={text.person.unit} value={unit} error={at('unitId')} onChange={setUnit} /> : null}
        {everywhere ? null : (
          <SelectField
            label={text.person.inspection}
            value={inspection}
            options={[
              ...inspections.map(({ id, name }) => ({ value: String(id), label: name })),
              { value: '', label: text.person.everyInspection },
            ]}
            error={at('inspectionId')}
            onChange={setInspection}
          />
        )}
        <div className="form-pair">
          <TextField
            label={text.person.from}
            type="date"
            value={fromOn}
            required
            error={at('fromOn')}
            onChange={(event) => setFromOn(event.target.value)}
          />
          <TextField
            label={text.person.to}
            hint={text.person.openEnd}
            type="date"
            value={toOn}
            error={at('toOn')}
            onChange={(event) => setToOn(event.target.value)}
          />
        </div>
        {beside(...fields) ? <FormProblem>{beside(...fields)}</FormProblem> : null}
      </form>
    </Dialog>
  )
}
