import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Suspense, use, useState } from 'react'
import { useLanguage, useTextOf } from '../language/language.ts'
import { Picker } from '../people/picker.tsx'
import { EntryCreation } from './entry-creation.ts'
import { type FoundEntry, foundEntriesQuery, registersQuery } from './register-queries.ts'
import { texts } from './texts.ts'

type Chosen = { id: number; name: string }
export type PickedEntry = Pick<FoundEntry, 'id' | 'title' | 'register'> & Partial<FoundEntry>
type Line = FoundEntry | Chosen | { create: string }

type EntryPickerProps = {
  label: string
  /** Of which registers; empty: of all. */
  registers: readonly string[]
  onPick: (entry: PickedEntry | null) => void
  value?: Chosen | null
  hint?: string
  error?: string | null
  required?: boolean
  /** Entries that are not offered: they were picked already. */
  without?: ReadonlySet<number>
}

/** Finds an entry by typing, the ones used last first; what is not there yet is made in place. */
export function EntryPicker({ registers, onPick, value = null, without, ...rest }: EntryPickerProps) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const EntryDialog = use(EntryCreation)
  const [q, setQ] = useState<string | null>(null)
  const [creating, setCreating] = useState<string | null>(null)
  const known = useQuery({ ...registersQuery, enabled: q !== null }).data?.registers ?? []
  const found = useQuery({
    ...foundEntriesQuery(registers, q ?? ''),
    enabled: q !== null,
    placeholderData: keepPreviousData,
  })
  const lines: Line[] | null = found.data
    ? [
        ...found.data.entries.filter(({ id }) => !without?.has(id)),
        ...registers.filter((key) => known.some((one) => one.key === key && one.write)).map((create) => ({ create })),
      ]
    : null
  const nameOf = (key: string) => known.find((one) => one.key === key)?.name[language] ?? key
  const take = (line: Line | null) => {
    if (line && 'create' in line) setCreating(line.create)
    else if (line === null || 'title' in line) onPick(line)
  }
  return (
    <>
      <Picker<Line>
        {...rest}
        value={value}
        onChange={take}
        placeholder={text.pickEntry}
        nothing={text.nothingToPick}
        found={lines}
        failed={found.isError}
        onType={setQ}
        keyOf={(line) => ('create' in line ? -1 - registers.indexOf(line.create) : line.id)}
        nameOf={(line) => ('create' in line ? '' : 'title' in line ? line.title : line.name)}
        line={(line) =>
          'create' in line ? (
            <span className="pick-create">＋ {text.createIn(nameOf(line.create))}</span>
          ) : 'title' in line ? (
            <>
              <span className="cut">{line.title}</span>
              <span className="quiet cut">
                {[line.on, line.unit.name, registers.length === 1 ? '' : nameOf(line.register)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </>
          ) : null
        }
      />
      {creating === null || EntryDialog === null ? null : (
        <Suspense fallback={null}>
          <EntryDialog
            register={creating}
            {...(q ? { words: q } : {})}
            onClose={() => setCreating(null)}
            onSaved={(entry) => {
              setCreating(null)
              onPick(entry)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
