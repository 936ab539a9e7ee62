import { queryOptions, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Edit } from '../../core/ledger/edit.ts'
import { type Answer, call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { NotFoundPage, ProblemPage } from '../problem/problem-page.tsx'
import { Review } from './review.tsx'
import { texts } from './texts.ts'

type Imported = Answer<'GET /api/imports/:id'>

/**
 * An import with the edits to begin with. A file that was written before is read as it was then: without the edits made
 * at that time the same file would look like other records.
 */
const importQuery = (id: number) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: async ({ signal }): Promise<{ imported: Imported; taken: Edit[] | null }> => {
      const imported = await call('GET /api/imports/:id', { params: { id }, signal })
      const { sameAs, appliedAt, edits } = imported
      if (appliedAt !== null || edits.length > 0 || !sameAs?.appliedAt) return { imported, taken: null }
      const before = await call('GET /api/imports/:id', { params: { id: sameAs.id }, signal })
      return { imported, taken: before.edits.length > 0 ? before.edits : null }
    },
    // Read anew for each visit, and never under the hands of a person who edits.
    staleTime: 0,
    gcTime: 0,
    refetchOnReconnect: false,
  })

/** The review of one import: source left, what was recognised right. */
export function ImportPage() {
  const id = Number(useParams({ strict: false }).id)
  const text = useTextOf(texts)
  const { data, error, isPending } = useQuery({ ...importQuery(id), enabled: Number.isInteger(id) && id > 0 })
  usePageTitle(data ? text.title(data.imported.sourceName) : text.list.title)
  if (!Number.isInteger(id) || id <= 0) return <NotFoundPage />
  if (error) return <ProblemPage error={error} reset={() => window.location.reload()} />
  if (isPending) return <Skeleton />
  return <Review key={id} imported={data.imported} taken={data.taken} />
}
