import { useText } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { today } from '../parts/day-distance.ts'
import { duePresetOf, duePresetRange, duePresets } from './filter-words.ts'
import type { LedgerSearch } from './ledger-search.ts'

type DueSheetProps = {
  search: LedgerSearch
  onChange: (change: { dueFrom?: string | undefined; dueTo?: string | undefined }) => void
  close: () => void
}

/** When measures are due: frequent periods, or from and to. The address keeps the days, so that a copied link shows the same rows. */
export function DueSheet({ search, onChange, close }: DueSheetProps) {
  const text = useText()
  const now = today()
  const current = duePresetOf(search, now)
  return (
    <>
      {duePresets.map((preset) => (
        <button
          key={preset}
          type="button"
          className="sheet-choice"
          aria-current={preset === current}
          onClick={() => {
            onChange({ dueFrom: undefined, dueTo: undefined, ...duePresetRange(preset, now) })
            close()
          }}
        >
          {text.ledger[preset]}
        </button>
      ))}
      <div className="sheet-line" />
      {(['dueFrom', 'dueTo'] as const).map((end) => (
        <label key={end} className="sheet-choice">
          <span>{end === 'dueFrom' ? text.ledger.from : text.ledger.to}</span>
          <input
            type="date"
            className="text-input"
            max="9999-12-31"
            value={search[end] ?? ''}
            onChange={(event) => onChange({ [end]: event.target.value || undefined })}
          />
        </label>
      ))}
      <div className="sheet-foot">
        <Button look="quiet" onClick={() => onChange({ dueFrom: undefined, dueTo: undefined })}>
          {text.common.clear}
        </Button>
        <Button look="quiet" onClick={close}>
          {text.common.close}
        </Button>
      </div>
    </>
  )
}
