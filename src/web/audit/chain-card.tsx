/** Whether the history is whole: seals, checkpoints outside the database, and the check of everything on demand. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { faultSentence } from '../../core/history/fault-sentence.ts'
import { type Answer, call } from '../api.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { momentText } from '../parts/moment-text.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { texts } from './texts.ts'

const stateQuery = queryOptions({
  queryKey: ['audit-state'],
  queryFn: ({ signal }) => call('GET /api/audit/state', { signal }),
  staleTime: 0,
})

export function ChainCard() {
  const text = useTextOf(texts)
  const client = useQueryClient()
  const state = useQuery(stateQuery)
  const check = useMutation({
    mutationFn: () => call('POST /api/audit/verification', {}),
    onSettled: () => client.invalidateQueries({ queryKey: ['audit-state'] }),
  })
  const { data } = state
  return (
    <section className="card audit-chain" aria-labelledby="chain">
      <div className="audit-chain-head">
        <h2 id="chain">{text.chain}</h2>
        <Button look="primary" busy={check.isPending} onClick={() => check.mutate()}>
          {check.isPending ? text.verifying : text.verify}
        </Button>
      </div>
      {data ? (
        <dl className="audit-facts">
          <Fact name={text.sealed}>{text.seals(data.seals)}</Fact>
          <Fact name={text.lastSeal}>{data.sealedAt ? momentText(data.sealedAt) : text.noCheckpoint}</Fact>
          <Fact name={text.waiting}>{text.events(data.waiting)}</Fact>
          <Fact name={text.checkpoints}>
            {data.checkpointAt ? `${data.checkpoints} · ${momentText(data.checkpointAt)}` : text.noCheckpoint}
          </Fact>
          <Fact name={text.algorithm}>{data.algorithm.toUpperCase()}</Fact>
          <Fact name={text.head}>
            <code title={data.head ?? ''}>{data.head?.slice(0, 16) ?? '—'}</code>
          </Fact>
        </dl>
      ) : null}
      {state.error ? <FormProblem>{sentenceOf(state.error)}</FormProblem> : null}
      {check.error ? <FormProblem>{sentenceOf(check.error)}</FormProblem> : null}
      {check.data ? <Report report={check.data} /> : null}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="quiet small">{name}</dt>
      <dd className="figure">{children}</dd>
    </div>
  )
}

function Report({ report }: { report: Answer<'POST /api/audit/verification'> }) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const { faults, faultCount } = report
  if (faultCount === 0)
    return (
      <p className="audit-whole" role="status">
        ✓ {text.whole(report.events, report.seals, report.checkpoints)}
      </p>
    )
  return (
    <div className="audit-broken" role="alert">
      <p>
        <strong>{text.broken(faultCount)}</strong>
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={JSON.stringify(fault)}>{faultSentence(fault, language)}</li>
        ))}
      </ul>
      {faultCount > faults.length ? <p className="quiet">{text.shownOf(faults.length, faultCount)}</p> : null}
    </div>
  )
}
