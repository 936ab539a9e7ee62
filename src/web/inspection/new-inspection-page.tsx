import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError, call } from '../api.ts'
import { bootQuery, queryClient } from '../boot.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { chooseInspection } from '../session/chosen-inspection.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { type About, AboutFields } from './about-fields.tsx'
import { texts } from './texts.ts'
import './inspection.css'

const empty: About = {
  name: '',
  body: null,
  team: [],
  kind: null,
  theme: null,
  from: null,
  to: null,
  feedbackOn: null,
  basis: [],
}
const named = Object.keys(empty)

/** `/inspections/new`: an inspection by hand, the third way beside an import and the sample. */
export function NewInspectionPage() {
  const text = useTextOf(texts)
  usePageTitle(text.newTitle)
  const navigate = useNavigate()
  const [about, setAbout] = useState(empty)
  const create = useMutation({
    mutationFn: () => call('POST /api/inspections', { body: { ...about, submissionId: submissionId() } }),
    onSuccess: async ({ id }) => {
      await queryClient.fetchQuery({ ...bootQuery, staleTime: 0 })
      chooseInspection(id)
      announce(text.created(about.name))
      await navigate({ to: '/plan' })
    },
  })
  const field = create.error instanceof ApiError ? create.error.field : null
  return (
    <article className="inspection">
      <header className="inspection-head">
        <h1>{text.newTitle}</h1>
      </header>
      <p className="quiet">{text.newLead}</p>
      <form
        className="inspection-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!create.isPending) create.mutate()
        }}
      >
        <section className="card inspection-card form">
          <AboutFields
            about={about}
            onChange={(change) => setAbout({ ...about, ...change })}
            errorOf={(name) => (create.error && field === name ? create.error.message : null)}
          />
          {create.error && !named.includes(field ?? '') ? <FormProblem>{sentenceOf(create.error)}</FormProblem> : null}
          <div>
            <Button type="submit" look="primary" busy={create.isPending}>
              {text.create}
            </Button>
          </div>
        </section>
      </form>
    </article>
  )
}
