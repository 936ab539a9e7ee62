import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTextOf } from '../language/language.ts'
import { momentText } from '../parts/moment-text.ts'
import { type EntryRecord, registersQuery } from './register-queries.ts'
import { texts } from './texts.ts'

/** Which records cite the entry, and which entries refer to it. */
export function EntryCitations({ entry }: { entry: EntryRecord }) {
  const text = useTextOf(texts)
  const registers = useQuery({ ...registersQuery, enabled: entry.referredBy.length > 0 }).data?.registers
  const { citedBy, otherCitations, referredBy } = entry
  return (
    <>
      <section className="card record-card">
        <h2>{text.citedBy(citedBy.length + otherCitations)}</h2>
        {citedBy.length === 0 && otherCitations === 0 ? <p className="quiet">{text.notCited}</p> : null}
        <ul className="record-list">
          {citedBy.map((one) => (
            <li key={one.citationId}>
              {one.recordKind === 'finding' ? (
                <Link to="/findings/$id" params={{ id: String(one.recordId) }}>
                  {text.recordName('finding', one.number, one.text)}
                </Link>
              ) : one.recordKind === 'measure' ? (
                <Link to="/measures/$id" params={{ id: String(one.recordId) }}>
                  {text.recordName('measure', one.number, one.text)}
                </Link>
              ) : (
                <span>
                  {one.number} {one.text}
                </span>
              )}
              <span className="small quiet">
                {one.targetId === null ? text.proves : text.countsForTarget} ·{' '}
                {text.citedWhen(text.who(one.by.name, one.onBehalfOf?.name ?? null), momentText(one.at))}
              </span>
            </li>
          ))}
        </ul>
        {otherCitations > 0 ? <p className="small quiet">{text.otherCitations(otherCitations)}</p> : null}
      </section>
      {referredBy.length > 0 ? (
        <section className="card record-card">
          <h2>{text.referredBy(referredBy.length)}</h2>
          <ul className="record-list">
            {referredBy.map((one) => (
              <li key={one.id}>
                <Link to="/entries/$id" params={{ id: String(one.id) }}>
                  {one.title}
                </Link>
                <span className="small quiet">
                  {[registers?.find(({ key }) => key === one.register)?.name[text.language], one.on]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
