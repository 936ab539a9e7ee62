import type { Field } from '../../core/registers/field.ts'
import { countsFor } from '../../core/registers/read-values.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { DayField } from './day-input.tsx'
import type { Draft } from './entry-draft.ts'
import { FieldInput } from './field-input.tsx'
import type { FieldProblem } from './field-props.ts'
import type { RegisterView } from './register-queries.ts'
import { texts } from './texts.ts'

type AggregateFieldsProps = {
  register: RegisterView
  draft: Draft
  problems: readonly FieldProblem[]
  onChange: (change: (now: Draft) => Draft) => void
}

/** Whether the entry stands for many, and then its period and what it comes to. */
export function AggregateFields({ register, draft, problems, onChange }: AggregateFieldsProps) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const { aggregate } = draft
  const change = (part: Partial<NonNullable<Draft['aggregate']>>) =>
    onChange((now) => (now.aggregate === null ? now : { ...now, aggregate: { ...now.aggregate, ...part } }))
  const at = (column: string | undefined) =>
    problems.find((one) => one.field === '$aggregate' && one.column === column)?.sentence ?? null
  return (
    <section className="aggregate" aria-label={text.aggregate}>
      <label className="aggregate-switch">
        <input
          type="checkbox"
          checked={aggregate !== null}
          onChange={(event) =>
            onChange((now) => ({
              ...now,
              aggregate: event.target.checked ? { from: '', to: '', totals: {} } : null,
            }))
          }
        />
        <strong>{text.aggregate}</strong>
        <span className="quiet">{text.aggregateHint}</span>
      </label>
      {aggregate === null ? null : (
        <>
          <div className="entry-grid">
            <DayField required label={text.periodFrom} value={aggregate.from} onValue={(from) => change({ from })} />
            <DayField required label={text.periodTo} value={aggregate.to} onValue={(to) => change({ to })} />
            {Object.entries(register.counts)
              .filter(([, count]) => countsFor(count, draft.kind))
              .map(([key, count]) => (
                <div key={key} className="entry-field" data-field={`$aggregate.${key}`}>
                  <FieldInput
                    field={totalField(register.fields[count.of], count)}
                    label={text.totalOf(count.name[language])}
                    error={at(key)}
                    value={aggregate.totals[key]}
                    onValue={(value) => change({ totals: { ...aggregate.totals, [key]: value } })}
                    names={{}}
                    onNames={() => {}}
                  />
                </div>
              ))}
          </div>
          {[at('period'), at(undefined)].filter(Boolean).map((sentence) => (
            <p key={sentence} className="field-error">
              {sentence}
            </p>
          ))}
          <p className="field-hint">{text.aggregateNote}</p>
        </>
      )}
    </section>
  )
}

/** What is counted decides how its total is typed. */
function totalField(counted: Field | undefined, { name, unit }: RegisterView['counts'][string]): Field {
  if (counted?.type === 'money' || (counted?.type === 'computed' && counted.unit === '分'))
    return { type: 'money', name }
  return counted?.type === 'area' ? { type: 'area', name } : { type: 'quantity', name, unit }
}
