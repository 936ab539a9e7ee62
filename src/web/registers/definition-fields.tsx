import { useState } from 'react'
import type { Register } from '../../core/registers/definition.ts'
import type { Field } from '../../core/registers/field.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { defineTexts } from './define-texts.ts'
import { fieldOfType, freeKey, moved, put, without } from './definition-edits.ts'
import { FieldDefinition } from './field-definition.tsx'
import { MoveButtons } from './move-buttons.tsx'
import type { RegisterView } from './register-queries.ts'
import { texts } from './texts.ts'

type DefinitionFieldsProps = {
  register: Register
  registers: readonly RegisterView[]
  lockOf: (key: string) => string | null
  typeLockOf: (key: string) => string | null
  at: (place: string) => string | null
  onChange: (part: Partial<Register>) => void
}

/** The fields in their order; one of them is open. */
export function DefinitionFields({ register, registers, lockOf, typeLockOf, at, onChange }: DefinitionFieldsProps) {
  const text = useTextOf(defineTexts)
  const { language } = useTextOf(texts)
  const [open, setOpen] = useState<string | null>(null)
  const entries = Object.entries(register.fields)
  const fields = (next: Register['fields']) => onChange({ fields: next })
  const add = () => {
    const key = freeKey(Object.keys(register.fields))
    fields(put(register.fields, key, fieldOfType('text', { name: { zh: '', en: '' } })))
    setOpen(key)
  }
  const remove = (key: string) =>
    onChange({
      fields: without(register.fields, key),
      ...(register.dateField === key ? { dateField: null } : {}),
    })
  const facts = (field: Field) =>
    [
      text.types[field.type],
      'unit' in field && typeof field.unit === 'string' ? field.unit : '',
      field.required ? text.required : '',
      field.listed ? text.listed : '',
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <section className="card define-card" aria-label={text.fields}>
      <h2>{text.fields}</h2>
      <p className="small quiet">{text.fieldsHint}</p>
      <ol className="define-list">
        {entries.map(([key, field], index) => {
          const why = lockOf(key)
          const name = field.name[language] || text.unnamed
          return (
            <li key={key} className={open === key ? 'define-open' : ''}>
              <button
                type="button"
                className="define-name"
                aria-expanded={open === key}
                title={why ?? undefined}
                onClick={() => setOpen(open === key ? null : key)}
              >
                <span className={why === null ? '' : 'quiet'}>{name}</span>{' '}
                <span className="small faint">{facts(field)}</span>
                {at(`fields.${key}`) ? <span className="field-error">{at(`fields.${key}`)}</span> : null}
              </button>
              <MoveButtons
                name={name}
                first={index === 0}
                last={index === entries.length - 1}
                onMove={(by) => fields(moved(register.fields, key, by))}
              />
              {why === null ? (
                <Button look="quiet" aria-label={text.remove(name)} onClick={() => remove(key)}>
                  ×
                </Button>
              ) : (
                <span className="small faint">{text.shipped}</span>
              )}
              {open === key ? (
                <FieldDefinition
                  field={field}
                  lock={why}
                  typeLock={typeLockOf(key)}
                  kinds={register.kinds}
                  registers={registers}
                  onChange={(next) => fields(put(register.fields, key, next))}
                />
              ) : null}
            </li>
          )
        })}
      </ol>
      <Button onClick={add}>{text.addField}</Button>
    </section>
  )
}
