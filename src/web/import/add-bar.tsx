import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { texts } from './texts.ts'

type AddBarProps = { rect: DOMRect; name: string; onAdd: (as: 'measure' | 'cause' | 'finding') => void }

/** What selected source text may become; stands under the selection, or above it at the foot of the window. */
export function AddBar({ rect, name, onAdd }: AddBarProps) {
  const text = useTextOf(texts).add
  const below = rect.bottom + 48 < window.innerHeight
  const place = {
    left: Math.max(8, Math.min(rect.left, window.innerWidth - 360)),
    top: below ? rect.bottom + 6 : Math.max(8, rect.top - 46),
  }
  return (
    <div
      className="add-bar"
      role="toolbar"
      aria-label={name}
      style={place}
      onMouseDown={(event) => event.preventDefault()}
      onMouseUp={(event) => event.stopPropagation()}
    >
      <Button look="quiet" onClick={() => onAdd('measure')}>
        {text.measure}
      </Button>
      <Button look="quiet" onClick={() => onAdd('cause')}>
        {text.cause}
      </Button>
      <Button look="quiet" onClick={() => onAdd('finding')}>
        {text.finding}
      </Button>
    </div>
  )
}
