import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Empty } from '../parts/empty.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { ProblemPage } from '../problem/problem-page.tsx'
import { EntryFormFrame } from './entry-form-frame.tsx'
import { type EntryRecord, entryQuery, useRegister } from './register-queries.ts'
import { texts } from './texts.ts'

const route = getRouteApi('/signed-in/entries/$id/edit')

/** `/entries/7/edit`. The form keeps to the entry as it was when it was opened: what others change is said, not put under the hands. */
export function EditEntryPage() {
  const text = useTextOf(texts)
  const { id } = route.useParams()
  const read = useQuery(entryQuery(Number(id)))
  const { register } = useRegister(read.data?.register ?? '')
  const [opened, setOpened] = useState<EntryRecord | null>(null)
  if (read.isError) return <ProblemPage error={read.error} reset={() => void read.refetch()} />
  if (!read.data || register === undefined) return <Skeleton />
  if (opened?.id !== read.data.id) {
    // A page read before may be old: the form begins with what is there now.
    if (!read.isFetching) setOpened(read.data)
    return <Skeleton />
  }
  if (!opened.edit.allowed || register === null)
    return (
      <Empty
        title={opened.edit.reason ?? text.mayNotWrite}
        actions={
          <Link to="/entries/$id" params={{ id }}>
            {text.toEntry}
          </Link>
        }
      />
    )
  return <EntryFormFrame key={opened.id} register={register} entry={opened} />
}
