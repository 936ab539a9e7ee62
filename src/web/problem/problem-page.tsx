import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiError } from '../api.ts'
import { useText } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'

/** What a page shows instead of itself when it failed, by what failed, each with a way on. */
export function ProblemPage({ error, reset }: { error: unknown; reset?: () => void }) {
  const text = useText()
  const router = useRouter()
  const again = () => {
    reset?.()
    void router.invalidate()
  }
  const retry = (
    <Button look="primary" onClick={again}>
      {text.common.retry}
    </Button>
  )
  if (!(error instanceof ApiError))
    return (
      <Problem title={text.problem.crashTitle} sentence={text.problem.crash} actions={retry}>
        <p className="faint small">{error instanceof Error ? error.message : String(error)}</p>
      </Problem>
    )
  if (error.status === 0) return <Problem title={text.problem.offlineTitle} sentence={error.message} actions={retry} />
  if (error.status === 403) return <Problem title={text.problem.noRightTitle} sentence={error.message} />
  if (error.status === 404) return <Problem title={text.problem.notFoundTitle} sentence={error.message} />
  if (error.status < 500) return <Problem title={error.message} actions={retry} />
  return (
    <Problem title={text.problem.serverTitle} sentence={text.problem.server} actions={retry}>
      {error.requestId ? (
        <p>
          {text.problem.requestId} <code>{error.requestId}</code>
        </p>
      ) : null}
    </Problem>
  )
}

/** An address that leads nowhere. */
export function NotFoundPage() {
  const text = useText()
  return (
    <main>
      <Problem title={text.problem.notFoundTitle} sentence={text.problem.notFound} />
    </main>
  )
}

type ProblemProps = { title: string; sentence?: string; actions?: ReactNode; children?: ReactNode }

function Problem({ title, sentence, actions, children }: ProblemProps) {
  const text = useText()
  usePageTitle(title)
  return (
    <Empty
      title={title}
      actions={
        <>
          {actions}
          <Link to="/ledger" className="button button-plain">
            {text.problem.toLedger}
          </Link>
        </>
      }
    >
      {sentence ? <p className="quiet">{sentence}</p> : null}
      {children}
    </Empty>
  )
}
