import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../api.ts'
import { NoticeCard } from '../first-visit/notice-card.tsx'
import { useTextOf } from '../language/language.ts'
import { FormProblem } from '../parts/field.tsx'
import { momentText } from '../parts/moment-text.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { texts } from './texts.ts'
import '../first-visit/first-visit.css'
import './import-list.css'

const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => call('GET /api/imports', { signal }),
  staleTime: 0,
})

/** The place to begin an import, and those that were begun before. */
export function ImportListPage() {
  const text = useTextOf(texts).list
  const imports = useQuery(importsQuery)
  usePageTitle(text.title)
  return (
    <div className="import-list">
      <NoticeCard />
      <section aria-labelledby="earlier">
        <h2 id="earlier">{text.earlier}</h2>
        {imports.isPending ? <Skeleton /> : null}
        {imports.error ? <FormProblem>{sentenceOf(imports.error)}</FormProblem> : null}
        {imports.data?.length === 0 ? <p className="quiet">{text.none}</p> : null}
        {imports.data && imports.data.length > 0 ? (
          <table className="import-table">
            <thead>
              <tr>
                <th scope="col">{text.file}</th>
                <th scope="col">{text.format}</th>
                <th scope="col">{text.at}</th>
                <th scope="col">{text.state}</th>
              </tr>
            </thead>
            <tbody>
              {imports.data.map((row) => (
                <tr key={row.id}>
                  <td className="import-name">
                    <Link to="/imports/$id" params={{ id: String(row.id) }} className="cut" title={row.sourceName}>
                      {row.sourceName}
                    </Link>
                  </td>
                  <td className="quiet">{text.formats[row.format]}</td>
                  <td className="figure quiet">{momentText(row.createdAt)}</td>
                  <td>
                    {row.appliedAt === null ? (
                      text.draft
                    ) : (
                      <>
                        {text.applied} <span className="figure quiet">{momentText(row.appliedAt)}</span>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </section>
    </div>
  )
}
