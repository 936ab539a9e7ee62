/** A table of units or people: read, looked at, written whole. Nothing is stored before the last button. */
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { type Answer, call, upload } from '../api.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { TextArea } from '../parts/text-area.tsx'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { useBoot } from '../session/use-boot.ts'
import { AdminHead } from './admin-head.tsx'
import { peopleChanged } from './people-queries.ts'
import { SelectField } from './select-field.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import { texts } from './texts.ts'
import { useAct } from './use-act.ts'

type Sheet = Answer<'POST /api/people/sheets'>
type Kind = NonNullable<Sheet['kind']>

export function SheetPage() {
  const text = useTextOf(texts).sheet
  const [sheet, setSheet] = useState<(Sheet & { submission: string }) | null>(null)
  const [pasting, setPasting] = useState(false)
  const [pasted, setPasted] = useState('')
  const file = useId()
  const { busy, problem, run } = useAct()
  const take = (read: () => Promise<Sheet>) => {
    setSheet(null)
    void run(async () => setSheet({ ...(await read()), submission: submissionId() }))
  }
  const inspection = useChosenInspection()
  const table = (kind: Kind, filled: boolean) =>
    `/api/people/table?kind=${kind}&filled=${filled}${inspection ? `&inspection=${inspection.id}` : ''}`
  return (
    <div className="admin">
      <AdminHead page="import" title={text.title} lead={text.lead} />
      <section className="card admin-card" aria-label={text.file}>
        <p className="sheet-tools">
          <label htmlFor={file}>{text.file}</label>
          <input
            id={file}
            type="file"
            accept=".xlsx,.csv,.txt"
            disabled={busy}
            onChange={(event) => {
              const [chosen] = event.target.files ?? []
              if (chosen) take(() => upload('POST /api/people/sheets', chosen, () => {}))
              event.target.value = ''
            }}
          />
          <Button look="quiet" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
            {text.paste}
          </Button>
        </p>
        {pasting ? (
          <form
            className="form"
            onSubmit={(event) => {
              event.preventDefault()
              take(() => call('POST /api/people/sheets/text', { body: { text: pasted } }))
            }}
          >
            <TextArea
              label={text.pasteLabel}
              className="text-area"
              rows={6}
              value={pasted}
              onChange={(event) => setPasted(event.target.value)}
            />
            <p>
              <Button type="submit" busy={busy}>
                {text.read}
              </Button>
            </p>
          </form>
        ) : null}
        <p className="sheet-tools">
          <a href={table('units', false)}>{text.templateUnits}</a>
          <a href={table('people', false)}>{text.templatePeople}</a>
          <a href={table('units', true)}>{text.exportUnits}</a>
          <a href={table('people', true)}>{text.exportPeople}</a>
        </p>
        {problem ? <FormProblem>{problem.message}</FormProblem> : null}
      </section>
      {sheet ? <SheetReview key={sheet.submission} sheet={sheet} onApplied={() => setSheet(null)} /> : null}
    </div>
  )
}

type SheetReviewProps = { sheet: Sheet & { submission: string }; onApplied: () => void }

function SheetReview({ sheet, onApplied }: SheetReviewProps) {
  const text = useTextOf(texts).sheet
  const language = useLanguage()
  const { inspections } = useBoot()
  const current = useChosenInspection()
  const [kind, setKind] = useState<Kind>(sheet.kind ?? 'people')
  const [inspection, setInspection] = useState(current ? String(current.id) : '')
  const inspectionId = kind === 'people' && inspection !== '' ? Number(inspection) : null
  const wish = { kind, rows: sheet.rows, inspectionId }
  const preview = useQuery({
    queryKey: ['people-sheet', sheet.submission, kind, inspectionId, language],
    queryFn: ({ signal }) => call('POST /api/people/sheets/preview', { body: wish, signal }),
    staleTime: 0,
  })
  const { busy, problem, run } = useAct()
  const counts = preview.data?.counts
  const apply = () =>
    run(async () => {
      if (!counts) return
      const expected = { create: counts.create, update: counts.update }
      const done = await call('POST /api/people/sheets/apply', {
        body: { ...wish, expected, submissionId: sheet.submission },
      })
      await peopleChanged()
      announce(text.applied(done.create, done.update))
      onApplied()
    })
  return (
    <section className="card admin-card" aria-label={text.kinds[kind]}>
      {sheet.kind === null ? <p>{text.unknownKind}</p> : null}
      <div className="form-pair">
        <SelectField
          label={text.kind}
          value={kind}
          options={[
            { value: 'units', label: text.kinds.units },
            { value: 'people', label: text.kinds.people },
          ]}
          onChange={(value) => setKind(value as Kind)}
        />
        {kind === 'people' ? (
          <SelectField
            label={text.inspection}
            value={inspection}
            options={[
              ...inspections.map(({ id, name }) => ({ value: String(id), label: name })),
              { value: '', label: text.everyInspection },
            ]}
            onChange={setInspection}
          />
        ) : null}
      </div>
      {preview.isPending ? <Skeleton /> : null}
      {preview.error ? <FormProblem>{sentenceOf(preview.error)}</FormProblem> : null}
      {preview.data && counts ? (
        <>
          <SheetPreview plan={preview.data} />
          {problem ? <FormProblem>{problem.message}</FormProblem> : null}
          {counts.wrong > 0 ? (
            <p className="sheet-wrong">{text.hasWrong(counts.wrong)}</p>
          ) : counts.create + counts.update === 0 ? (
            <p>{text.nothing}</p>
          ) : (
            <p>
              <Button look="primary" busy={busy} onClick={apply}>
                {text.apply(counts.create + counts.update)}
              </Button>
            </p>
          )}
        </>
      ) : null}
    </section>
  )
}
