import type { ReactNode } from 'react'
import { useText } from '../language/language.ts'
import { Popover } from './popover.tsx'

type FilterChipProps = {
  label: string
  value: string | null
  sheet: (close: () => void) => ReactNode
  onDrop: () => void
}

/** A filter as a chip: its name and what is chosen; its sheet opens under it. */
export function FilterChip({ label, value, sheet, onDrop }: FilterChipProps) {
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
