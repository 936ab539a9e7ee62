import { type Answer, call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { peopleChanged } from './people-queries.ts'
import { texts } from './texts.ts'
import { useAct } from './use-act.ts'

type Deputation = Answer<'GET /api/me/deputies'>['deputations'][number]

/** Who stands in for whom and when, newest first; running ones can be ended by whoever may. */
export function DeputationList({ deputations, none }: { deputations: readonly Deputation[]; none: string }) {
  const all = useTextOf(texts)
  const text = all.deputy
  const { busy, problem, run } = useAct()
  if (deputations.length === 0) return <p className="quiet">{none}</p>
  const end = (id: number) =>
    run(async () => {
      await call('POST /api/deputies/:id/end', { params: { id } })
      await peopleChanged()
      announce(text.ended)
    })
  return (
    <div className="admin-scroll">
      <table className="list-table">
        <tbody>
          {deputations.map((each) => (
            <tr key={each.id}>
              <th scope="row">{text.line(each.principal.name, each.deputy.name)}</th>
              <td className="figure">{all.period(each.fromOn, each.toOn)}</td>
              <td>{stateOf(each, text)}</td>
              <td className="list-words quiet">{each.reason}</td>
              <td>
                {each.mayEnd ? (
                  <Button busy={busy} onClick={() => end(each.id)}>
                    {text.end}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problem ? <FormProblem>{problem.message}</FormProblem> : null}
    </div>
  )
}

function stateOf({ endedAt, now, mayEnd }: Deputation, text: (typeof texts)['zh']['deputy']): string {
  if (endedAt !== null) return text.endedEarly
  if (now) return text.now
  return mayEnd ? text.later : text.over
}
