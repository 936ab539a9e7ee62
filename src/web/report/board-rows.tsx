/** The measures behind one cell of the board, and the office's excuses. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { weekNumber } from '../../core/report/week.ts'
import { type Answer, ApiError, call } from '../api.ts'
import { queryClient } from '../boot.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { TextField } from '../parts/field.tsx'
import { LightMark } from '../parts/light-mark.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { useSession } from '../session/use-boot.ts'
import { boardTexts } from './board-texts.ts'
import { ReportWords } from './report-words.tsx'
import { StateWord } from './state-word.tsx'
import './report.css'

type Row = Answer<'GET /api/board/rows'>['rows'][number]
type BoardRowsProps = {
  inspectionId: number
  unit: { id: number; name: string }
  week: Row['week']
  onClose: () => void
}

/** What asks for attention stands first. */
const order: readonly Row['state'][] = ['missed', 'backfilled', 'late', 'expected', 'filed', 'excused']

export function BoardRows({ inspectionId, unit, week, onClose }: BoardRowsProps) {
  const text = useTextOf(boardTexts)
  const { allowed } = useSession()
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [asking, setAsking] = useState(false)
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['board', inspectionId, unit.id, week],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/board/rows', {
        query: { inspection: inspectionId, unit: unit.id, week, after: pageParam },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const rows = (data?.pages.flatMap((page) => page.rows) ?? []).toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state),
  )
  const excuses = allowed.includes('report.excuse')
  const open = rows.filter(({ state }) => state === 'missed' || state === 'expected')
  const excuse = async (reason: string | null, measureIds: readonly number[]): Promise<void> => {
    const wish = { inspection: inspectionId, week, reason, submissionId: submissionId() }
    const { changed } = await call('POST /api/report-excuses', { body: { ...wish, measureIds: [...measureIds] } })
    announce(reason === null ? text.unexcusedDone : text.excused_(changed))
    setChosen([])
    setAsking(false)
    await queryClient.invalidateQueries({ queryKey: ['board'] })
  }
  return (
    <Dialog wide title={text.rowsOf(unit.name, weekNumber(week))} onClose={onClose}>
      {!data ? <Skeleton /> : null}
      {excuses && open.length > 0 ? (
        asking ? (
          <ExcuseForm
            count={chosen.length || open.length}
            onSend={(reason) =>
              excuse(reason, chosen.length > 0 ? chosen : open.map(({ measure }) => measure.id).slice(0, 500))
            }
          />
        ) : (
          <p>
            <Button onClick={() => setAsking(true)}>{text.excuseTitle(chosen.length || open.length)}…</Button>
          </p>
        )
      ) : null}
      <ul className="board-rows">
        {rows.map((row) => (
          <li key={row.measure.id}>
            {excuses && open.includes(row) ? (
              <input
                type="checkbox"
                aria-label={`${text.excuse} ${row.measure.number}`}
                checked={chosen.includes(row.measure.id)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...chosen, row.measure.id] : chosen.filter((id) => id !== row.measure.id))
                }
              />
            ) : (
              <span />
            )}
            <LightMark light={row.light} />
            <div>
              <Link to="/measures/$id" params={{ id: String(row.measure.id) }}>
                {row.measure.number} {row.measure.text}
              </Link>
              {row.report ? <ReportWords report={row.report} targets={[]} /> : null}
            </div>
            <p>
              <StateWord week={row} />
              {excuses && row.state === 'excused' && row.excuse !== 'closed' ? (
                <Button look="quiet" onClick={() => void excuse(null, [row.measure.id])}>
                  {text.unexcused}
                </Button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {hasNextPage ? <Button onClick={() => void fetchNextPage()}>{text.more}</Button> : null}
    </Dialog>
  )
}

function ExcuseForm({ count, onSend }: { count: number; onSend: (reason: string) => Promise<void> }) {
  const text = useTextOf(boardTexts)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    onSend(reason).catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error
      setProblem(error.message)
    })
  }
  return (
    <form className="form" onSubmit={send}>
      <TextField
        label={text.reason}
        hint={text.reasonHint}
        value={reason}
        error={problem}
        onChange={(event) => setReason(event.target.value)}
      />
      <p>
        <Button look="primary" type="submit">
          {text.excuseTitle(count)}
        </Button>
      </p>
    </form>
  )
}
