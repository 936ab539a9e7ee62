import { type FormEvent, useId, useRef, useState } from 'react'
import type { MeasureAct } from '../../core/measure/acts.ts'
import { type Ask, call } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { TextArea } from '../parts/text-area.tsx'
import type { MeasureRecord } from '../record/record-queries.ts'
import { useSubmit } from '../record/use-submit.ts'
import { ConflictBar } from './conflict-bar.tsx'
import { ReturnChips } from './return-chips.tsx'
import { measureTexts } from './texts.ts'
import { useConflict } from './use-conflict.ts'

type Body = Ask<'POST /api/measures/:id/acts'>['body']
type Words = 'reason' | 'selfAssessment' | 'siteCheck' | 'reviewOn' | 'basis'
type Claim = { met: boolean; explanation: string }

/** What each act asks for, in the order of the form; `required` ones before anything is sent. */
const fields: Record<MeasureAct, { fields: readonly Words[]; required: readonly Words[] }> = {
  docket: { fields: [], required: [] },
  start: { fields: [], required: [] },
  apply: { fields: ['selfAssessment'], required: ['selfAssessment'] },
  endorse: { fields: ['reason'], required: [] },
  verify: { fields: ['siteCheck', 'reason'], required: [] },
  sign: { fields: ['reason'], required: [] },
  return: { fields: ['reason'], required: ['reason'] },
  review: { fields: ['reviewOn', 'reason'], required: ['reviewOn'] },
  reopen: { fields: ['reason', 'basis'], required: ['reason', 'basis'] },
}
/** The server asks for as many. */
const fewest: Partial<Record<MeasureAct, number>> = { return: 10, reopen: 10 }

type ActDialogProps = { measure: MeasureRecord; act: MeasureAct; onClose: () => void; onDone?: () => void }

/** One act on a measure: what it asks for, what is wrong at its field, and what others changed meanwhile. */
export function ActDialog({ measure, act, onClose, onDone }: ActDialogProps) {
  const text = useTextOf(measureTexts)
  const { cancel } = useText().common
  const formId = useId()
  const { version, conflict } = useConflict(measure)
  const { busy, problem, setProblem, send } = useSubmit()
  const words = useRef<HTMLTextAreaElement>(null)
  const [values, setValues] = useState<Record<Words, string>>({
    reason: '',
    selfAssessment: '',
    siteCheck: '',
    reviewOn: '',
    basis: '',
  })
  const [claims, setClaims] = useState<Record<number, Claim>>(() => claimsOf(measure))
  const asked = fields[act]
  const targets = act === 'apply' ? measure.life.targets : []
  const offer = measure.life.offers.find((each) => each.act === act)
  const gone = offer?.allowed === false ? offer.reason : null
  const set = (name: Words) => (value: string) => {
    setValues({ ...values, [name]: value })
    if (problem?.field === name) setProblem(null)
  }
  const errorOf = (name: string) => (problem?.field === name ? problem.sentence : null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const empty = asked.required.find((name) => values[name].trim() === '')
    const short = (fewest[act] ?? 0) > [...values.reason.trim()].length
    if (act === 'return' && short) return setProblem({ field: 'reason', sentence: text.returnShort, conflict: false })
    if (empty) return setProblem({ field: empty, sentence: text.required(labels(act, text)[empty]), conflict: false })
    const open = targets.findIndex(({ id }) => !claims[id]?.met && !claims[id]?.explanation.trim())
    if (open >= 0) return setProblem({ field: `targets.${open}`, sentence: text.explainTarget, conflict: false })
    const given = Object.fromEntries(
      asked.fields.flatMap((name) => (values[name].trim() === '' ? [] : [[name, values[name].trim()]])),
    )
    const done = await send((submissionId) =>
      call('POST /api/measures/:id/acts', {
        params: { id: measure.id },
        body: {
          act,
          version,
          submissionId,
          ...given,
          ...(act === 'apply' ? { targets: claimed(claims) } : {}),
        } as Body,
      }),
    )
    if (!done) return
    onClose()
    onDone?.()
  }
  const names = labels(act, text)
  const field = (name: Words) =>
    name === 'reviewOn' ? (
      <TextField
        key={name}
        type="date"
        label={names[name]}
        value={values[name]}
        error={errorOf(name)}
        onChange={(event) => set(name)(event.target.value)}
      />
    ) : (
      <TextArea
        key={name}
        {...(name === 'reason' ? { ref: words } : {})}
        label={names[name]}
        hint={hintOf(act, name, text)}
        value={values[name]}
        maxLength={name === 'selfAssessment' ? 4000 : name === 'basis' ? 1000 : 2000}
        error={errorOf(name)}
        onChange={(event) => set(name)(event.target.value)}
      />
    )
  const shownAtField = problem?.field != null && (asked.fields as readonly string[]).includes(problem.field)
  return (
    <Dialog
      title={`${text.acts[act]} · ${measure.number}`}
      onClose={onClose}
      wide={act === 'apply' || conflict !== null}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button
            type="submit"
            form={formId}
            look="primary"
            busy={busy}
            refusal={conflict ? (gone ?? text.conflictHint) : null}
          >
            {text.acts[act]}
          </Button>
        </>
      }
    >
      <form id={formId} className="form" noValidate onSubmit={(event) => void submit(event)}>
        {text.actLead[act] ? <p className="quiet">{text.actLead[act]}</p> : null}
        {conflict ? (
          <ConflictBar
            conflict={conflict}
            gone={gone}
            mine={[
              ...asked.fields.map((name) => [names[name], values[name]] as const),
              ...targets.map((target) => [target.words, claims[target.id]?.explanation ?? ''] as const),
            ]}
          />
        ) : null}
        {problem && !shownAtField && !problem.field?.startsWith('targets') ? (
          <FormProblem>{problem.sentence}</FormProblem>
        ) : null}
        {act === 'return' ? <ReturnChips words={values.reason} onWords={set('reason')} field={words} /> : null}
        {asked.fields.map(field)}
        {targets.length > 0 ? (
          <Claims
            targets={targets}
            claims={claims}
            problem={problem?.field?.startsWith('targets') ? problem : null}
            onChange={setClaims}
          />
        ) : null}
      </form>
    </Dialog>
  )
}

type Texts = (typeof measureTexts)['zh']

const labels = (act: MeasureAct, text: Texts): Record<Words, string> => ({
  reason: act === 'return' ? text.returnWords : act === 'reopen' ? text.reason : text.remark,
  selfAssessment: text.selfAssessment,
  siteCheck: text.siteCheck,
  reviewOn: text.reviewOn,
  basis: text.basis,
})

function hintOf(act: MeasureAct, name: Words, text: Texts): string {
  if (name === 'reason')
    return act === 'return' ? text.returnHint : act === 'reopen' ? text.reasonHint : text.remarkHint
  if (name === 'selfAssessment') return text.selfAssessmentHint
  return name === 'siteCheck' ? text.siteCheckHint : text.basisHint
}

/** What is counted is met when the reports say so; everything else is for the applicant to say. */
const claimsOf = ({ life }: MeasureRecord): Record<number, Claim> =>
  Object.fromEntries(
    life.targets.map(({ id, quantity, reached }) => [
      id,
      { met: quantity !== null && (reached ?? 0) >= quantity, explanation: '' },
    ]),
  )

const claimed = (claims: Record<number, Claim>) =>
  Object.entries(claims).map(([id, { met, explanation }]) => ({
    targetId: Number(id),
    met,
    ...(met || explanation.trim() === '' ? {} : { explanation: explanation.trim() }),
  }))

type ClaimsProps = {
  targets: MeasureRecord['life']['targets']
  claims: Record<number, Claim>
  problem: { field: string | null; sentence: string } | null
  onChange: (claims: Record<number, Claim>) => void
}

function Claims({ targets, claims, problem, onChange }: ClaimsProps) {
  const text = useTextOf(measureTexts)
  const at = problem === null ? null : Number(/\d+/.exec(problem.field ?? '')?.[0] ?? -1)
  return (
    <fieldset className="target-claims">
      <legend>{text.targets}</legend>
      {problem !== null && (at === null || at < 0) ? <FormProblem>{problem.sentence}</FormProblem> : null}
      {targets.map((target, index) => {
        const claim = claims[target.id] ?? { met: false, explanation: '' }
        const set = (change: Partial<Claim>) => onChange({ ...claims, [target.id]: { ...claim, ...change } })
        return (
          <div key={target.id} className="target-claim">
            <label>
              <input type="checkbox" checked={claim.met} onChange={() => set({ met: !claim.met })} />
              <span>
                {target.words}{' '}
                {target.quantity === null ? null : (
                  <span className="small quiet figure">
                    {target.reached ?? 0} / {target.quantity} {target.unit}
                  </span>
                )}{' '}
                <span className="small faint">{text.targetMet}</span>
              </span>
            </label>
            {claim.met && at !== index ? null : (
              <TextArea
                label={text.explanation}
                aria-label={text.explanationOf(target.words)}
                rows={2}
                value={claim.explanation}
                maxLength={1000}
                error={at === index ? (problem?.sentence ?? null) : null}
                onChange={(event) => set({ explanation: event.target.value })}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
