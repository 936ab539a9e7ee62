import { useText } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { copyText } from '../parts/copy-text.ts'
import { ColumnMenu } from './column-menu.tsx'
import type { ColumnKey } from './columns.ts'
import type { LedgerSearch } from './ledger-search.ts'
import { SavedViews } from './saved-views.tsx'

type LedgerToolsProps = {
  search: LedgerSearch
  tree: boolean
  shown: readonly ColumnKey[]
  onChange: (change: Partial<Record<keyof LedgerSearch, string | undefined>>) => void
  onColumns: (columns: readonly ColumnKey[]) => void
  onPrint: () => void
}

/** How the rows are shown: by finding or flat, with causes, which columns; link and print. */
export function LedgerTools({ search, tree, shown, onChange, onColumns, onPrint }: LedgerToolsProps) {
  const text = useText()
  const copyLink = async () => {
    if (await copyText(window.location.href)) announce(text.ledger.linkCopied)
    else announce(text.common.copyFailed, { problem: true })
  }
  const inOrder = { sort: undefined, descending: undefined }
  return (
    <div className="ledger-tools">
      <fieldset className="switch">
        <legend className="visually-hidden">{text.ledger.views}</legend>
        <button type="button" aria-pressed={tree} onClick={() => onChange({ view: undefined, ...inOrder })}>
          {text.ledger.tree}
        </button>
        <button type="button" aria-pressed={!tree} onClick={() => onChange({ view: 'flat' })}>
          {text.ledger.flat}
        </button>
      </fieldset>
      {tree ? (
        <Button
          aria-pressed={search.causes === '1'}
          onClick={() => onChange({ causes: search.causes ? undefined : '1' })}
        >
          {text.ledger.causes}
        </Button>
      ) : null}
      <SavedViews search={search} onChange={onChange} />
      <ColumnMenu shown={shown} onChange={onColumns} />
      <Button onClick={() => void copyLink()}>{text.ledger.copyLink}</Button>
      <Button onClick={onPrint}>{text.ledger.print}</Button>
    </div>
  )
}
