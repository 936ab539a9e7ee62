import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { addressOfFile, type Evidence } from './evidence-query.ts'
import { evidenceTexts } from './texts.ts'

/** A photo before and one after: beside each other, or one over the other with a line to slide. */
export function PicturePair({ before, after }: { before: Evidence; after: Evidence }) {
  const text = useTextOf(evidenceTexts)
  const [sliding, setSliding] = useState(false)
  const [line, setLine] = useState(50)
  const picture = (piece: Evidence, word: string) => (
    <img src={addressOfFile(piece.id, { size: 'preview' })} alt={`${word}：${piece.caption ?? piece.name}`} />
  )
  return (
    <div className="evidence-pair">
      {sliding ? (
        <div className="evidence-slide">
          {picture(before, text.before)}
          <div style={{ clipPath: `inset(0 0 0 ${line}%)` }}>{picture(after, text.after)}</div>
          <span className="evidence-line" style={{ left: `${line}%` }} aria-hidden="true" />
          <span className="evidence-side">{text.before}</span>
          <span className="evidence-side evidence-side-right">{text.after}</span>
        </div>
      ) : (
        <div className="evidence-beside">
          {(
            [
              [before, text.before],
              [after, text.after],
            ] as const
          ).map(([piece, word]) => (
            <figure key={piece.id}>
              {picture(piece, word)}
              <figcaption>
                <strong>{word}</strong> {piece.caption ?? piece.name}
                {piece.photo?.takenAt ? ` · ${text.taken(piece.photo.takenAt.slice(0, 10))}` : ''}
              </figcaption>
            </figure>
          ))}
        </div>
      )}
      <p className="evidence-pair-ways">
        <Button onClick={() => setSliding(!sliding)}>{sliding ? text.viewer.side : text.viewer.slider}</Button>
        {sliding ? (
          <input
            type="range"
            min={0}
            max={100}
            value={line}
            aria-label={text.viewer.slide}
            onChange={(event) => setLine(Number(event.target.value))}
          />
        ) : null}
      </p>
    </div>
  )
}
