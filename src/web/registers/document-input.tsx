import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Cell } from '../../core/registers/field.ts'
import { useTextOf } from '../language/language.ts'
import { Picker } from '../people/picker.tsx'
import type { FieldInputProps } from './field-props.ts'
import { foundEntriesQuery } from './register-queries.ts'
import { texts } from './texts.ts'

type Line = { id: number; title: string; on: string | null }

/** The title of a document: any, with those of the register of regulations to choose from. */
export function DocumentInput(props: FieldInputProps<Extract<Cell, { type: 'document' }>>) {
  const { field, label, hint, error, value, onValue } = props
  const text = useTextOf(texts)
  const [q, setQ] = useState<string | null>(null)
  const several = field.many === true
  const titles = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String)
  const found = useQuery({
    ...foundEntriesQuery(['regulation'], q ?? ''),
    enabled: q !== null,
    placeholderData: keepPreviousData,
  })
  const typed = bare(q ?? '')
  const lines: Line[] = [
    ...(typed === '' ? [] : [{ id: 0, title: typed, on: null }]),
    ...(found.data?.entries ?? [])
      .map(({ id, title, on }) => ({ id, title: titleIn(title), on }))
      .filter(({ title }) => title !== typed),
  ]
  const take = (line: Line | null) => {
    if (!several) return onValue(line?.title)
    if (line && !titles.includes(line.title)) onValue([...titles, line.title])
  }
  const drop = (title: string) => {
    const rest = titles.filter((one) => one !== title)
    onValue(rest.length === 0 ? undefined : rest)
  }
  const [only] = titles
  return (
    <div className="record-input">
      <Picker<Line>
        label={label}
        {...(hint ? { hint } : {})}
        error={error}
        required={field.required === true}
        value={several || only === undefined ? null : { id: 0, title: only, on: null }}
        onChange={take}
        placeholder={text.pickDocument}
        nothing={text.typeTitle}
        found={found.data || found.isError ? lines : null}
        failed={false}
        onType={setQ}
        keyOf={({ id }) => id}
        nameOf={({ title }) => text.titled(title)}
        line={({ title, on }) => (
          <>
            <span className="cut">{text.titled(title)}</span>
            {on ? <span className="quiet">{on}</span> : null}
          </>
        )}
      />
      {several && titles.length > 0 ? (
        <ul className="chosen-list">
          {titles.map((title) => (
            <li key={title}>
              <span className="cut">{text.titled(title)}</span>
              <button type="button" aria-label={text.takeOut(title)} onClick={() => drop(title)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const bare = (typed: string): string => typed.trim().replace(/^《(.*)》$/, '$1')
/** Of an entry's title the document's own: what stands between 《》, else all of it. */
const titleIn = (title: string): string => /《(.+)》/.exec(title)?.[1] ?? title
