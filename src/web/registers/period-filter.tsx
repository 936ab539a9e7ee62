import { type FormEvent, useState } from 'react'
import { readDay } from '../../core/registers/read-values.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { today } from '../parts/day-distance.ts'
import { DayField } from './day-input.tsx'
import { texts } from './texts.ts'

type Period = { from: string | undefined; to: string | undefined }
type PeriodFilterProps = Period & { onChange: (period: Period) => void; close: () => void }

/** From a day to a day: the usual ones by a click, any others typed. */
export function PeriodFilter({ from = '', to = '', onChange, close }: PeriodFilterProps) {
  const text = useTextOf(texts)
  const [typed, setTyped] = useState({ from, to })
  const year = Number(today().slice(0, 4))
  const put = (period: Period) => {
    onChange(period)
    close()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    put({ from: readDay(typed.from) ?? undefined, to: readDay(typed.to) ?? undefined })
  }
  return (
    <form className="filter-sheet" onSubmit={submit}>
      <p className="period-years">
        {[year, year - 1, year - 2].map((one) => (
          <Button key={one} onClick={() => put({ from: `${one}-01-01`, to: `${one}-12-31` })}>
            {text.year(one)}
          </Button>
        ))}
      </p>
      <DayField label={text.periodFrom} value={typed.from} onValue={(day) => setTyped({ ...typed, from: day })} />
      <DayField label={text.periodTo} value={typed.to} onValue={(day) => setTyped({ ...typed, to: day })} />
      <Button type="submit" look="primary">
        {text.apply}
      </Button>
    </form>
  )
}
