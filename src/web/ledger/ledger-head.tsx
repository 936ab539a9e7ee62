// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row that has it
import { useText } from '../language/language.ts'
import { type ColumnKey, columns } from './columns.ts'
import type { LedgerRow } from './ledger-row.ts'
import type { LedgerSort } from './ledger-search.ts'
import type { Selection } from './use-selection.ts'

export type Order = { sort: LedgerSort; descending: boolean }
type LedgerHeadProps = {
  shown: readonly ColumnKey[]
  order: Order
  rows: readonly LedgerRow[]
  selection: Selection | null
  onOrder: (order: Order) => void
}

/** The head of the table: a click on a column sorts by it, another one turns the order round. */
export function LedgerHead({ shown, order, rows, selection, onOrder }: LedgerHeadProps) {
  const text = useText().ledger
  const some = selection !== null && selection.measures.size > 0
  const pickAll = () => {
    if (some) selection.clear()
    else selection?.replace(rows.flatMap((row) => (row.type === 'measure' ? [row] : [])))
  }
  return (
    <div role="rowgroup" className="ledger-head">
      <div role="row" className="head-line" aria-rowindex={1}>
        {selection ? (
          <div role="columnheader" className="cell cell-pick">
            <input type="checkbox" aria-label={text.pickAll} checked={some} onChange={pickAll} />
          </div>
        ) : null}
        {shown.map((key) => {
          const { sort } = columns[key]
          const name = text.column[key]
          const sorted = sort !== undefined && sort === order.sort
          return (
            <div
              key={key}
              role="columnheader"
              className={`cell cell-${key}`}
              aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : undefined}
            >
              {sort ? (
                <button
                  type="button"
                  className="sort"
                  title={text.sortBy(name)}
                  onClick={() => onOrder({ sort, descending: sorted && !order.descending })}
                >
                  {name}
                  <span aria-hidden="true">{sorted ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
                </button>
              ) : (
                name
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
