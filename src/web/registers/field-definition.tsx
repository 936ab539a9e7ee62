import type { Register } from '../../core/registers/definition.ts'
import type { Field } from '../../core/registers/field.ts'
import { useTextOf } from '../language/language.ts'
import { TextField } from '../parts/field.tsx'
import { SelectField } from '../people/select-field.tsx'
import { defineTexts } from './define-texts.ts'
import { fieldOfType, type OwnType, ownTypes, renamed } from './definition-edits.ts'
import { NamedList } from './named-list.tsx'
import type { RegisterView } from './register-queries.ts'
import { texts } from './texts.ts'

type FieldDefinitionProps = {
  field: Field
  /** Why nothing of it can be changed. */
  lock: string | null
  /** Why its type cannot be changed. */
  typeLock: string | null
  kinds: Register['kinds']
  registers: readonly RegisterView[]
  onChange: (field: Field) => void
}

/** One field: its name, its type and what belongs to that, for which kinds it is. */
export function FieldDefinition({ field, lock, typeLock, kinds, registers, onChange }: FieldDefinitionProps) {
  const text = useTextOf(defineTexts)
  const { language } = useTextOf(texts)
  if (lock !== null) return <p className="define-reason">{lock}</p>
  const flag = (key: 'required' | 'listed' | 'restricted' | 'many', on: boolean) => {
    const { [key]: _, ...rest } = field as Field & { many?: true }
    onChange((on ? { ...rest, [key]: true } : rest) as Field)
  }
  const check = (key: 'required' | 'listed' | 'restricted' | 'many', label: string, on: boolean) => (
    <label className="define-flag">
      <input type="checkbox" checked={on} onChange={(event) => flag(key, event.target.checked)} />
      {label}
    </label>
  )
  const canBeMany = /^(?:unit|person|project|document|reference)$/.test(field.type)
  const chosenKinds = field.kinds ?? Object.keys(kinds ?? {})
  return (
    <div className="define-field">
      <div className="entry-grid">
        <TextField
          autoFocus={field.name.zh === ''}
          label={text.fieldName}
          aria-required
          maxLength={40}
          value={field.name.zh}
          onChange={({ target }) => onChange({ ...field, name: renamed(field.name, target.value) })}
        />
        {typeLock === null ? (
          <SelectField
            label={text.type}
            options={ownTypes.map((value) => ({ value, label: text.types[value] }))}
            value={field.type}
            onChange={(type) => onChange(fieldOfType(type as OwnType, field))}
          />
        ) : (
          <div className="field">
            <span className="field-name">{text.type}</span>
            <p className="computed">{text.types[field.type]}</p>
            <p className="field-hint">{typeLock}</p>
          </div>
        )}
        <TextField
          label={text.nameEn}
          hint={text.nameEnHint}
          maxLength={80}
          value={field.name.en === field.name.zh ? '' : field.name.en}
          onChange={({ target }) =>
            onChange({ ...field, name: { ...field.name, en: target.value === '' ? field.name.zh : target.value } })
          }
        />
        <TextField
          label={text.fieldHelp}
          maxLength={200}
          value={field.help?.zh ?? ''}
          onChange={({ target }) => {
            const { help: _, ...rest } = field
            onChange(
              (target.value === ''
                ? rest
                : { ...rest, help: renamed(field.help ?? { zh: '', en: '' }, target.value) }) as Field,
            )
          }}
        />
        {field.type === 'quantity' && typeLock === null ? (
          <>
            <TextField
              label={text.unitOf}
              maxLength={12}
              value={field.unit}
              onChange={({ target }) => onChange({ ...field, unit: target.value })}
            />
            <SelectField
              label={text.decimals}
              options={[0, 1, 2, 3].map((count) => ({ value: String(count), label: text.decimalsOf(count) }))}
              value={String(field.decimals ?? 0)}
              onChange={(count) => onChange({ ...field, decimals: Number(count) })}
            />
          </>
        ) : null}
        {field.type === 'reference' && typeLock === null ? (
          <SelectField
            label={text.referenceTo}
            options={registers.map(({ key, name }) => ({ value: key, label: name[language] }))}
            value={field.register}
            onChange={(register) => onChange({ ...field, register })}
          />
        ) : null}
      </div>
      {field.type === 'choice' ? (
        <NamedList
          inner
          title={text.options}
          hint={text.optionsHint}
          addLabel={text.addOption}
          items={field.options}
          lockOf={() => null}
          at={() => null}
          onChange={(options) => onChange({ ...field, options })}
        />
      ) : null}
      <p className="define-flags">
        {check('required', text.required, field.required === true)}
        {check('listed', text.listed, field.listed === true)}
        {canBeMany && typeLock === null ? check('many', text.many, 'many' in field && field.many === true) : null}
        {check('restricted', text.restricted, field.restricted === true)}
      </p>
      {kinds === null ? null : (
        <fieldset className="define-kinds">
          <legend>{text.ofKinds}</legend>
          {Object.entries(kinds).map(([key, words]) => (
            <label key={key} className="define-flag">
              <input
                type="checkbox"
                checked={chosenKinds.includes(key)}
                onChange={(event) => {
                  const next = Object.keys(kinds).filter((one) =>
                    one === key ? event.target.checked : chosenKinds.includes(one),
                  )
                  const { kinds: _, ...rest } = field
                  // Of all kinds, or of none that is left: it belongs to every entry.
                  const all = next.length === 0 || next.length === Object.keys(kinds).length
                  onChange((all ? rest : { ...rest, kinds: next }) as Field)
                }}
              />
              {words[language]}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
