import { Link } from '@tanstack/react-router'
import { useText } from '../language/language.ts'
import type { MeasureRecord } from '../record/record-queries.ts'

/** The findings that a measure answers and the causes that it is meant for. */
export function MeasureLinks({ findings, causes }: Pick<MeasureRecord, 'findings' | 'causes'>) {
  const text = useText().record
  return (
    <section className="card record-card">
      <h2>
        {text.answers} <span className="quiet figure">{findings.length}</span>
      </h2>
      {findings.length > 1 ? <p className="quiet">{text.answersMany(findings.length)}</p> : null}
      <ul className="record-list">
        {findings.map((finding) => (
          <li key={finding.id}>
            <Link to="/findings/$id" params={{ id: String(finding.id) }}>
              <span className="figure">{finding.number}</span> {finding.heading}
            </Link>
          </li>
        ))}
      </ul>
      {causes.length > 0 ? (
        <>
          <h3>{text.forCauses}</h3>
          <ul className="record-list">
            {causes.map((cause) => (
              <li key={cause.id}>{cause.text}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
