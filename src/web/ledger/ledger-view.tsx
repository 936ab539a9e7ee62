import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react'
import type { Inspection } from '../boot.ts'
import { useText } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useNarrow, useWide } from '../parts/use-narrow.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { chooseInspection } from '../session/chosen-inspection.ts'
import { changePreferences } from '../session/preferences.ts'
import { useBoot, useSession } from '../session/use-boot.ts'
import { type ColumnKey, columns, columnsOf, isDefault } from './columns.ts'
import { FilterBar } from './filter-bar.tsx'
import { activeFilters } from './filter-words.ts'
import { rememberSearch } from './last-search.ts'
import { LedgerWithoutRows } from './ledger-empty.tsx'
import { LedgerFooter } from './ledger-footer.tsx'
import type { Order } from './ledger-head.tsx'
import { unitsQuery } from './ledger-queries.ts'
import type { LedgerRow } from './ledger-row.ts'
import { type LedgerSearch, ledgerQueryOf, listOf } from './ledger-search.ts'
import { LedgerTable } from './ledger-table.tsx'
import { LedgerTools } from './ledger-tools.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { ledgerRowsQuery, rowsOf, useLedgerRows } from './use-ledger-rows.ts'
import { usePrint } from './use-print.ts'
import { useRowChoice } from './use-row-choice.ts'
import { useSearchChange } from './use-search-change.ts'
import { useSelection } from './use-selection.ts'
import './ledger.css'

/** Loaded when the first measure is ticked. */
const SelectionBar = lazy(() =>
  import('./selection/selection-bar.tsx').then(({ SelectionBar: component }) => ({ default: component })),
)

/** Comes when a row is opened: rows are on the screen sooner without it. */
const RowPanel = lazy(() => import('./row-panel.tsx').then((loaded) => ({ default: loaded.RowPanel })))

/** One inspection's ledger: filters, table, panel, counts. */
export function LedgerView({ search, inspection }: { search: LedgerSearch; inspection: Inspection }) {
  const text = useText()
  const narrow = useNarrow()
  const wide = useWide()
  const { district } = useBoot()
  const { preferences, allowed } = useSession()
  const change = useSearchChange()
  // The address says the same to the colleague who gets it.
  useEffect(() => {
    chooseInspection(inspection.id)
    if (search.inspection !== inspection.id) change({ inspection: inspection.id })
  }, [inspection.id, search.inspection, change])
  useEffect(() => rememberSearch(search), [search])

  const query = useQueryOf(search, inspection.id)
  const view = JSON.stringify(query)
  const read = useLedgerRows(query)
  const tree = query.view !== 'flat'
  const rows = useMemo(
    () => (search.causes ? read.rows : read.rows.filter((row) => row.type !== 'cause')),
    [read.rows, search.causes],
  )
  const choice = useRowChoice(rows, search, narrow)
  const open = choice.open && !narrow ? choice.selected : null
  const selection = useSelection(read.rows)
  const picking = !narrow && (allowed.includes('plan.edit') || allowed.includes('measure.urge'))
  const { clear } = selection
  // biome-ignore lint/correctness/useExhaustiveDependencies: ticks belong to the rows of this inspection
  useEffect(clear, [inspection.id])
  const own = useMemo(
    () => columnsOf(search.columns ? listOf(search.columns) : preferences.ledgerColumns),
    [search.columns, preferences.ledgerColumns],
  )
  const beside = open !== null && !wide
  const shown = useMemo(() => own.filter((key) => (beside ? columns[key].beside : columns[key].width)), [own, beside])
  const { fetchNextPage, refresh } = read
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const client = useQueryClient()
  const print = usePrint<LedgerRow>(() => {
    const data = client.getQueryData(ledgerRowsQuery(query).queryKey)
    return { rows: rowsOf(data), complete: data?.pages[data.pages.length - 1]?.nextCursor === null }
  }, fetchNextPage)
  const units = useQuery(unitsQuery(inspection.id)).data
  const names = useMemo(() => new Map(units?.map((unit) => [unit.id, unit.shortName ?? unit.name])), [units])
  const filters = activeFilters(search, units ?? [], text, false)

  const onOrder = ({ sort, descending }: Order) =>
    change({
      sort: sort === 'number' ? undefined : sort,
      descending: descending ? 'true' : undefined,
      // A tree is ordered by number; any other order is one of single measures.
      view: sort === 'number' ? search.view : 'flat',
    })
  const onColumns = (chosen: readonly ColumnKey[]) => {
    change({ columns: isDefault(chosen) ? undefined : chosen.join(',') })
    void changePreferences({ ledgerColumns: isDefault(chosen) ? [] : [...chosen] })
  }
  return (
    <div className={open ? 'ledger ledger-with-panel' : 'ledger'}>
      <h1 className="visually-hidden">{text.ledger.title}</h1>
      <div className="ledger-bar no-print">
        <FilterBar search={search} query={query} onChange={change} />
        <LedgerTools
          search={search}
          tree={tree}
          shown={own}
          onChange={change}
          onColumns={onColumns}
          onPrint={print.start}
        />
      </div>
      <div className="ledger-middle no-print">
        {read.isError && read.rows.length === 0 ? (
          <ProblemPage error={read.error} reset={() => void refresh()} />
        ) : read.isPending ? (
          <Skeleton />
        ) : rows.length === 0 && !read.hasNextPage ? (
          <LedgerWithoutRows search={search} inspection={inspection.id} onChange={change} />
        ) : (
          <LedgerTable
            view={view}
            rows={rows}
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
            names={names}
            withAspect={own.includes('aspect')}
            order={{ sort: search.sort ?? 'number', descending: search.descending === 'true' }}
            selected={choice.selected}
            selection={picking ? selection : null}
            onOrder={onOrder}
            onSelect={choice.select}
            onOpen={choice.openRow}
            onMore={onMore}
          />
        )}
        {open ? (
          <Suspense fallback={<aside className="row-panel no-print" />}>
            <RowPanel rowKey={open} onClose={choice.close} />
          </Suspense>
        ) : null}
      </div>
      {picking && selection.measures.size > 0 ? (
        <Suspense fallback={null}>
          <SelectionBar selection={selection} query={query} />
        </Suspense>
      ) : null}
      <LedgerFooter
        query={query}
        filtered={filters.length > 0}
        readAt={read.dataUpdatedAt}
        onRefresh={() => void refresh()}
      />
      {print.progress === null ? null : (
        <Dialog
          title={text.ledger.print}
          onClose={print.stop}
          actions={<Button onClick={print.stop}>{text.common.cancel}</Button>}
        >
          <p role="status">{text.ledger.printing(print.progress)}</p>
        </Dialog>
      )}
      {print.sheet ? (
        <PrintSheet
          district={district ?? ''}
          inspection={inspection.name}
          filters={filters}
          shown={own}
          names={names}
          rows={search.causes ? print.sheet.rows : print.sheet.rows.filter((row) => row.type !== 'cause')}
          complete={print.sheet.complete}
        />
      ) : null}
    </div>
  )
}

/** The same object for the same question, so that rows and counts are not asked for again. */
function useQueryOf(search: LedgerSearch, inspection: number): Record<string, string> {
  const text = JSON.stringify(ledgerQueryOf(search, inspection))
  return useMemo(() => JSON.parse(text), [text])
}
