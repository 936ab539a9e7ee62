/** The form of one report: what was done, how far, what is in the way. Three fields at most; all of them on the measure page. */
import { type FormEvent, lazy, Suspense, useRef, useState } from 'react'
import { sameWords } from '../../core/report/same-words.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useNarrow } from '../parts/use-narrow.ts'
import type { Target, WeeklyReport } from './report-queries.ts'
import { type Draft, keepDraft, keyOf, sendReport, useRefusal, useReportStore } from './report-store.ts'
import { ReportWords } from './report-words.tsx'
import { reportTexts } from './texts.ts'

/** Not everybody attaches something; it comes when it is asked for. */
const ReportEntries = lazy(() =>
  import('../citation/report-entries.tsx').then((loaded) => ({ default: loaded.ReportEntries })),
)
const EvidenceDrop = lazy(() =>
  import('../evidence/evidence-drop.tsx').then((loaded) => ({ default: loaded.EvidenceDrop })),
)

export type Reported = {
  measureId: number
  number: string
  week: string
  /** Version of the newest report; 0 when there is none. */
  version: number
  targets: readonly Target[]
  report: WeeklyReport | null
  last: WeeklyReport | null
}

/** The form as it begins: the report that is amended, or empty. */
const begun = ({ report, version }: Reported): Draft => ({
  done: report?.done ?? '',
  difficulty: report?.difficulty ?? '',
  nextStep: report?.nextStep ?? '',
  percent: report?.percent == null ? '' : String(report.percent),
  reached: Object.fromEntries((report?.reached ?? []).map(({ targetId, quantity }) => [targetId, String(quantity)])),
  evidenceIds: report?.evidenceIds ?? [],
  entries: (report?.entryIds ?? []).map((entryId) => ({ entryId, targetId: null, title: `#${entryId}` })),
  basedOn: version,
})

type Problem = { field: string; message: string }

export function ReportForm({ of, full = false, onClose }: { of: Reported; full?: boolean; onClose: () => void }) {
  const { report: text } = useTextOf(reportTexts)
  const kept = useReportStore().drafts[keyOf(of.measureId, of.week)]
  const refused = useRefusal(of.measureId, of.week)
  const draft = kept ?? begun(of)
  const counted = of.targets.filter(({ quantity, counts }) => quantity !== null && counts === null)
  const computed = of.targets.filter(({ quantity, counts }) => quantity !== null && counts !== null)
  const asked = full ? counted : counted.slice(0, 1)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [doubt, setDoubt] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const narrow = useNarrow()
  const [attaching, setAttaching] = useState(narrow)
  const [citing, setCiting] = useState(computed.length > 0)
  const latest = useRef(draft)
  latest.current = draft
  const change = (part: Partial<Draft>): void => {
    setProblem(null)
    setDoubt(false)
    latest.current = { ...latest.current, ...part }
    keepDraft(of.measureId, of.week, latest.current)
  }
  const send = (sure: boolean): void => {
    const read = bodyOf(draft, asked, of.version)
    if ('field' in read) {
      setProblem({ field: read.field, message: text[read.problem] })
      form.current?.querySelector<HTMLElement>(`[name="${read.field}"]`)?.focus()
      return
    }
    if (!sure && of.last?.done && draft.done && sameWords(draft.done, of.last.done)) {
      setDoubt(true)
      return
    }
    const { measureId, number, week } = of
    sendReport({ measureId, number, week, withdraw: false, body: read, draft: { ...draft, basedOn: of.version } })
    onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send(false)
  }
  const errorOf = (field: string): string | null => (problem?.field === field ? problem.message : null)
  const attach = attaching ? (
    <Suspense>
      <EvidenceDrop
        measureId={of.measureId}
        onAdded={(added) => change({ evidenceIds: [...latest.current.evidenceIds, ...added.map(({ id }) => id)] })}
      />
    </Suspense>
  ) : null
  const foreign = kept !== undefined && kept.basedOn !== of.version && of.report !== null
  return (
    <form className="form report-form" ref={form} onSubmit={submit} noValidate>
      {refused ? (
        <FormProblem>
          {text.conflict}
          {refused.message}
        </FormProblem>
      ) : null}
      {foreign && of.report ? (
        <div className="report-sides">
          <p className="quiet small">{text.theirs}</p>
          <ReportWords report={of.report} targets={of.targets} />
          <p className="quiet small">{text.mine}</p>
        </div>
      ) : null}
      {narrow ? attach : null}
      <TextArea
        name="done"
        label={text.done}
        rows={2}
        maxLength={2000}
        // Opened by a click or a key, to be written into; not where a draft opens by itself.
        autoFocus={kept === undefined}
        value={draft.done}
        error={errorOf('done')}
        onChange={(event) => change({ done: event.target.value })}
      />
      {asked.map((target) => (
        <TextField
          key={target.id}
          name={`reached-${target.id}`}
          label={text.reached(target.words, target.unit ?? '')}
          inputMode="decimal"
          className="figure"
          hint={text.reachedHint(target.reached ?? 0, target.quantity ?? 0, target.unit ?? '')}
          value={draft.reached[target.id] ?? ''}
          error={errorOf(`reached-${target.id}`)}
          onChange={(event) => change({ reached: { ...draft.reached, [target.id]: event.target.value } })}
        />
      ))}
      {computed.map(({ id, words, reached, quantity, unit }) => (
        <p key={id} className="quiet small figure">
          {text.countedHint(words, reached ?? 0, quantity ?? 0, unit ?? '')}
        </p>
      ))}
      {citing ? (
        <Suspense>
          <ReportEntries
            entries={draft.entries ?? []}
            targets={of.targets}
            onChange={(entries) => change({ entries })}
          />
        </Suspense>
      ) : null}
      {full && counted.length === 0 && computed.length === 0 ? (
        <TextField
          name="percent"
          label={text.percent}
          inputMode="numeric"
          value={draft.percent}
          error={errorOf('percent')}
          onChange={(event) => change({ percent: event.target.value })}
        />
      ) : null}
      <TextField
        name="difficulty"
        label={full ? text.difficultyOnly : text.difficulty}
        maxLength={2000}
        value={draft.difficulty}
        onChange={(event) => change({ difficulty: event.target.value })}
      />
      {full ? (
        <TextField
          name="nextStep"
          label={text.nextStep}
          maxLength={2000}
          value={draft.nextStep}
          onChange={(event) => change({ nextStep: event.target.value })}
        />
      ) : null}
      {narrow ? null : attach}
      {draft.evidenceIds.length > 0 ? <p className="quiet small">{text.attached(draft.evidenceIds.length)}</p> : null}
      {doubt ? (
        <div className="report-doubt" role="alert">
          <p>{text.same}</p>
          <div className="report-buttons">
            <Button look="primary" onClick={() => send(true)}>
              {text.sendAnyway}
            </Button>
            <Button onClick={() => setDoubt(false)}>{text.goOn}</Button>
          </div>
        </div>
      ) : (
        <div className="report-buttons">
          <Button look="primary" type="submit">
            {text.send}
          </Button>
          {attaching ? null : <Button onClick={() => setAttaching(true)}>{text.attach}</Button>}
          {citing ? null : <Button onClick={() => setCiting(true)}>{text.citeEntries}</Button>}
          <Button look="quiet" onClick={onClose}>
            {text.cancel}
          </Button>
          {kept ? <span className="quiet small">{text.draftKept}</span> : null}
        </div>
      )}
    </form>
  )
}

type Body = Parameters<typeof sendReport>[0]['body']
type Wrong = { field: string; problem: 'empty' | 'notNumber' | 'notPercent' }

/** What is sent of a draft, or the first field that cannot be. */
function bodyOf(draft: Draft, asked: readonly Target[], basedOn: number): Body | Wrong {
  const reached: Body['reached'] = []
  for (const { id } of asked) {
    const typed = (draft.reached[id] ?? '').trim().replace(/[,，\s]/g, '')
    if (typed === '') continue
    const quantity = Number(typed)
    if (!Number.isFinite(quantity) || quantity < 0) return { field: `reached-${id}`, problem: 'notNumber' }
    reached.push({ targetId: id, quantity })
  }
  const entries = (draft.entries ?? []).map(({ entryId, targetId }) => ({ entryId, targetId }))
  const percent = draft.percent.trim() === '' ? null : Number(draft.percent)
  if (percent !== null && !(Number.isInteger(percent) && percent >= 0 && percent <= 100))
    return { field: 'percent', problem: 'notPercent' }
  const [done, difficulty, nextStep] = [draft.done.trim(), draft.difficulty.trim(), draft.nextStep.trim()]
  if (done === '' && reached.length === 0 && draft.evidenceIds.length === 0 && entries.length === 0)
    return { field: 'done', problem: 'empty' }
  return {
    basedOn,
    noChange: false,
    ...(done ? { done } : {}),
    ...(difficulty ? { difficulty } : {}),
    ...(nextStep ? { nextStep } : {}),
    ...(percent === null ? {} : { percent }),
    reached,
    evidenceIds: draft.evidenceIds,
    entries,
  }
}
