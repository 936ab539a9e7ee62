import { type KeyboardEvent, useRef } from 'react'
import type { Answer } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { texts } from './texts.ts'

type Unit = Answer<'GET /api/unit-tree'>[number]
type UnitTreeProps = { units: readonly Unit[]; chosen: number | null; onChoose: (id: number) => void }

/** The units as an outline, in the official order; arrow keys walk through it. */
export function UnitTree({ units, chosen, onChoose }: UnitTreeProps) {
  const text = useTextOf(texts).people
  const list = useRef<HTMLUListElement>(null)
  const depths = new Map<number, number>()
  for (const { id, parentId } of units) depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const { activeElement } = document
    const at = activeElement instanceof HTMLElement ? lines.indexOf(activeElement) : -1
    const next = lines[at + by]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <ul ref={list} onKeyDown={onKeyDown}>
      {units.map((unit) => (
        <li key={unit.id}>
          <button
            type="button"
            className="unit-line"
            style={{ paddingLeft: `${8 + (depths.get(unit.id) ?? 0) * 16}px` }}
            aria-current={unit.id === chosen}
            title={unit.name}
            onClick={() => onChoose(unit.id)}
          >
            <span className={unit.closedOn ? 'cut unit-closed' : 'cut'}>{unit.shortName || unit.name}</span>
            <span className="faint small figure">
              {unit.closedOn ? text.closed : unit.people > 0 ? text.count(unit.people) : ''}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
