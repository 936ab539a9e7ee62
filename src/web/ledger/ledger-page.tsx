import { useText } from '../language/language.ts'
import { usePageTitle } from '../parts/use-page-title.ts'

export function LedgerPage() {
  const text = useText().ledger
  usePageTitle(text.title)
  return <h1>{text.title}</h1>
}
