import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { writeMoney } from '../../core/registers/money.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { momentText } from '../parts/moment-text.ts'
import type { CheckResult as Result } from './check-queries.ts'
import { addressOfCheck } from './checks-search.ts'
import { checkTexts } from './texts.ts'

/** A value with its unit; money comes in 分. */
export const valueText = (value: number, unit: string): string =>
  unit === '分' ? `${writeMoney(value)} 元` : unit === '%' ? `${value} %` : `${value} ${unit}`

/** One result: why, by what rule, on which records; and what became of it. `acts`: what may be done. */
export function CheckResult({ result, about, acts }: { result: Result; about: boolean; acts?: ReactNode }) {
  const text = useTextOf(checkTexts)
  const language = useLanguage()
  const { check, flag, subject, outcome } = result
  return (
    <article className={`check-result check-${outcome}`}>
      <header>
        <span className={`check-mark check-mark-${outcome === 'flagged' ? check.severity : outcome}`}>
          {outcome === 'flagged' ? text.severity[check.severity] : text.outcomes[outcome]}
        </span>
        <Link to="/checks/$check" params={{ check: addressOfCheck(check.id) }} className="check-name">
          {check.name[language]}
        </Link>
        {about ? <SubjectLink subject={subject} /> : null}
        {result.unit && about && subject.kind !== 'unit' ? (
          <span className="quiet small">{result.unit.name}</span>
        ) : null}
      </header>
      {outcome === 'cannotTell' ? null : <p>{result.sentence[language]}</p>}
      {result.needs.length > 0 ? <Needs result={result} /> : null}
      <p className="small quiet check-facts">
        <span>
          {check.source.document[language]}
          {check.source.article ? ` ${check.source.article}` : ''}
          {check.source.verified ? '' : `（${text.unverified}）`}
        </span>
        {result.used.map(({ parameter, name, value, unit, local }) => (
          <span key={`${parameter} ${value}`} className="figure">
            {name[language]} {valueText(value, unit)}
            {local ? `（${text.localValue}）` : ''}
          </span>
        ))}
        <span className="figure">{text.since(momentText(result.since))}</span>
      </p>
      {result.entries.length > 0 ? (
        <ul className="check-entries small" aria-label={text.records}>
          {result.entries.slice(0, 6).map(({ id, title }) => (
            <li key={id}>
              <Link to="/entries/$id" params={{ id: String(id) }}>
                {title}
              </Link>
            </li>
          ))}
          {result.entries.length > 6 ? <li className="faint figure">+{result.entries.length - 6}</li> : null}
        </ul>
      ) : null}
      {flag && flag.state !== 'open' ? (
        <p className="small check-decision">
          <strong>{text.states[flag.state]}</strong>
          {flag.by && flag.at ? <span className="quiet"> {text.by(flag.by.name, momentText(flag.at))}</span> : null}
          {flag.reason ? <span>：{flag.reason}</span> : null}
          {flag.finding ? (
            <Link to="/findings/$id" params={{ id: String(flag.finding.id) }}>
              {text.turned(flag.finding.number)}
            </Link>
          ) : null}
        </p>
      ) : null}
      {acts ? <div className="check-acts no-print">{acts}</div> : null}
    </article>
  )
}

function SubjectLink({ subject: { kind, id, name } }: { subject: Result['subject'] }) {
  const params = { id: String(id) }
  if (kind === 'project')
    return (
      <Link to="/projects/$id" params={params}>
        {name}
      </Link>
    )
  if (kind === 'finding')
    return (
      <Link to="/findings/$id" params={params}>
        {name}
      </Link>
    )
  return <span>{name}</span>
}

/** What is missing, each with the way to the form in which it is filled in. */
function Needs({ result: { needs } }: { result: Result }) {
  const text = useTextOf(checkTexts)
  const language = useLanguage()
  return (
    <ul className="check-needs">
      {needs.map(({ register, registerName, field, fieldName, entryId }) => (
        <li key={`${register} ${field} ${entryId}`}>
          <span className="quiet">{text.missing}</span> {registerName[language]}
          {fieldName ? ` · ${fieldName[language]}` : ''}{' '}
          {entryId === null ? (
            <Link to="/registers/$register/new" params={{ register }} className="no-print">
              {text.register}
            </Link>
          ) : (
            <Link to="/entries/$id/edit" params={{ id: String(entryId) }} className="no-print">
              {text.fill}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
