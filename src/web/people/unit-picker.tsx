import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { unitTreeQuery } from './people-queries.ts'
import { Picker } from './picker.tsx'
import { texts } from './texts.ts'

export type UnitChoice = Answer<'GET /api/unit-tree'>[number]
type Chosen = { id: number; name: string }

type UnitPickerProps = {
  label: string
  value: Chosen | null
  onChange: (unit: UnitChoice | null) => void
  /** Units that cannot be chosen here: a unit cannot stand under itself. */
  without?: ReadonlySet<number>
  hint?: string
  error?: string | null
  required?: boolean
}

/** At most so many lines: whoever sees more types another character. */
const most = 50

/** Chooses a unit by its name or short name; closed ones are not offered. */
export function UnitPicker({ value, onChange, without, ...rest }: UnitPickerProps) {
  const text = useTextOf(texts).picker
  const [q, setQ] = useState<string | null>(null)
  const units = useQuery({ ...unitTreeQuery, enabled: q !== null })
  const names = new Map(units.data?.map((unit) => [unit.id, unit.name]))
  const found = units.data?.filter(
    (unit) =>
      unit.closedOn === null &&
      !without?.has(unit.id) &&
      (unit.name.includes(q ?? '') || (unit.shortName ?? '').includes(q ?? '')),
  )
  return (
    <Picker<UnitChoice | Chosen>
      {...rest}
      value={value}
      onChange={(unit) => onChange(unit && 'parentId' in unit ? unit : null)}
      placeholder={text.unit}
      nothing={text.noUnit}
      found={found?.slice(0, most) ?? null}
      failed={units.isError}
      onType={setQ}
      keyOf={(unit) => unit.id}
      nameOf={(unit) => unit.name}
      line={(unit) => (
        <>
          <span className="cut">{unit.name}</span>
          {'parentId' in unit && unit.parentId !== null ? (
            <span className="quiet cut">{names.get(unit.parentId)}</span>
          ) : null}
        </>
      )}
    />
  )
}
