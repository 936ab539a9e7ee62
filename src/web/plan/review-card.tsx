import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { momentText } from '../parts/moment-text.ts'
import { submissionId } from '../parts/submission-id.ts'
import { TextArea } from '../parts/text-area.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { OpinionDialog } from './opinion-dialog.tsx'
import { type Plan, planChanged, type Round } from './plan-queries.ts'
import { texts } from './texts.ts'

type Asking =
  | { act: 'submit' | 'approve' | 'return' | 'withdraw' }
  | { act: 'opine'; body: string }
  | { act: 'answer'; id: number; body: string }

/** Rounds of review, newest first; the open one with what each body said and what is still to come. */
export function ReviewCard({ plan }: { plan: Plan }) {
  const text = useTextOf(texts)
  const [asking, setAsking] = useState<Asking | null>(null)
  const { rounds, offers } = plan
  const open = rounds.find(({ state }) => state === 'inReview')
  const close = () => setAsking(null)
  return (
    <section className="card plan-card" aria-labelledby="plan-review">
      <h2 id="plan-review">{text.reviewTitle}</h2>
      {rounds.length === 0 ? <p className="quiet">{text.noRound}</p> : null}
      {rounds.map((round) => (
        <RoundView key={round.id} round={round} plan={plan} onAsk={setAsking} />
      ))}
      <div className="plan-acts no-print">
        {open ? (
          <>
            <Button refusal={offers.withdraw.reason} onClick={() => setAsking({ act: 'withdraw' })}>
              {text.withdraw}
            </Button>
            <Button refusal={offers.return.reason} onClick={() => setAsking({ act: 'return' })}>
              {text.returnPlan}
            </Button>
            <Button look="primary" refusal={offers.approve.reason} onClick={() => setAsking({ act: 'approve' })}>
              {text.approve}
            </Button>
          </>
        ) : (
          <Button
            look={offers.submit.allowed ? 'primary' : 'plain'}
            refusal={offers.submit.reason}
            onClick={() => setAsking({ act: 'submit' })}
          >
            {text.submit}
          </Button>
        )}
      </div>
      {open && offers.approve.reason ? <p className="small quiet">{offers.approve.reason}</p> : null}
      {!open && offers.submit.reason ? <p className="small quiet">{offers.submit.reason}</p> : null}
      {asking?.act === 'opine' && open ? <OpinionDialog round={open} body={asking.body} onClose={close} /> : null}
      {asking?.act === 'answer' ? <AnswerDialog id={asking.id} body={asking.body} onClose={close} /> : null}
      {asking && asking.act !== 'opine' && asking.act !== 'answer' ? (
        <DecisionDialog act={asking.act} plan={plan} round={open ?? null} onClose={close} />
      ) : null}
    </section>
  )
}

function RoundView({ round, plan, onAsk }: { round: Round; plan: Plan; onAsk: (asking: Asking) => void }) {
  const text = useTextOf(texts)
  const isOpen = round.state === 'inReview'
  const by = (done: Round['submitted']): string =>
    done.onBehalfOf ? `${done.person.name}（代${done.onBehalfOf.name}）` : done.person.name
  return (
    <details open={isOpen} className="round">
      <summary>
        {text.round(round.round)} <span className="tag">{text.roundStates[round.state]}</span>{' '}
        <span className="small quiet">{text.roundLine(by(round.submitted), momentText(round.submitted.at))}</span>
      </summary>
      <p className="small quiet">
        {text.frozen(round.counts.findings, round.counts.causes, round.counts.measures)}
        {' · '}
        {text.digest} <code title={round.digest}>{round.digest.slice(0, 12)}</code>
      </p>
      {round.words ? <p>{round.words}</p> : null}
      <ul className="opinions">
        {round.bodies.map((body) => {
          const given = round.opinions.filter((opinion) => opinion.body === body)
          const newest = given[given.length - 1]
          return (
            <li key={body}>
              <strong>{body}</strong>{' '}
              {newest ? (
                <>
                  <span className={`opinion opinion-${newest.opinion}`}>{text.opinions[newest.opinion]}</span>{' '}
                  <span className="small quiet">
                    {newest.givenOn} {newest.paper ? text.enteredFrom(newest.paper) : by(newest.given)}
                  </span>
                  {newest.words ? <p>{newest.words}</p> : null}
                  {newest.answer ? (
                    <p className="answer">
                      <span className="quiet">{text.answer}：</span>
                      {newest.answer}
                    </p>
                  ) : null}
                </>
              ) : (
                <span className="quiet">{text.noOpinion}</span>
              )}
              {isOpen ? (
                <span className="opinion-acts no-print">
                  {newest && newest.opinion !== 'agree' && !newest.answer && plan.offers.answer.allowed ? (
                    <Button look="quiet" onClick={() => onAsk({ act: 'answer', id: newest.id, body })}>
                      {text.answer}
                      <span className="visually-hidden"> {body}</span>
                    </Button>
                  ) : null}
                  {plan.offers.opine.allowed ? (
                    <Button look="quiet" onClick={() => onAsk({ act: 'opine', body })}>
                      {text.giveOpinion}
                      <span className="visually-hidden"> {body}</span>
                    </Button>
                  ) : null}
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
      {round.decided ? (
        <p className="small">
          {text.roundStates[round.state]} · {by(round.decided)} {momentText(round.decided.at)} {round.decisionWords}
        </p>
      ) : null}
    </details>
  )
}

type DecisionDialogProps = {
  act: 'submit' | 'approve' | 'return' | 'withdraw'
  plan: Plan
  round: Round | null
  onClose: () => void
}

function DecisionDialog({ act, plan, round, onClose }: DecisionDialogProps) {
  const text = useTextOf(texts)
  const common = useText().common
  const [words, setWords] = useState('')
  const [submission] = useState(submissionId)
  const labels = {
    submit: text.submit,
    approve: text.approve,
    return: text.returnPlan,
    withdraw: text.withdraw,
  }
  const done = { approve: text.approved, return: text.returned, withdraw: text.withdrawn }
  const decide = useMutation({
    mutationFn: async (): Promise<string> => {
      const body = { words: words || undefined, submissionId: submission }
      if (act === 'submit') {
        const made = await call('POST /api/plan/rounds', { body: { ...body, inspectionId: plan.inspection.id } })
        return text.submitted(made.round)
      }
      await call('POST /api/plan/rounds/:id/decisions', {
        params: { id: round?.id ?? 0 },
        body: { ...body, decision: act },
      })
      return done[act](round?.round ?? 0)
    },
    onSuccess: (sentence) => {
      planChanged()
      announce(sentence)
      onClose()
    },
  })
  return (
    <Dialog
      title={act === 'submit' ? text.submitTitle : labels[act]}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" busy={decide.isPending} onClick={() => decide.mutate()}>
            {labels[act]}
          </Button>
        </>
      }
    >
      <div className="form edit-form">
        {act === 'submit' ? <p>{text.submitNote(plan.reviewBodies.join('、'))}</p> : null}
        {act === 'approve' ? <p>{text.approveNote}</p> : null}
        <TextArea
          label={act === 'return' ? text.returnWords : act === 'approve' ? text.decisionWords : text.words}
          rows={3}
          value={words}
          maxLength={2000}
          onChange={(event) => setWords(event.target.value)}
          error={
            decide.error && 'field' in decide.error && decide.error.field === 'words' ? decide.error.message : null
          }
        />
        {decide.error && !('field' in decide.error && decide.error.field === 'words') ? (
          <FormProblem>{sentenceOf(decide.error)}</FormProblem>
        ) : null}
      </div>
    </Dialog>
  )
}

function AnswerDialog({ id, body, onClose }: { id: number; body: string; onClose: () => void }) {
  const text = useTextOf(texts)
  const common = useText().common
  const [answer, setAnswer] = useState('')
  const [submission] = useState(submissionId)
  const send = useMutation({
    mutationFn: () =>
      call('POST /api/plan/opinions/:id/answer', { params: { id }, body: { answer, submissionId: submission } }),
    onSuccess: () => {
      planChanged()
      announce(text.answered)
      onClose()
    },
  })
  return (
    <Dialog
      title={text.answerTitle(body)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" busy={send.isPending} onClick={() => send.mutate()}>
            {text.answer}
          </Button>
        </>
      }
    >
      <div className="form edit-form">
        <TextArea label={text.answer} rows={4} value={answer} onChange={(event) => setAnswer(event.target.value)} />
        {send.error ? <FormProblem>{sentenceOf(send.error)}</FormProblem> : null}
      </div>
    </Dialog>
  )
}
