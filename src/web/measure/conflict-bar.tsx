import { type ReactNode, useState } from 'react'
import { actWords } from '../../core/history/acts.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Timeline } from '../record/timeline.tsx'
import { measureTexts } from './texts.ts'
import type { Conflict } from './use-conflict.ts'

type ConflictBarProps = {
  conflict: Conflict
  /** What was typed, to stand beside their change. */
  mine: readonly (readonly [name: string, value: string])[]
  /** Why the act is not possible any more. */
  gone: string | null
}

/** Somebody changed the record while this form was open: who, what, theirs beside mine. Nothing is lost either way. */
export function ConflictBar({ conflict, mine, gone }: ConflictBarProps) {
  const text = useTextOf(measureTexts)
  const language = useLanguage()
  const [seen, setSeen] = useState(false)
  const [newest] = conflict.events
  if (!newest) return null
  const what = (actWords as Record<string, Record<typeof language, string>>)[newest.act]?.[language] ?? newest.act
  const typed = mine.filter(([, value]) => value.trim() !== '')
  return (
    <div className="conflict" role="alert">
      <p>
        <strong>{text.conflictTitle(newest.actor, what)}</strong>
      </p>
      {seen ? (
        <>
          <div className="conflict-sides">
            <section>
              <h3>{text.conflictTheirs}</h3>
              <Timeline events={conflict.events} />
            </section>
            <section>
              <h3>{text.conflictMine}</h3>
              {typed.length === 0 ? <p className="quiet">{text.nothingTyped}</p> : null}
              {typed.map(
                ([name, value]): ReactNode => (
                  <p key={name} className="timeline-words">
                    <span className="faint">{name} </span>
                    {value}
                  </p>
                ),
              )}
            </section>
          </div>
          <p className="small">{gone === null ? text.conflictHint : text.conflictGone(gone)}</p>
        </>
      ) : null}
      <div className="next-acts">
        {seen ? null : <Button onClick={() => setSeen(true)}>{text.conflictSee}</Button>}
        {gone === null ? <Button onClick={conflict.keep}>{text.conflictKeep}</Button> : null}
      </div>
    </div>
  )
}
