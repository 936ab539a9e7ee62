import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { parseDay } from '../../core/deadline/day.ts'
import { call } from '../api.ts'
import { bootQuery, queryClient } from '../boot.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { useRecordForm } from '../plan/use-record-form.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { AboutFields } from './about-fields.tsx'
import { type InspectionRecord, inspectionQuery } from './inspection-queries.ts'
import { RulesFields } from './rules-fields.tsx'
import { StageLine } from './stage-line.tsx'
import { texts } from './texts.ts'
import './inspection.css'

const route = getRouteApi('/signed-in/inspections/$id')

/** `/inspections/:id`: what the inspection is, where it stands, and its local rules. */
export function InspectionPage() {
  const id = Number(route.useParams().id)
  const inspection = useQuery(inspectionQuery(id))
  const text = useTextOf(texts)
  usePageTitle(text.title)
  if (inspection.isError && !inspection.data)
    return <ProblemPage error={inspection.error} reset={() => void inspection.refetch()} />
  if (!inspection.data) return <Skeleton />
  return <InspectionForm key={`${id} ${inspection.data.version}`} inspection={inspection.data} />
}

const fieldsOf = (inspection: InspectionRecord) => ({
  name: inspection.name,
  body: inspection.body,
  team: inspection.team,
  kind: inspection.kind,
  theme: inspection.theme,
  from: inspection.from,
  to: inspection.to,
  feedbackOn: inspection.feedbackOn,
  basis: inspection.basis,
  assessedOn: inspection.assessedOn,
  publishedOn: inspection.publishedOn,
  settings: inspection.settings,
})

function InspectionForm({ inspection }: { inspection: InspectionRecord }) {
  const text = useTextOf(texts)
  const { id } = inspection
  const mayEdit = inspection.allowed.includes('inspection.edit')
  const form = useRecordForm({
    from: { fields: fieldsOf(inspection), version: inspection.version },
    read: async () => {
      const now = await queryClient.fetchQuery(inspectionQuery(id))
      return { fields: fieldsOf(now), version: now.version }
    },
    write: (changed, version) =>
      call('PUT /api/inspections/:id', {
        params: { id },
        body: { ...changed, version, submissionId: submissionId() },
      }),
    named: [
      ...Object.keys(fieldsOf(inspection)),
      ...Object.keys(inspection.settings).map((name) => `settings.${name}`),
    ],
    onWritten: () => {
      announce(text.saved)
      void queryClient.invalidateQueries({ queryKey: ['inspection', id] })
      void queryClient.invalidateQueries({ queryKey: ['plan', id] })
      void queryClient.fetchQuery({ ...bootQuery, staleTime: 0 })
    },
  })
  const { fields, set, errorOf } = form
  const day = (name: 'assessedOn' | 'publishedOn') => (
    <TextField
      label={text[name]}
      type="date"
      value={fields[name] ?? ''}
      disabled={!mayEdit}
      onChange={(event) => set({ [name]: parseDay(event.target.value) })}
      error={errorOf(name)}
    />
  )
  return (
    <article className="inspection">
      <header className="inspection-head">
        <h1>{inspection.name}</h1>
        <span className="no-print">
          {inspection.allowed.includes('plan.read') ? <Link to="/plan">{text.planLink}</Link> : null}
        </span>
      </header>
      <StageLine stages={inspection.stages} />
      <form
        className="inspection-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (mayEdit && form.isChanged && !form.save.isPending) form.save.mutate()
        }}
      >
        <section className="card inspection-card form">
          <h2>{text.about}</h2>
          <AboutFields about={fields} onChange={set} errorOf={errorOf} disabled={!mayEdit} />
          <div className="form-days">
            {day('assessedOn')}
            {day('publishedOn')}
          </div>
        </section>
        <RulesFields
          rules={fields.settings}
          periods={inspection.periods}
          onChange={(change) => set({ settings: { ...fields.settings, ...change } })}
          errorOf={errorOf}
          disabled={!mayEdit}
        />
        {form.problem ? <FormProblem>{sentenceOf(form.problem)}</FormProblem> : null}
        {form.isStale ? (
          <p className="inspection-stale">
            <Button onClick={() => void form.reread('theirs')}>{text.theirs}</Button>{' '}
            <Button onClick={() => void form.reread('mine')}>{text.mine}</Button>
          </p>
        ) : null}
        <div className="inspection-save no-print">
          <Button
            type="submit"
            look="primary"
            busy={form.save.isPending}
            refusal={mayEdit ? (form.isChanged ? null : text.nothingChanged) : text.readOnly}
          >
            {text.save}
          </Button>
        </div>
      </form>
    </article>
  )
}
