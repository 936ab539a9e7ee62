import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { UnitPicker } from '../people/unit-picker.tsx'
import { texts } from './texts.ts'

type Named = { id: number; name: string }
type UnitsFieldProps = { label?: string; units: readonly Named[]; onChange: (next: Named[]) => void }

/** Supporting units: those chosen, and a field that finds another. */
export function UnitsField({ label, units, onChange }: UnitsFieldProps) {
  const text = useTextOf(texts)
  // A chosen unit leaves the field empty again for the next.
  const [round, setRound] = useState(0)
  return (
    <div className="units-field">
      <UnitPicker
        key={round}
        label={label ?? text.supportingUnits}
        value={null}
        without={new Set(units.map(({ id }) => id))}
        onChange={(unit) => {
          if (unit) onChange([...units, { id: unit.id, name: unit.name }])
          setRound(round + 1)
        }}
      />
      <ul className="units-chosen">
        {units.map((unit) => (
          <li key={unit.id}>
            {unit.name}
            <button
              type="button"
              aria-label={text.removeUnit(unit.name)}
              onClick={() => onChange(units.filter(({ id }) => id !== unit.id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
