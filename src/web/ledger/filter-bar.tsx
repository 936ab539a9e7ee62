import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { lights } from '../../core/deadline/light.ts'
import type { MeasureKind, MeasureStatus } from '../../core/measure/status.ts'
import { useText } from '../language/language.ts'
import { type Choice, Choices } from '../parts/choices.tsx'
import { Keys } from '../parts/keys.tsx'
import { lightWords } from '../parts/light-mark.tsx'
import { Popover } from '../parts/popover.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { DueSheet } from './due-sheet.tsx'
import { activeFilters, type FilterName, without } from './filter-words.ts'
import { aspectsQuery, countsQuery, unitsQuery } from './ledger-queries.ts'
import { type LedgerSearch, listOf } from './ledger-search.ts'

type FilterBarProps = {
  search: LedgerSearch
  query: Record<string, string>
  onChange: (change: Partial<Record<keyof LedgerSearch, string | undefined>>) => void
}

/** Filters as chips, each with a sheet of choices, and the line of text to look for. */
export function FilterBar({ search, query, onChange }: FilterBarProps) {
  const text = useText()
  const units = useQuery(unitsQuery(Number(query.inspection))).data ?? []
  const aspects = useQuery(aspectsQuery(Number(query.inspection))).data ?? []
  const counts = useQuery(countsQuery(query)).data
  const active = activeFilters(search, units, text, true)
  const lists: { name: 'light' | 'status' | 'kind' | 'unit' | 'aspect'; choices: Choice[] }[] = [
    {
      name: 'light',
      choices: lights.map((value) => ({
        value,
        label: lightWords()[value],
        ...(counts ? { note: String(counts.byLight[value] ?? 0) } : {}),
      })),
    },
    {
      name: 'status',
      choices: (Object.keys(text.statuses) as MeasureStatus[]).map((value) => ({
        value,
        label: text.statuses[value],
        ...(counts ? { note: String(counts.byStatus[value] ?? 0) } : {}),
      })),
    },
    {
      name: 'kind',
      choices: (Object.keys(text.kinds) as MeasureKind[]).map((value) => ({ value, label: text.kinds[value] })),
    },
    { name: 'unit', choices: units.map((unit) => ({ value: String(unit.id), label: unit.name })) },
    { name: 'aspect', choices: aspects.map((value) => ({ value, label: value })) },
  ]
  const chip = (name: FilterName, label: string, sheet: (close: () => void) => ReactNode) => (
    <Chip
      key={name}
      label={label}
      value={active.find((one) => one.name === name)?.value ?? null}
      sheet={sheet}
      onDrop={() => onChange(without(name))}
    />
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of the floor do not know <search>
    <div className="filter-bar" role="search" aria-label={text.ledger.filters}>
      {lists.map(({ name, choices }) =>
        choices.length === 0 && !search[name]
          ? null
          : chip(name, text.ledger[name], () => (
              <Choices
                choices={choices}
                chosen={listOf(search[name])}
                onChange={(chosen) => onChange({ [name]: chosen.join(',') || undefined })}
              />
            )),
      )}
      {chip('due', text.ledger.due, (close) => (
        <DueSheet search={search} onChange={onChange} close={close} />
      ))}
      {search.evidence
        ? chip('evidence', text.ledger.evidence, (close) => (
            <button
              type="button"
              className="sheet-choice"
              onClick={() => {
                onChange(without('evidence'))
                close()
              }}
            >
              {text.common.all}
            </button>
          ))
        : null}
      <TextFilter value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
    </div>
  )
}

type ChipProps = {
  label: string
  value: string | null
  sheet: (close: () => void) => ReactNode
  onDrop: () => void
}

function Chip({ label, value, sheet, onDrop }: ChipProps) {
  const text = useText()
  return (
    <div className={value === null ? 'chip' : 'chip chip-active'}>
      <Popover
        className="chip-button"
        label={
          <>
            <span className="chip-label">{label}</span> <span className="cut">{value ?? text.common.all}</span>
          </>
        }
      >
        {sheet}
      </Popover>
      {value === null ? null : (
        <button type="button" className="chip-drop" aria-label={text.ledger.remove(label)} onClick={onDrop}>
          ×
        </button>
      )}
    </div>
  )
}

const settleMs = 250

/** Typing filters after a short rest; characters still being composed do not. `/` leads here, Esc leaves. */
function TextFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText().ledger
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const [composing, setComposing] = useState(false)
  const latest = useRef(onChange)
  latest.current = onChange
  // The address changed by other means: back, a dropped filter.
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (composing || typed.trim() === value) return
    const timer = window.setTimeout(() => latest.current(typed.trim()), settleMs)
    return () => window.clearTimeout(timer)
  }, [typed, composing, value])
  useDocumentKeys({ '/': () => input.current?.select() })
  return (
    <label className="text-filter">
      <span className="visually-hidden">{text.text}</span>
      <input
        ref={input}
        type="search"
        className="text-input"
        maxLength={100}
        placeholder={text.textHint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter') return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Escape' && typed) setTyped('')
          else document.getElementById('ledger-rows')?.focus()
        }}
      />
      {typed ? null : <Keys of="/" />}
    </label>
  )
}
