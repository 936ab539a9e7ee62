import { useQuery } from '@tanstack/react-query'
import { useText } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { momentText } from '../parts/moment-text.ts'
import { countsQuery } from './ledger-queries.ts'

type LedgerFooterProps = {
  query: Record<string, string>
  filtered: boolean
  /** When the rows were read, in milliseconds since 1970; 0 while they are being read. */
  readAt: number
  onRefresh: () => void
}

/** How many there are in all and in this view, and how old the rows are. Counts come after the rows. */
export function LedgerFooter({ query, filtered, readAt, onRefresh }: LedgerFooterProps) {
  const { ledger: text, common } = useText()
  const counts = useQuery(countsQuery(query)).data
  const all = counts ? text.footer(counts.findings, counts.causes, counts.measures) : text.counting
  const matching = counts && filtered ? text.footerMatching(counts.matching.findings, counts.matching.measures) : null
  return (
    <footer className="ledger-footer figure">
      <span role="status">
        {all}
        {matching ? <strong>{common.aside(matching)}</strong> : null}
      </span>
      <span className="faint small">
        {readAt > 0 ? text.asOf(momentText(new Date(readAt).toISOString())) : null}
        <Button look="quiet" className="small" onClick={onRefresh}>
          {text.refresh}
        </Button>
      </span>
    </footer>
  )
}
