import { useState } from 'react'
import type { Span } from '../../core/notice/span.ts'
import type { Diagnostic } from '../../core/proofread/diagnostic.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { texts } from './texts.ts'

const signs: Record<Diagnostic['severity'], string> = { error: '■', warning: '▲', hint: '○' }

/** What the proofreader says, in reading order; each line leads to its place in the text. */
export function DiagnosticsPanel({ list, onShow }: { list: readonly Diagnostic[]; onShow: (span: Span) => void }) {
  const text = useTextOf(texts).diagnostics
  if (list.length === 0) return <p className="panel-none quiet">{text.none}</p>
  return (
    <ul className="diagnostics">
      {list.map((diagnostic) => (
        <DiagnosticItem
          key={`${diagnostic.code} ${diagnostic.line}:${diagnostic.column}`}
          diagnostic={diagnostic}
          onShow={onShow}
        />
      ))}
    </ul>
  )
}

function DiagnosticItem({ diagnostic, onShow }: { diagnostic: Diagnostic; onShow: (span: Span) => void }) {
  const text = useTextOf(texts).diagnostics
  const language = useLanguage()
  const [explanation, setExplanation] = useState<string | null>(null)
  const toggle = async () => {
    if (explanation !== null) return setExplanation(null)
    // The rules come with the first explanation somebody asks for, not with the page.
    const { explain } = await import('../../core/proofread/explain.ts')
    setExplanation(explain(diagnostic.code, language)?.replace(/\n+/g, '\n') ?? diagnostic.code)
  }
  return (
    <li className="diagnostic">
      <button type="button" className="diagnostic-message" onClick={() => onShow(diagnostic)}>
        <span className="small faint figure">{text.line(diagnostic.line)}</span>
        <span className={`diagnostic-severity severity-${diagnostic.severity}`}>
          <span aria-hidden="true">{signs[diagnostic.severity]}</span> {text.severities[diagnostic.severity]}
        </span>
        <span>{diagnostic.message[language]}</span>
      </button>
      {diagnostic.related.length > 0 ? (
        <p className="diagnostic-related small">
          <span className="faint">{text.related} </span>
          {diagnostic.related.map((place) => (
            <button
              type="button"
              key={`${place.line}:${place.column}`}
              title={place.note[language]}
              onClick={() => onShow(place)}
            >
              {text.line(place.line)}
            </button>
          ))}
        </p>
      ) : null}
      <button
        type="button"
        className="diagnostic-explain small"
        aria-expanded={explanation !== null}
        onClick={() => void toggle()}
      >
        {explanation === null ? text.explain : text.hide} <span className="faint">{diagnostic.code}</span>
      </button>
      {explanation === null ? null : <p className="diagnostic-explanation small quiet">{explanation}</p>}
    </li>
  )
}
