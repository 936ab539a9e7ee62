import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { Picker } from './picker.tsx'
import { texts } from './texts.ts'

export type PersonChoice = Answer<'GET /api/people'>[number]
/** What a record that names a person has of him: enough to show who is chosen. */
type Chosen = { id: number; name: string }

type PersonPickerProps = {
  label: string
  value: Chosen | null
  onChange: (person: PersonChoice | null) => void
  /** Those who have a role in it come first. */
  inspectionId?: number
  hint?: string
  error?: string | null
  required?: boolean
}

/** Chooses a person by name, title or unit. */
export function PersonPicker({ inspectionId, value, onChange, ...rest }: PersonPickerProps) {
  const text = useTextOf(texts).picker
  const [q, setQ] = useState<string | null>(null)
  const people = useQuery({
    queryKey: ['people', inspectionId, q],
    queryFn: ({ signal }) =>
      call('GET /api/people', {
        query: { q: q ?? '', limit: 20, ...(inspectionId === undefined ? {} : { inspection: inspectionId }) },
        signal,
      }),
    enabled: q !== null,
    placeholderData: keepPreviousData,
  })
  return (
    <Picker<PersonChoice | Chosen>
      {...rest}
      value={value}
      onChange={(person) => onChange(person && 'title' in person ? person : null)}
      placeholder={text.person}
      nothing={text.nobody}
      found={people.data ?? null}
      failed={people.isError}
      onType={setQ}
      keyOf={(person) => person.id}
      nameOf={(person) => person.name}
      line={(person) => (
        <>
          <span>{person.name}</span>
          {'title' in person ? (
            <span className="quiet cut">{[person.unit?.name, person.title].filter(Boolean).join(' · ')}</span>
          ) : null}
        </>
      )}
    />
  )
}
