import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../language/language.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { useBoot } from '../session/use-boot.ts'
import { LedgerUnbegun } from './ledger-empty.tsx'
import { LedgerView } from './ledger-view.tsx'

const route = getRouteApi('/signed-in/ledger')

/** `/ledger`: the table everybody looks at, of the inspection that the address names or that was used last. */
export function LedgerPage() {
  const text = useText().ledger
  const search = route.useSearch()
  const chosen = useChosenInspection()
  const { inspections } = useBoot()
  usePageTitle(text.title)
  const inspection = inspections.find((one) => one.id === search.inspection) ?? chosen
  if (!inspection) return <LedgerUnbegun />
  return <LedgerView search={search} inspection={inspection} />
}
