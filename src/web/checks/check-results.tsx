import { useQuery } from '@tanstack/react-query'
import { useTextOf } from '../language/language.ts'
import { useSession } from '../session/use-boot.ts'
import { type CheckResult as Result, resultsQuery } from './check-queries.ts'
import { CheckResult } from './check-result.tsx'
import { checkTexts } from './texts.ts'
import './checks.css'

const order = { flagged: 0, cannotTell: 1, clear: 2, notApplicable: 3 } as const

/** What the checks found of a project, or of what rests on an entry: flags first; what is clear is counted. */
export function CheckResults({ kind, id }: { kind: 'project' | 'entry'; id: number }) {
  const text = useTextOf(checkTexts)
  const { allowed } = useSession()
  const { data } = useQuery({ ...resultsQuery(kind, id), enabled: allowed.includes('check.read') })
  if (!data) return null
  const shown = data.results
    .filter(({ outcome, flag }) => outcome === 'cannotTell' || (outcome === 'flagged' && flag?.state !== 'dismissed'))
    .sort((a, b) => order[a.outcome] - order[b.outcome])
  const clear = data.results.filter(({ outcome }) => outcome === 'clear').length
  if (kind === 'entry' && shown.length === 0) return null
  const flagged = shown.filter(({ outcome }) => outcome === 'flagged')
  const gaps = shown.filter(({ outcome }) => outcome === 'cannotTell')
  return (
    <section className="card check-card" aria-label={text.resultsOf}>
      <header>
        <h2>
          {text.resultsOf}
          {flagged.length > 0 ? (
            <span className="figure quiet">
              {' '}
              {text.outcomes.flagged} {flagged.length}
            </span>
          ) : null}
        </h2>
      </header>
      {data.results.length === 0 ? <p className="quiet">{text.noResults}</p> : null}
      {grouped(flagged).map(([first, ...others]) => (
        <div key={first.id}>
          <CheckResult result={first} about={false} />
          {others.length > 0 ? (
            <details>
              <summary>{text.alike(others.length)}</summary>
              {others.map((result) => (
                <CheckResult key={result.id} result={result} about={false} />
              ))}
            </details>
          ) : null}
        </div>
      ))}
      {gaps.length > 0 ? (
        <details>
          <summary>
            {text.outcomes.cannotTell} <span className="figure">{gaps.length}</span>
          </summary>
          {gaps.map((result) => (
            <CheckResult key={result.id} result={result} about={false} />
          ))}
        </details>
      ) : null}
      {clear > 0 ? <p className="quiet small">{text.othersClear(clear)}</p> : null}
    </section>
  )
}

/** One check may flag every one of forty changes: the first is shown, the others are opened. */
function grouped(results: readonly Result[]): (readonly [Result, ...Result[]])[] {
  const groups = new Map<string, [Result, ...Result[]]>()
  for (const result of results) {
    const group = groups.get(result.check.id)
    if (group) group.push(result)
    else groups.set(result.check.id, [result])
  }
  return [...groups.values()]
}
