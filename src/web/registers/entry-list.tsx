import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useText, useTextOf } from '../language/language.ts'
import { usePrint } from '../ledger/use-print.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Empty } from '../parts/empty.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import type { EntryColumn } from './entry-columns.ts'
import { EntryPrintSheet } from './entry-print-sheet.tsx'
import { EntrySelectionBar } from './entry-selection-bar.tsx'
import { EntryTable } from './entry-table.tsx'
import { type EntryRow, entriesQuery, type RegisterView } from './register-queries.ts'
import { entryQueryOf, filterKeys, type RegisterSearch, type SearchChange } from './register-search.ts'
import { texts } from './texts.ts'

type EntryListProps = {
  register: RegisterView
  search: RegisterSearch
  shown: readonly EntryColumn[]
  onChange: (change: SearchChange) => void
  filters: ReactNode
  /** Beside the print. */
  tools: ReactNode
}

/** Rows, what can be done to ticked ones, and their print. */
export function EntryList({ register, search, shown, onChange, filters, tools }: EntryListProps) {
  const text = useTextOf(texts)
  const { common, ledger } = useText()
  const navigate = useNavigate()
  const query = entryQueryOf(search)
  const read = useInfiniteQuery(entriesQuery(register.key, query))
  const { fetchNextPage } = read
  const pages = read.data?.pages
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages])
  const names = useMemo(() => Object.assign({}, ...(pages ?? []).map((page) => page.names)), [pages])
  const [at, setAt] = useState(-1)
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const onPick = useCallback((ids: readonly number[], on: boolean) => {
    setPicked((now) => new Set(on ? [...now, ...ids] : [...now].filter((id) => !ids.includes(id))))
  }, [])
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const client = useQueryClient()
  const print = usePrint<EntryRow>(() => {
    const got = client.getQueryData(entriesQuery(register.key, query).queryKey)?.pages ?? []
    return { rows: got.flatMap((page) => page.rows), complete: got[got.length - 1]?.nextCursor === null }
  }, fetchNextPage)
  const walk = (by: number) => setAt(Math.min(rows.length - 1, Math.max(0, at + by)))
  const open = (row: EntryRow | undefined) =>
    row && void navigate({ to: '/entries/$id', params: { id: String(row.id) } })
  useDocumentKeys({
    j: () => walk(1),
    k: () => walk(-1),
    enter: () => open(rows[at]),
    o: () => open(rows[at]),
    x: () => {
      const row = rows[at]
      if (row) onPick([row.id], !picked.has(row.id))
    },
  })
  const filtered = filterKeys.some((key) => search[key] !== undefined)
  const chosen = rows.filter(({ id }) => picked.has(id))
  return (
    <>
      <div className="ledger-bar no-print">
        {filters}
        <div className="ledger-tools">
          {tools}
          <Button onClick={print.start}>{ledger.print}</Button>
        </div>
      </div>
      <div className="ledger-middle no-print">
        {read.isError && rows.length === 0 ? (
          <ProblemPage error={read.error} reset={() => void read.refetch()} />
        ) : read.isPending ? (
          <Skeleton />
        ) : rows.length === 0 ? (
          <Empty
            title={filtered ? text.nothingMatches : text.noEntries(register.name[text.language])}
            actions={
              filtered ? (
                <Button
                  onClick={() =>
                    onChange(Object.fromEntries(filterKeys.map((key) => [key, undefined])) as SearchChange)
                  }
                >
                  {text.clearFilters}
                </Button>
              ) : null
            }
          >
            <p>{filtered ? text.nothingMatchesHint : register.help[text.language]}</p>
          </Empty>
        ) : (
          <EntryTable
            register={register}
            rows={rows}
            names={names}
            more={
              !read.hasNextPage
                ? 'none'
                : read.isFetchNextPageError
                  ? 'failed'
                  : read.isFetchingNextPage
                    ? 'loading'
                    : 'waiting'
            }
            shown={shown}
            search={search}
            at={at}
            picked={picked}
            onAt={setAt}
            onPick={onPick}
            onChange={onChange}
            onMore={onMore}
          />
        )}
      </div>
      {chosen.length > 0 ? (
        <EntrySelectionBar register={register} chosen={chosen} onDone={() => setPicked(new Set())} />
      ) : null}
      {print.progress === null ? null : (
        <Dialog
          title={ledger.print}
          onClose={print.stop}
          actions={<Button onClick={print.stop}>{common.cancel}</Button>}
        >
          <p role="status">{ledger.printing(print.progress)}</p>
        </Dialog>
      )}
      {print.sheet ? (
        <EntryPrintSheet
          register={register}
          search={search}
          shown={shown}
          names={names}
          rows={print.sheet.rows}
          complete={print.sheet.complete}
        />
      ) : null}
    </>
  )
}
