import { useState } from 'react'
import type { Words } from '../../core/registers/field.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { defineTexts } from './define-texts.ts'
import { freeKey, moved, put, renamed, without } from './definition-edits.ts'
import { MoveButtons } from './move-buttons.tsx'

type Items = Readonly<Record<string, Words>>

type NamedListProps = {
  title: string
  hint: string
  addLabel: string
  items: Items
  /** Why one cannot be changed. */
  lockOf: (key: string) => string | null
  /** Why none can be added. */
  lock?: string
  at: (key: string) => string | null
  onChange: (items: Items) => void
  /** Within the editor of a field: no card of its own. */
  inner?: boolean
}

/** Names in an order: kinds of a register, options of a choice. */
export function NamedList({ title, hint, addLabel, items, lockOf, lock, at, onChange, inner = false }: NamedListProps) {
  const text = useTextOf(defineTexts)
  const [newest, setNewest] = useState<string | null>(null)
  const entries = Object.entries(items)
  return (
    <section className={inner ? 'define-inner' : 'card define-card'} aria-label={title}>
      {inner ? <h4>{title}</h4> : <h2>{title}</h2>}
      <p className="small quiet">{lock ?? hint}</p>
      <ul className="define-list">
        {entries.map(([key, words], index) => {
          const why = lockOf(key)
          return (
            <li key={key}>
              {why === null ? (
                <TextField
                  autoFocus={key === newest}
                  label={text.nameAt(title, index + 1)}
                  error={at(key)}
                  maxLength={60}
                  value={words.zh}
                  onChange={({ target }) => onChange(put(items, key, renamed(words, target.value)))}
                />
              ) : (
                <span className="define-locked" title={why}>
                  {words.zh}
                </span>
              )}
              <MoveButtons
                name={words.zh}
                first={index === 0}
                last={index === entries.length - 1}
                onMove={(by) => onChange(moved(items, key, by))}
              />
              {why === null ? (
                <Button look="quiet" aria-label={text.remove(words.zh)} onClick={() => onChange(without(items, key))}>
                  ×
                </Button>
              ) : (
                <span className="small faint">{text.shipped}</span>
              )}
            </li>
          )
        })}
      </ul>
      <Button
        refusal={lock ?? null}
        onClick={() => {
          const key = freeKey(Object.keys(items))
          setNewest(key)
          onChange(put(items, key, { zh: '', en: '' }))
        }}
      >
        {addLabel}
      </Button>
    </section>
  )
}
