import { Link } from '@tanstack/react-router'
import { useText } from '../language/language.ts'
import { markedLine } from './marked-line.ts'
import type { FindingRecord } from './record-queries.ts'

type SourceCardProps = Pick<FindingRecord, 'source' | 'sourceLines'>

/** The lines of the document that a record was made from, its very characters marked. */
export function SourceCard({ source, sourceLines }: SourceCardProps) {
  const text = useText().record
  if (!source)
    return (
      <section className="card record-card">
        <h2>{text.source}</h2>
        <p className="quiet">{text.noSource}</p>
      </section>
    )
  const from = Math.min(...source.spans.map((span) => span.line))
  const to = Math.max(...source.spans.map((span) => span.endLine))
  const place = from === to ? text.line(from) : text.lines(from, to)
  return (
    <section className="card record-card">
      <h2>
        {text.source}{' '}
        <span className="small quiet record-aside">
          {text.sourceFrom(source.sourceName, source.spans.length > 0 ? place : '')}
        </span>
      </h2>
      <ol className="source-lines">
        {sourceLines.map(({ line, text: content }) => (
          <li key={line}>
            <span className="source-number figure">{line}</span>
            <span>
              {markedLine(line, content, source.spans).map((piece) =>
                piece.marked ? (
                  <mark key={piece.column}>{piece.text}</mark>
                ) : (
                  <span key={piece.column}>{piece.text}</span>
                ),
              )}
            </span>
          </li>
        ))}
      </ol>
      <Link to="/imports/$id" params={{ id: String(source.importId) }} className="no-print">
        {text.openImport}
      </Link>
    </section>
  )
}
