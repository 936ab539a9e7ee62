import type { ReactNode } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Keys } from '../parts/keys.tsx'
import { texts } from './texts.ts'

export type BarActs = {
  merge: () => void
  split: () => void
  retag: () => void
  leaveOut: () => void
  undo: () => void
  redo: () => void
}
type ActionBarProps = {
  /** Kind of the selected record; null when none is. */
  selected: 'finding' | 'cause' | 'measure' | null
  leftOut: boolean
  /** Records marked for merging. */
  marked: number
  canUndo: boolean
  canRedo: boolean
  readOnly: boolean
  acts: BarActs
  /** What will be written, and the button that does it. */
  children: ReactNode
}

/** What can be done to the selected record, and the way on. Every act has a key. */
export function ActionBar({ selected, leftOut, marked, canUndo, canRedo, readOnly, acts, children }: ActionBarProps) {
  const text = useTextOf(texts).acts
  const noRecord = selected === null ? text.needRecord : null
  const noPart = selected === null || selected === 'finding' ? text.needMeasure : null
  return (
    <footer className="action-bar no-print">
      {readOnly ? null : (
        <div className="action-buttons" role="toolbar" aria-label={text.name}>
          <Button refusal={marked > 1 ? null : noRecord} onClick={acts.merge}>
            {marked > 1 ? text.mergeMarked(marked) : text.merge}
            <Keys of="M" />
          </Button>
          <Button refusal={noPart} onClick={acts.split}>
            {text.split}
            <Keys of="S" />
          </Button>
          <Button refusal={noRecord} onClick={acts.retag}>
            {text.retag}
            <Keys of="T" />
          </Button>
          <Button refusal={noRecord} onClick={acts.leaveOut}>
            {leftOut ? text.takeIn : text.leaveOut}
            <Keys of="X" />
          </Button>
          <Button look="quiet" refusal={canUndo ? null : text.nothingToUndo} onClick={acts.undo}>
            {text.undo}
            <Keys of="Ctrl Z" />
          </Button>
          {canRedo ? (
            <Button look="quiet" onClick={acts.redo}>
              {text.redo}
            </Button>
          ) : null}
        </div>
      )}
      <div className="action-way">{children}</div>
    </footer>
  )
}
