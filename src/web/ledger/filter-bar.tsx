import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { lights } from '../../core/deadline/light.ts'
import type { MeasureKind, MeasureStatus } from '../../core/measure/status.ts'
import { useText } from '../language/language.ts'
import { type Choice, Choices } from '../parts/choices.tsx'
import { FilterChip } from '../parts/filter-chip.tsx'
import { lightWords } from '../parts/light-mark.tsx'
import { TextFilter } from '../parts/text-filter.tsx'
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
    <FilterChip
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
      <TextFilter
        label={text.ledger.text}
        hint={text.ledger.textHint}
        rowsId="ledger-rows"
        value={search.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
    </div>
  )
}
