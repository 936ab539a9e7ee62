import { useLanguage, useTextOf } from '../language/language.ts'
import { SelectField } from '../people/select-field.tsx'
import { UnitPicker } from '../people/unit-picker.tsx'
import { RadioField } from './choice-input.tsx'
import type { Draft } from './entry-draft.ts'
import type { FieldProblem } from './field-props.ts'
import type { RegisterView } from './register-queries.ts'
import { texts } from './texts.ts'

type KindAndUnitProps = {
  register: RegisterView
  /** Which units it may be kept for; null: any. */
  units: readonly { id: number; name: string }[] | null
  draft: Draft
  problems: readonly FieldProblem[]
  onChange: (change: (now: Draft) => Draft) => void
  compact?: boolean
}

/** Up to so many kinds stand side by side. */
const mostSideBySide = 6

/** What kind of entry it is, and which unit keeps it. */
export function KindAndUnit({ register, units, draft, problems, onChange, compact = false }: KindAndUnitProps) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const at = (field: string) => problems.find((one) => one.field === field)?.sentence ?? null
  const kinds = Object.entries(register.kinds ?? {}).map(([value, words]) => ({ value, label: words[language] }))
  const onKind = (kind: string) => onChange((now) => ({ ...now, kind: kind === '' ? null : kind }))
  const onUnit = (unit: Draft['unit']) => onChange((now) => ({ ...now, unit }))
  const [only] = units ?? []
  return (
    <div className="entry-grid">
      {kinds.length === 0 ? null : kinds.length <= mostSideBySide && !compact ? (
        <div className="entry-field entry-field-wide entry-field-required">
          <RadioField
            required
            label={text.kind}
            error={at('$kind')}
            options={kinds}
            value={draft.kind ?? ''}
            onChange={onKind}
          />
        </div>
      ) : (
        <div className="entry-field entry-field-required">
          <SelectField
            label={text.kind}
            error={at('$kind')}
            options={[{ value: '', label: text.choose }, ...kinds]}
            value={draft.kind ?? ''}
            onChange={onKind}
          />
        </div>
      )}
      <div className="entry-field entry-field-required">
        {units === null ? (
          <UnitPicker
            required
            label={text.unit}
            {...(compact ? {} : { hint: text.unitHint })}
            error={at('$unit')}
            value={draft.unit}
            onChange={(unit) => onUnit(unit && { id: unit.id, name: unit.name })}
          />
        ) : units.length === 1 && only ? (
          <div className="field">
            <span className="field-name">{text.unit}</span>
            <p className="computed">{only.name}</p>
          </div>
        ) : (
          <SelectField
            label={text.unit}
            error={at('$unit')}
            options={[
              { value: '', label: text.choose },
              ...units.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            value={draft.unit === null ? '' : String(draft.unit.id)}
            onChange={(id) => onUnit(units.find((one) => String(one.id) === id) ?? null)}
          />
        )}
      </div>
    </div>
  )
}
