import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTextOf } from '../language/language.ts'
import { Empty } from '../parts/empty.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { ProblemPage } from '../problem/problem-page.tsx'
import { draftOf } from './entry-draft.ts'
import { EntryFormFrame } from './entry-form-frame.tsx'
import { entryQuery, useRegister } from './register-queries.ts'
import { texts } from './texts.ts'

const route = getRouteApi('/signed-in/registers/$register/new')

/** `/registers/meeting/new`: a new entry; `?copy=7` begins with the values of another one, files left out. */
export function NewEntryPage() {
  const text = useTextOf(texts)
  const { register: key } = route.useParams()
  const { copy } = route.useSearch()
  const { register, error } = useRegister(key)
  const copied = useQuery({ ...entryQuery(copy ?? 0), enabled: copy !== undefined })
  const problem = error ?? copied.error
  if (problem) return <ProblemPage error={problem} reset={() => window.location.reload()} />
  if (register === undefined || (copy !== undefined && !copied.data)) return <Skeleton />
  if (register === null || !register.write)
    return (
      <Empty
        title={register ? text.mayNotWrite : text.noRegister}
        actions={<Link to="/registers">{text.toRegisters}</Link>}
      />
    )
  if (!copied.data) return <EntryFormFrame register={register} />
  const { unit: _, ...draft } = draftOf(copied.data)
  const raw = Object.fromEntries(
    Object.entries(draft.raw).filter(([field]) => register.fields[field]?.type !== 'files'),
  )
  return <EntryFormFrame register={register} begun={{ ...draft, raw }} />
}
