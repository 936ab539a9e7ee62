import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { type Plan, planChanged } from './plan-queries.ts'
import { texts } from './texts.ts'

/** What may be docketed, and the one button that does it. */
export function DocketCard({ plan }: { plan: Plan }) {
  const text = useTextOf(texts)
  const [asking, setAsking] = useState(false)
  const { ready, waiting, docketed } = plan.docket
  return (
    <section className="card plan-card" aria-labelledby="plan-docket">
      <h2 id="plan-docket">{text.docketTitle}</h2>
      <p>{ready.length > 0 ? text.docketReady(ready.length) : text.docketNothing}</p>
      {docketed > 0 ? <p className="small quiet">{text.docketed(docketed)}</p> : null}
      {waiting > 0 ? <p className="small quiet">{text.docketWaiting(waiting)}</p> : null}
      <Button
        look={ready.length > 0 ? 'primary' : 'plain'}
        className="no-print"
        refusal={plan.offers.docket.reason}
        onClick={() => setAsking(true)}
      >
        {ready.length > 0 ? text.docketButton(ready.length) : text.docketTitle}
      </Button>
      {asking ? <DocketDialog plan={plan} onClose={() => setAsking(false)} /> : null}
    </section>
  )
}

/** Docketing cannot be undone: it says what will happen, and to which measures. */
function DocketDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const text = useTextOf(texts)
  const common = useText().common
  const { ready, firstNumber } = plan.docket
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [submission] = useState(submissionId)
  const chosen = ready.filter(({ id }) => !left.has(id))
  const docket = useMutation({
    mutationFn: () =>
      call('POST /api/plan/docket', {
        body: {
          inspectionId: plan.inspection.id,
          measureIds: chosen.map(({ id }) => id),
          submissionId: submission,
        },
      }),
    onSuccess: ({ docketed }) => {
      planChanged()
      announce(text.docketDone(docketed.length))
      onClose()
    },
  })
  const officers = new Set(chosen.map(({ officer }) => officer)).size
  const toggle = (id: number) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <Dialog
      title={text.docketDialog}
      onClose={onClose}
      wide
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button
            look="primary"
            busy={docket.isPending}
            refusal={chosen.length === 0 ? text.docketNothing : null}
            onClick={() => docket.mutate()}
          >
            {text.docketButton(chosen.length)}
          </Button>
        </>
      }
    >
      <ol className="docket-will">
        <li>{text.docketWill(chosen.length, firstNumber, lastOf(firstNumber, chosen.length))}</li>
        <li>{text.docketStatus}</li>
        <li>{text.docketWeekly}</li>
        <li>{text.docketTell(officers)}</li>
        <li>
          <strong>{text.docketNever}</strong>
        </li>
      </ol>
      <label className="check-field docket-all">
        <input
          type="checkbox"
          checked={left.size === 0}
          onChange={() => setLeft(left.size === 0 ? new Set(ready.map(({ id }) => id)) : new Set())}
        />
        {text.chooseAll}
      </label>
      <ul className="docket-list">
        {ready.map(({ id, number, text: words, officer }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={!left.has(id)} onChange={() => toggle(id)} />
              <span className="figure">{number}</span> <span className="cut">{words}</span>
              <span className="quiet">{officer}</span>
            </label>
          </li>
        ))}
      </ul>
      {docket.error ? <FormProblem>{sentenceOf(docket.error)}</FormProblem> : null}
    </Dialog>
  )
}

/** The number `count - 1` after the first, when nothing in between is taken: its last run of digits counted on. */
function lastOf(first: string, count: number): string {
  return first.replace(/\d+(?=\D*$)/, (digits) =>
    String(Number(digits) + Math.max(count - 1, 0)).padStart(digits.length, '0'),
  )
}
