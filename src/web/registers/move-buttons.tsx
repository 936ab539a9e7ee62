import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { defineTexts } from './define-texts.ts'

type MoveButtonsProps = { name: string; first: boolean; last: boolean; onMove: (by: -1 | 1) => void }

/** One step up, one step down. */
export function MoveButtons({ name, first, last, onMove }: MoveButtonsProps) {
  const text = useTextOf(defineTexts)
  return (
    <span className="move-buttons">
      <Button look="quiet" disabled={first} aria-label={text.up(name)} onClick={() => onMove(-1)}>
        ↑
      </Button>
      <Button look="quiet" disabled={last} aria-label={text.down(name)} onClick={() => onMove(1)}>
        ↓
      </Button>
    </span>
  )
}
