import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { activeFilters, without, withoutAll } from './filter-words.ts'
import { unitsQuery } from './ledger-queries.ts'
import type { LedgerSearch } from './ledger-search.ts'

/** No inspection yet: what will be here and how to begin. */
export function LedgerUnbegun() {
  const text = useText().ledger
  return (
    <Empty
      title={text.emptyTitle}
      actions={
        <Link to="/welcome" className="button button-primary">
          {text.emptyAct}
        </Link>
      }
    >
      <p className="quiet">{text.emptyText}</p>
    </Empty>
  )
}

type LedgerWithoutRowsProps = {
  search: LedgerSearch
  inspection: number
  onChange: (change: Partial<Record<keyof LedgerSearch, undefined>>) => void
}

/** No row in this view: which conditions can be dropped, or that the inspection is still empty. */
export function LedgerWithoutRows({ search, inspection, onChange }: LedgerWithoutRowsProps) {
  const text = useText()
  const units = useQuery(unitsQuery(inspection)).data ?? []
  const active = activeFilters(search, units, text, false)
  if (active.length === 0)
    return (
      <Empty
        title={text.ledger.noneInInspection}
        actions={
          <Link to="/imports" className="button button-primary">
            {text.ledger.importAct}
          </Link>
        }
      />
    )
  return (
    <Empty
      title={text.ledger.noMatchTitle}
      actions={
        <>
          {active.map((one) => (
            <Button key={one.name} onClick={() => onChange(without(one.name))}>
              {one.label} {one.value} ×
            </Button>
          ))}
          {active.length > 1 ? (
            <Button look="quiet" onClick={() => onChange(withoutAll())}>
              {text.ledger.clearAll}
            </Button>
          ) : null}
        </>
      }
    >
      <p className="quiet">{text.ledger.noMatchText}</p>
    </Empty>
  )
}
