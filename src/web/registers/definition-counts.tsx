import type { Register } from '../../core/registers/definition.ts'
import type { Field } from '../../core/registers/field.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { SelectField } from '../people/select-field.tsx'
import { defineTexts } from './define-texts.ts'
import { freeKey, put, renamed, without } from './definition-edits.ts'
import { texts } from './texts.ts'
import { isFigure, unitOf } from './value-words.ts'

type DefinitionCountsProps = {
  register: Register
  lockOf: (key: string) => string | null
  at: (place: string) => string | null
  onChange: (counts: Register['counts']) => void
}

/** What is counted: the entries, or what a field of theirs comes to. */
export function DefinitionCounts({ register, lockOf, at, onChange }: DefinitionCountsProps) {
  const text = useTextOf(defineTexts)
  const { language } = useTextOf(texts)
  const { counts, fields } = register
  const figures = Object.entries(fields).filter(([, field]) => isFigure(field))
  const add = () =>
    onChange(put(counts, freeKey(Object.keys(counts)), { name: { zh: '', en: '' }, unit: '条', of: 'entries' }))
  return (
    <section className="card define-card" aria-label={text.counts}>
      <h2>{text.counts}</h2>
      <p className="small quiet">{text.countsHint}</p>
      <ul className="define-list">
        {Object.entries(counts).map(([key, count], index) => {
          const why = lockOf(key)
          const ofWords = count.of === 'entries' ? text.ofEntries : (fields[count.of]?.name[language] ?? count.of)
          return (
            <li key={key} className="define-count">
              {why === null ? (
                <div className="entry-grid">
                  <TextField
                    label={text.nameAt(text.countName, index + 1)}
                    error={at(`counts.${key}`)}
                    maxLength={40}
                    value={count.name.zh}
                    onChange={({ target }) =>
                      onChange(put(counts, key, { ...count, name: renamed(count.name, target.value) }))
                    }
                  />
                  <SelectField
                    label={text.countOf}
                    options={[
                      { value: 'entries', label: text.ofEntries },
                      ...figures.map(([value, field]) => ({ value, label: text.sumOf(field.name[language]) })),
                    ]}
                    value={count.of}
                    onChange={(of) =>
                      onChange(put(counts, key, { ...count, of, unit: unitFor(fields[of], count.unit) }))
                    }
                  />
                  <TextField
                    label={text.unitOf}
                    maxLength={12}
                    value={count.unit}
                    onChange={({ target }) => onChange(put(counts, key, { ...count, unit: target.value }))}
                  />
                </div>
              ) : (
                <span className="define-locked" title={why}>
                  {count.name[language]}（{count.unit}）<span className="small faint">{ofWords}</span>
                </span>
              )}
              {why === null ? (
                <Button
                  look="quiet"
                  refusal={Object.keys(counts).length === 1 ? text.oneCount : null}
                  aria-label={text.remove(count.name.zh)}
                  onClick={() => onChange(without(counts, key))}
                >
                  ×
                </Button>
              ) : (
                <span className="small faint">{text.shipped}</span>
              )}
            </li>
          )
        })}
      </ul>
      <Button onClick={add}>{text.addCount}</Button>
    </section>
  )
}

const unitFor = (field: Field | undefined, now: string): string => (field && unitOf(field)) || now
