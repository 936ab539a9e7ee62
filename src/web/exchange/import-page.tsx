import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Answer, call, upload } from '../api.ts'
import { queryClient } from '../boot.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { useAct } from '../people/use-act.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { type RegisterView, useRegister } from '../registers/register-queries.ts'
import { BookDrop } from './book-drop.tsx'
import { ImportPreview } from './import-preview.tsx'
import { texts } from './texts.ts'
import './exchange.css'

const route = getRouteApi('/signed-in/registers/$register/import')

type Preview = Answer<'POST /api/registers/:register/import'>
type Done = Answer<'POST /api/registers/:register/import/apply'>

/** `/registers/meeting/import`: a sheet, what it would change, and the wish to write it. */
export function ImportPage() {
  const text = useTextOf(texts)
  const { register: key } = route.useParams()
  const { register, error } = useRegister(key)
  if (error) return <ProblemPage error={error} reset={() => window.location.reload()} />
  if (register === undefined) return <Skeleton />
  if (register === null || !register.write)
    return (
      <Empty
        title={text.mayNot}
        actions={
          <Link to="/registers/$register" params={{ register: key }}>
            {text.back}
          </Link>
        }
      />
    )
  return <Import register={register} />
}

function Import({ register }: { register: RegisterView }) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const title = text.title(register.name[language])
  usePageTitle(title)
  const [progress, setProgress] = useState(0)
  const [preview, setPreview] = useState<(Preview & { submission: string; file: string }) | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const { busy, problem, run } = useAct()
  const params = { register: register.key }

  const take = (file: File) =>
    run(async () => {
      setPreview(null)
      setDone(null)
      setProgress(0)
      const answer = await upload('POST /api/registers/:register/import', file, setProgress, { params })
      setPreview({ ...answer, submission: submissionId(), file: file.name })
    })
  const apply = (token: string, submission: string) =>
    run(async () => {
      const written = await call('POST /api/registers/:register/import/apply', {
        params,
        body: { token, submissionId: submission },
      })
      setPreview(null)
      setDone(written)
      announce(text.applied(written.created, written.updated, written.same))
      await queryClient.invalidateQueries({
        predicate: ({ queryKey: [name] }) => /^(registers|entries|entry)$/.test(String(name)),
      })
    })
  const back = (
    <Link to="/registers/$register" params={params}>
      {text.back}
    </Link>
  )
  return (
    <div className="exchange">
      <header>
        <h1>{title}</h1>
        <p className="exchange-lead">{text.lead}</p>
        <p className="exchange-links">
          <a href={`/api/registers/${register.key}/template`} download>
            {text.template}
          </a>
          {back}
        </p>
      </header>
      <BookDrop
        label={preview === null ? text.choose : text.again}
        busy={busy && preview === null}
        status={progress < 1 ? text.sending(Math.round(progress * 100)) : text.reading}
        onFile={(file) => void take(file)}
      />
      <p role="status" className="visually-hidden">
        {preview
          ? text.counts(preview.counts.create, preview.counts.update, preview.counts.same, preview.counts.refused)
          : ''}
      </p>
      {problem ? <FormProblem>{problem.message}</FormProblem> : null}
      {preview ? (
        <section className="card exchange-preview" aria-label={preview.file}>
          <h2>{preview.file}</h2>
          <ImportPreview preview={preview} />
          {preview.counts.refused > 0 ? (
            <p className="exchange-wrong">{text.hasRefused(preview.counts.refused)}</p>
          ) : preview.token === null ? (
            <p>{text.nothing}</p>
          ) : (
            <p>
              <Button look="primary" busy={busy} onClick={() => void apply(preview.token ?? '', preview.submission)}>
                {text.apply(preview.counts.create + preview.counts.update)}
              </Button>
            </p>
          )}
        </section>
      ) : null}
      {done ? (
        <section className="card exchange-preview" aria-label={title}>
          <p>
            <strong>{text.applied(done.created, done.updated, done.same)}</strong>
          </p>
          <p>{back}</p>
        </section>
      ) : null}
    </div>
  )
}
