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

type PersonDialogProps = {
  /** To change; null: a new one. */
  person: Pick<Answer<'GET /api/people/:id'>, 'id' | 'name' | 'title' | 'unit' | 'leftOn'> | null
  unit: { id: number; name: string } | null
  onClose: () => void
}

/** Name, title and unit of a person, and whether he has left. */
export function PersonDialog({ person, unit, onClose }: PersonDialogProps) {
  const text = useTextOf(texts)
  const { common } = useText()
  const [name, setName] = useState(person?.name ?? '')
  const [title, setTitle] = useState(person?.title ?? '')
  const [place, setPlace] = useState<{ id: number; name: string } | null>(person?.unit ?? unit)
  const [left, setLeft] = useState((person?.leftOn ?? null) !== null)
  const [submission] = useState(submissionId)
  const { busy, at, beside, run } = useAct()
  const fields = ['name', 'title', 'unitId']

  const save = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      const wish = { name, title: title.trim() || null, unitId: place?.id ?? null }
      if (person) await call('PUT /api/people/:id', { params: { id: person.id }, body: { ...wish, left } })
      else await call('POST /api/people', { body: { ...wish, submissionId: submission } })
      await peopleChanged()
      announce(person ? text.person.changed(name) : text.people.personAdded(name))
      onClose()
    })
  }
  return (
    <Dialog
      title={person ? text.person.editTitle : text.people.addPerson}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" type="submit" form="person-form" busy={busy}>
            {text.save}
          </Button>
        </>
      }
    >
      <form id="person-form" className="form" onSubmit={save}>
        <TextField
          label={text.people.name}
          value={name}
          maxLength={40}
          required
          error={at('name')}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={text.people.jobTitle}
          value={title}
          maxLength={80}
          error={at('title')}
          onChange={(event) => setTitle(event.target.value)}
        />
        <UnitPicker label={text.people.unit} value={place} error={at('unitId')} onChange={setPlace} />
        {person ? (
          <label className="check-line">
            <input type="checkbox" checked={left} onChange={(event) => setLeft(event.target.checked)} />
            <span>{text.person.hasLeft}</span>
          </label>
        ) : null}
        {beside(...fields) ? <FormProblem>{beside(...fields)}</FormProblem> : null}
      </form>
    </Dialog>
  )
}
