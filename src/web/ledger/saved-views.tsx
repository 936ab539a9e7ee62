import { useState } from 'react'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { today } from '../parts/day-distance.ts'
import { Popover } from '../parts/popover.tsx'
import { changePreferences } from '../session/preferences.ts'
import { useSession } from '../session/use-boot.ts'
import { duePresetRange } from './filter-words.ts'
import { filterKeys, type LedgerSearch, ledgerSearchOf } from './ledger-search.ts'

type SavedViewsProps = {
  search: LedgerSearch
  onChange: (change: Partial<Record<keyof LedgerSearch, string | undefined>>) => void
}

/** Filters with a name: three that everybody needs, and one's own. */
export function SavedViews({ search, onChange }: SavedViewsProps) {
  const label = useText().ledger.savedViews
  return (
    <Popover className="button button-plain" label={label} alignEnd>
      {(close) => <ViewSheet search={search} onChange={onChange} close={close} />}
    </Popover>
  )
}

const keys = ['view', ...filterKeys, 'sort', 'descending'] as const

/** Everything that a view sets, and nothing left of the one before. */
const changeTo = (view: LedgerSearch) =>
  Object.fromEntries(keys.map((key) => [key, view[key]])) as Partial<Record<keyof LedgerSearch, string | undefined>>

function ViewSheet({ search, onChange, close }: SavedViewsProps & { close: () => void }) {
  const text = useTextOf(texts)
  const { preferences } = useSession()
  const [name, setName] = useState('')
  const own = preferences.ledgerViews ?? []
  const shipped: { name: string; search: LedgerSearch }[] = [
    { name: text.mine, search: { view: 'flat', light: 'red,yellow', sort: 'due' } },
    { name: text.week, search: { view: 'flat', ...duePresetRange('thisWeek', today()), sort: 'due' } },
    { name: text.noEvidence, search: { view: 'flat', evidence: 'none', status: 'docketed,underway' } },
  ]
  const open = (view: LedgerSearch) => {
    onChange(changeTo(view))
    close()
  }
  const save = async () => {
    const kept = name.trim()
    if (kept === '') return
    const entries = keys.flatMap((key) => (search[key] === undefined ? [] : [[key, String(search[key])]]))
    const view = { name: kept, search: new URLSearchParams(entries).toString() }
    close()
    const ledgerViews = [...own.filter((each) => each.name !== kept), view].slice(-20)
    if (await changePreferences({ ledgerViews })) announce(text.saved(kept))
  }
  return (
    <>
      {shipped.map((view) => (
        <button key={view.name} type="button" className="sheet-choice" onClick={() => open(view.search)}>
          {view.name}
        </button>
      ))}
      {own.length > 0 ? <div className="sheet-line" /> : null}
      {own.map((view) => (
        <div key={view.name} className="saved-view">
          <button
            type="button"
            className="sheet-choice"
            onClick={() => open(ledgerSearchOf(Object.fromEntries(new URLSearchParams(view.search))))}
          >
            {view.name}
          </button>
          <button
            type="button"
            className="dialog-close"
            aria-label={text.drop(view.name)}
            onClick={() => void changePreferences({ ledgerViews: own.filter((each) => each.name !== view.name) })}
          >
            ×
          </button>
        </div>
      ))}
      <div className="sheet-line" />
      <form
        className="saved-view"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <input
          className="text-input"
          value={name}
          maxLength={30}
          aria-label={text.name}
          placeholder={text.name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" refusal={name.trim() === '' ? text.name : null}>
          {text.save}
        </Button>
      </form>
    </>
  )
}

const texts = {
  zh: {
    mine: '我的红黄灯',
    week: '本周到期',
    noEvidence: '缺佐证',
    save: '保存当前筛选',
    name: '名称',
    saved: (name: string) => `已保存“${name}”`,
    drop: (name: string) => `删除“${name}”`,
  },
  en: {
    mine: 'My reds and yellows',
    week: 'Due this week',
    noEvidence: 'Without evidence',
    save: 'Keep this filter',
    name: 'Name',
    saved: (name: string) => `“${name}” is kept`,
    drop: (name: string) => `Remove “${name}”`,
  },
}
