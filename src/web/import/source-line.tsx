import { memo } from 'react'
import { useTextOf } from '../language/language.ts'
import { type Mark, piecesOf } from './line-marks.ts'
import { texts } from './texts.ts'

type SourceLineProps = {
  number: number
  text: string
  marks: readonly Mark[] | undefined
  /** The selected record or doubt on this line. */
  active: readonly Mark[] | undefined
  /** Page furniture; the first line of a run says so. */
  aside: 'first' | 'more' | null
}

/** One line of the source with its number. Pieces carry their offset, so that a click or a selection has a place. */
export const SourceLine = memo(function SourceLine({ number, text, marks, active, aside }: SourceLineProps) {
  const words = useTextOf(texts)
  const all = [...(marks ?? []), ...(active ?? [])]
  const look = `source-line${active ? ' source-line-active' : ''}${aside ? ' source-line-aside' : ''}${text.trim() ? '' : ' source-line-blank'}`
  return (
    <div className={look} data-line={number}>
      <span className="source-line-number figure" aria-hidden="true">
        {number}
      </span>
      <p className="source-text">
        {piecesOf(text, all).map(({ start, text: piece, kinds }) => (
          <span key={start} data-start={start} className={kinds.map((kind) => `mark-${kind}`).join(' ') || undefined}>
            {piece}
          </span>
        ))}
        {aside === 'first' ? <span className="source-aside small">（{words.asideLine}）</span> : null}
      </p>
    </div>
  )
})
