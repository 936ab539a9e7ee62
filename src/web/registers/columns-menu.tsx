import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Choices } from '../parts/choices.tsx'
import { Popover } from '../parts/popover.tsx'
import { type EntryColumn, usualColumns } from './entry-columns.ts'
import type { RegisterView } from './register-queries.ts'
import type { SearchChange } from './register-search.ts'
import { texts } from './texts.ts'

type ColumnsMenuProps = {
  register: RegisterView
  all: readonly EntryColumn[]
  shown: readonly EntryColumn[]
  onChange: (change: SearchChange) => void
}

/** Which columns stand in the list; in the address, so that a link shows the same. */
export function ColumnsMenu({ register, all, shown, onChange }: ColumnsMenuProps) {
  const text = useTextOf(texts)
  const usual = usualColumns(register, all).join(',')
  const put = (columns: string) => onChange({ columns: columns === usual || columns === '' ? undefined : columns })
  const chosen = shown.map(({ key }) => key)
  return (
    <Popover alignEnd className="button button-plain" label={text.columnsMenu}>
      {() => (
        <>
          <Choices
            choices={all.map(({ key, label }) => ({ value: key, label }))}
            chosen={chosen}
            onChange={(keys) => put(keys.join(','))}
          />
          {chosen.join(',') === usual ? null : (
            <div className="sheet-foot">
              <Button look="quiet" onClick={() => put(usual)}>
                {text.columnsUsual}
              </Button>
            </div>
          )}
        </>
      )}
    </Popover>
  )
}
