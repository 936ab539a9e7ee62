import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { type CheckArea, checkAreas } from '../../core/checks/check.ts'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { useSubmit } from '../record/use-submit.ts'
import { type CheckResult as Flag, flagsQuery, readChecksAgain } from './check-queries.ts'
import { CheckResult } from './check-result.tsx'
import type { ChecksSearch } from './checks-search.ts'
import { type FlagAct, FlagDialog } from './flag-dialog.tsx'
import { checkTexts } from './texts.ts'

const states = ['open', 'dismissed', 'found'] as const

/** What is flagged, walked with the keyboard: next, dismiss, make a finding. */
export function FlagsTab({ search }: { search: ChecksSearch }) {
  const text = useTextOf(checkTexts)
  const navigate = useNavigate()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(flagsQuery(search))
  const [at, setAt] = useState(0)
  const [dialog, setDialog] = useState<{ flag: Flag; act: FlagAct } | null>(null)
  const { busy, send } = useSubmit()
  const list = useRef<HTMLOListElement>(null)
  const flags = data?.pages.flatMap((page) => page.flags) ?? []
  const first = data?.pages[0]
  const state = search.state ?? 'open'
  const current = flags[Math.min(at, flags.length - 1)]
  const step = (by: number) => {
    const next = Math.max(0, Math.min(flags.length - 1, at + by))
    setAt(next)
    const item = list.current?.children[next]
    if (item instanceof HTMLElement) item.focus()
  }
  const open = (flag: Flag | undefined, act: FlagAct) => {
    const allowed = act === 'dismiss' ? flag?.flag?.dismiss.allowed : flag?.flag?.turn.allowed
    if (flag && allowed && flag.flag?.state === 'open' && dialog === null) setDialog({ flag, act })
  }
  useDocumentKeys({
    j: () => dialog === null && step(1),
    k: () => dialog === null && step(-1),
    d: () => open(current, 'dismiss'),
    f: () => open(current, 'turn'),
  })
  if (error) return <ProblemPage error={error} reset={() => void refetch()} />
  if (!first) return <Skeleton />
  const go = (next: ChecksSearch) => {
    setAt(0)
    void navigate({ to: '/checks', search: next, replace: true })
  }
  const again = async ({ id }: Flag) => {
    const done = await send((submissionId) =>
      call('POST /api/flags/:id/reopen', { params: { id }, body: { submissionId } }),
    )
    if (done === null) return
    await readChecksAgain()
    announce(text.reopened)
  }
  return (
    <>
      <div className="checks-bar no-print">
        <fieldset className="checks-states" aria-label={text.tabs.flags}>
          {states.map((each) => (
            <Button
              key={each}
              look={each === state ? 'primary' : 'plain'}
              aria-pressed={each === state}
              onClick={() => go({ ...(search.area && { area: search.area }), ...(each !== 'open' && { state: each }) })}
            >
              {text.states[each]} <span className="figure">{first.counts[each]}</span>
            </Button>
          ))}
        </fieldset>
        <label className="checks-area">
          {text.area}{' '}
          <select
            value={search.area ?? ''}
            onChange={({ target: { value } }) =>
              go({ ...(search.state && { state: search.state }), ...(value && { area: value as CheckArea }) })
            }
          >
            <option value="">{text.all}</option>
            {checkAreas.map((area) => (
              <option key={area} value={area}>
                {text.areas[area]}
              </option>
            ))}
          </select>
        </label>
        {first.decide && state === 'open' ? <span className="faint small checks-keys">{text.keys}</span> : null}
      </div>
      {flags.length === 0 ? (
        <div className="checks-none">
          <p>{text.none[state]}</p>
          <p className="quiet">{text.noneText}</p>
        </div>
      ) : null}
      <ol className="check-list" ref={list}>
        {flags.map((flag, index) => (
          <li key={flag.id} tabIndex={index === at ? 0 : -1} onFocus={() => setAt(index)}>
            <CheckResult
              result={flag}
              about
              acts={
                state === 'open' ? (
                  <>
                    <Button
                      refusal={flag.flag?.turn.allowed ? null : (flag.flag?.turn.reason ?? null)}
                      onClick={() => open(flag, 'turn')}
                    >
                      {text.turn}
                    </Button>
                    <Button
                      look="quiet"
                      refusal={flag.flag?.dismiss.allowed ? null : (flag.flag?.dismiss.reason ?? null)}
                      onClick={() => open(flag, 'dismiss')}
                    >
                      {text.dismiss}
                    </Button>
                  </>
                ) : state === 'dismissed' && first.decide ? (
                  <Button look="quiet" busy={busy} onClick={() => void again(flag)}>
                    {text.reopen}
                  </Button>
                ) : null
              }
            />
          </li>
        ))}
      </ol>
      {hasNextPage ? (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text.more}
        </Button>
      ) : null}
      {dialog === null ? null : <FlagDialog {...dialog} onClose={() => setDialog(null)} />}
    </>
  )
}
