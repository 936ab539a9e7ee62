/** One's own deputy: named for a period, ended early; and for whom one stands in. */
import { useQuery } from '@tanstack/react-query'
import { useTextOf } from '../language/language.ts'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { useSession } from '../session/use-boot.ts'
import { DeputationList } from './deputation-list.tsx'
import { DeputyForm } from './deputy-form.tsx'
import { ownDeputiesQuery } from './people-queries.ts'
import { texts } from './texts.ts'
import './people.css'

export function DeputyPage() {
  const text = useTextOf(texts).deputy
  const { person } = useSession()
  const deputies = useQuery(ownDeputiesQuery)
  usePageTitle(text.title)
  const all = deputies.data?.deputations ?? []
  return (
    <div className="admin deputy-page">
      <header>
        <h1>{text.title}</h1>
        <p className="quiet">{text.lead}</p>
      </header>
      {deputies.error ? <FormProblem>{sentenceOf(deputies.error)}</FormProblem> : null}
      {deputies.isPending ? <Skeleton /> : null}
      {deputies.data ? (
        <>
          <section className="card admin-card" aria-label={text.name}>
            {deputies.data.hasRoles ? <DeputyForm principalId={null} /> : <p>{text.noRoles}</p>}
          </section>
          <section className="card admin-card" aria-labelledby="deputies-mine">
            <h2 id="deputies-mine">{text.mine}</h2>
            <DeputationList deputations={all.filter(({ principal }) => principal.id === person.id)} none={text.none} />
          </section>
          <section className="card admin-card" aria-labelledby="deputies-others">
            <h2 id="deputies-others">{text.others}</h2>
            <DeputationList deputations={all.filter(({ deputy }) => deputy.id === person.id)} none={text.none} />
          </section>
        </>
      ) : null}
    </div>
  )
}
