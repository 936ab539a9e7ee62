import { useText } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Choices } from '../parts/choices.tsx'
import { Popover } from '../parts/popover.tsx'
import { type ColumnKey, columnKeys, defaultColumns, isDefault } from './columns.ts'

type ColumnMenuProps = { shown: readonly ColumnKey[]; onChange: (columns: readonly ColumnKey[]) => void }

/** Which columns stand in the table; kept with the account. */
export function ColumnMenu({ shown, onChange }: ColumnMenuProps) {
  const text = useText().ledger
  const choices = columnKeys.filter((key) => key !== 'text').map((value) => ({ value, label: text.column[value] }))
  return (
    <Popover alignEnd className="button button-plain" label={text.columns}>
      {() => (
        <>
          <Choices
            choices={choices}
            chosen={shown}
            onChange={(chosen) => onChange(columnKeys.filter((key) => key === 'text' || chosen.includes(key)))}
          />
          {isDefault(shown) ? null : (
            <div className="sheet-foot">
              <Button look="quiet" onClick={() => onChange(defaultColumns)}>
                {text.columnsDefault}
              </Button>
            </div>
          )}
        </>
      )}
    </Popover>
  )
}
