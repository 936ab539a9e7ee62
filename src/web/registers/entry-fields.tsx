import type { Field } from '../../core/registers/field.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { type Draft, fieldsOf } from './entry-draft.ts'
import { FieldInput } from './field-input.tsx'
import type { FieldInputProps, FieldProblem } from './field-props.ts'
import type { RegisterView } from './register-queries.ts'
import { RowsInput } from './rows-input.tsx'
import { texts } from './texts.ts'
import { unitOf, valueIn, valueWords } from './value-words.ts'

type EntryFieldsProps = {
  register: RegisterView
  draft: Draft
  problems: readonly FieldProblem[]
  onChange: (change: (now: Draft) => Draft) => void
  /** What computed fields are worked out from. */
  values: Readonly<Record<string, unknown>>
}

/** From so many fields on they stand in sections. */
const sectionsFrom = 10
const wide = (field: Field): boolean =>
  field.type === 'longText' ||
  field.type === 'rows' ||
  field.type === 'files' ||
  ('many' in field && field.many === true)
const sectionOf = ({ type }: Field): 'main' | 'tables' | 'files' =>
  type === 'rows' ? 'tables' : type === 'files' ? 'files' : 'main'

/** The fields of an entry of this kind, each with the input of its type. */
export function EntryFields({ register, draft, problems, onChange, values }: EntryFieldsProps) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const fields = fieldsOf(register, draft)
  const input = ([key, field]: [string, Field]) => {
    const own = problems.filter((one) => one.field === key)
    const required = field.required === true && draft.aggregate === null
    const className = ['entry-field', wide(field) ? 'entry-field-wide' : '', required ? 'entry-field-required' : '']
    if (field.type === 'computed')
      return (
        <div key={key} className="entry-field field">
          <span className="field-name">{field.name[language]}</span>
          <output className="computed figure">
            {valueWords(field, valueIn(register.fields, key, values), language, {}) || text.notYet}{' '}
            <span className="quiet">{unitOf(field)}</span>
          </output>
          <p className="field-hint">{field.help?.[language] ?? text.computedHint}</p>
        </div>
      )
    return (
      <div key={key} className={className.filter(Boolean).join(' ')} data-field={key}>
        <Input
          field={field}
          error={own.find((one) => one.row === undefined)?.sentence ?? null}
          problems={own}
          value={draft.raw[key]}
          onValue={(value) =>
            onChange((now) => {
              const { [key]: _, ...rest } = now.raw
              return { ...now, raw: value === undefined ? rest : { ...rest, [key]: value } }
            })
          }
          names={draft.names}
          onNames={(names) => onChange((now) => ({ ...now, names: { ...now.names, ...names } }))}
        />
      </div>
    )
  }
  if (fields.length < sectionsFrom) return <div className="entry-grid">{fields.map(input)}</div>
  return (
    <>
      {(['main', 'tables', 'files'] as const).map((section) => {
        const own = fields.filter(([, field]) => sectionOf(field) === section)
        return own.length === 0 ? null : (
          <section key={section} className="entry-section" aria-label={text.sections[section]}>
            <h2>{text.sections[section]}</h2>
            <div className="entry-grid">{own.map(input)}</div>
          </section>
        )
      })}
    </>
  )
}

type InputProps = Omit<FieldInputProps, 'label' | 'hint' | 'compact'>

function Input({ field, ...rest }: InputProps) {
  const language = useLanguage()
  if (field.type !== 'rows') return <FieldInput {...rest} field={field} />
  return (
    <RowsInput {...rest} field={field} compact={false} label={field.name[language]} hint={field.help?.[language]} />
  )
}
