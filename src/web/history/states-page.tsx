/** A finding, cause or measure as it was on a day, beside what it is now. The day stands in the address. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { actWords } from '../../core/history/acts.ts'
import { type Answer, call } from '../api.ts'
import { useLanguage, useText, useTextOf } from '../language/language.ts'
import { dayOfMoment } from '../parts/day-distance.ts'
import { FormProblem } from '../parts/field.tsx'
import { momentText } from '../parts/moment-text.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { texts } from './texts.ts'
import './states.css'

type State = Answer<'GET /api/records/:kind/:id/states'>[number]
export type StatesAddress = { on?: string }

export function StatesPage() {
  const text = useTextOf(texts)
  const { kind, id } = useParams({ from: '/signed-in/history/$kind/$id' })
  const { on } = useSearch({ from: '/signed-in/history/$kind/$id' })
  const navigate = useNavigate()
  const states = useQuery({
    queryKey: ['states', kind, id],
    queryFn: ({ signal }) =>
      call('GET /api/records/:kind/:id/states', {
        params: { kind: kind === 'finding' || kind === 'cause' ? kind : 'measure', id: Number(id) },
        signal,
      }),
  })
  const now = states.data?.[0]
  const title = text.title(String(now?.fields.number ?? id))
  usePageTitle(title)
  const day = on ?? dayOfMoment(new Date())
  const then = states.data?.find((state) => state.at === null || dayOfMoment(new Date(state.at)) <= day)
  return (
    <div className="states">
      <header>
        <h1>{title}</h1>
        {kind === 'measure' ? (
          <Link to="/measures/$id" params={{ id }}>
            {text.back}
          </Link>
        ) : kind === 'finding' ? (
          <Link to="/findings/$id" params={{ id }}>
            {text.back}
          </Link>
        ) : null}
      </header>
      <p className="no-print">
        <label>
          {text.asOf}{' '}
          <input
            type="date"
            value={day}
            onChange={(event) =>
              void navigate({
                to: '/history/$kind/$id',
                params: { kind, id },
                search: event.target.value === '' ? {} : { on: event.target.value },
                replace: true,
              })
            }
          />
        </label>{' '}
        <span className="quiet">{text.hint}</span>
      </p>
      {states.isPending ? <Skeleton /> : null}
      {states.error ? <FormProblem>{sentenceOf(states.error)}</FormProblem> : null}
      {now && then ? <Comparison then={then} now={now} day={day} /> : null}
      {states.data && !then ? <p>{text.notYet}</p> : null}
      {states.data ? (
        <section>
          <h2>{text.states}</h2>
          <ol className="states-list">
            {states.data.map((state) => (
              <StateLine key={state.at ?? 'first'} state={state} isShown={state === then} kind={kind} id={id} />
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  )
}

function Comparison({ then, now, day }: { then: State; now: State; day: string }) {
  const text = useTextOf(texts)
  const names = Object.keys(text.fields).filter((name) => name in now.fields || name in then.fields)
  const differs = (name: string) => JSON.stringify(then.fields[name]) !== JSON.stringify(now.fields[name])
  const isSame = !names.some(differs)
  return (
    <>
      {isSame ? <p className="quiet">{text.unchanged}</p> : null}
      <div className="states-scroll">
        <table className="states-table">
          <thead>
            <tr>
              <th scope="col">{text.field}</th>
              <th scope="col">
                {text.onThatDay} <span className="figure">{day}</span>
              </th>
              {isSame ? null : <th scope="col">{text.now}</th>}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name} className={differs(name) ? 'states-differs' : undefined}>
                <th scope="row">{text.fields[name]}</th>
                <td>
                  <Value name={name} value={then.fields[name]} />
                </td>
                {isSame ? null : (
                  <td className="quiet">
                    <Value name={name} value={now.fields[name]} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Value({ name, value }: { name: string; value: unknown }) {
  const shell = useText()
  if (value === null || value === undefined || value === '') return <>—</>
  if (Array.isArray(value)) return <>{value.length === 0 ? '—' : value.join(shell.common.listJoin)}</>
  const words = (name === 'status' ? shell.statuses : name === 'kind' ? shell.kinds : {}) as Record<string, string>
  return <>{words[String(value)] ?? (typeof value === 'boolean' ? (value ? '✓' : '—') : String(value))}</>
}

function StateLine({ state, isShown, kind, id }: { state: State; isShown: boolean; kind: string; id: string }) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const words = (actWords as Record<string, Record<typeof language, string>>)[state.act ?? '']?.[language] ?? ''
  if (state.at === null) return <li aria-current={isShown || undefined}>{text.first}</li>
  return (
    <li aria-current={isShown || undefined}>
      <Link to="/history/$kind/$id" params={{ kind, id }} search={{ on: dayOfMoment(new Date(state.at)) }}>
        <span className="figure">{momentText(state.at)}</span>
      </Link>{' '}
      {words} {state.by ? <span className="quiet">{text.by(state.by)}</span> : null}
    </li>
  )
}
