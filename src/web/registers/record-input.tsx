import type { Cell } from '../../core/registers/field.ts'
import { useTextOf } from '../language/language.ts'
import { PersonPicker } from '../people/person-picker.tsx'
import { UnitPicker } from '../people/unit-picker.tsx'
import { EntryPicker } from './entry-picker.tsx'
import type { FieldInputProps } from './field-props.ts'
import { texts } from './texts.ts'

type RecordField = Extract<Cell, { type: 'unit' | 'person' | 'project' | 'reference' }>
type Chosen = { id: number; name: string }

/** A unit, a person, or an entry of a register: found by typing; one, or several. */
export function RecordInput(props: FieldInputProps<RecordField>) {
  const { field, label, hint, error, value, onValue, names, onNames } = props
  const text = useTextOf(texts)
  const kind = field.type === 'unit' || field.type === 'person' ? field.type : 'entry'
  const named = (id: number): Chosen => ({ id, name: names[`${kind}:${id}`] ?? String(id) })
  const several = field.many === true
  const ids = (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(
    (id): id is number => typeof id === 'number',
  )
  // What was pasted and is nobody yet: it stays in sight until somebody is chosen.
  const loose = typeof value === 'string' ? value : null
  const take = (chosen: Chosen | null) => {
    if (chosen) onNames({ [`${kind}:${chosen.id}`]: chosen.name })
    if (!several) return onValue(chosen?.id)
    if (chosen && !ids.includes(chosen.id)) onValue([...ids, chosen.id])
  }
  const drop = (id: number) => {
    const rest = ids.filter((one) => one !== id)
    onValue(rest.length === 0 ? undefined : rest)
  }
  const first = ids[0]
  const shared = {
    label,
    ...(hint || loose !== null ? { hint: loose === null ? (hint ?? '') : text.looseName(loose) } : {}),
    error,
    required: field.required === true,
    value: several || first === undefined ? null : named(first),
  }
  return (
    <div className="record-input">
      {kind === 'unit' ? (
        <UnitPicker {...shared} onChange={take} />
      ) : kind === 'person' ? (
        <PersonPicker {...shared} onChange={take} />
      ) : (
        <EntryPicker
          {...shared}
          registers={[field.type === 'reference' ? field.register : 'project']}
          onPick={(found) => take(found && { id: found.id, name: found.title })}
        />
      )}
      {several && ids.length > 0 ? (
        <ul className="chosen-list">
          {ids.map((id) => (
            <li key={id}>
              <span className="cut">{named(id).name}</span>
              <button type="button" aria-label={text.takeOut(named(id).name)} onClick={() => drop(id)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
