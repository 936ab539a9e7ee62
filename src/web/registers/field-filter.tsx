import { type FormEvent, useState } from 'react'
import type { Field } from '../../core/registers/field.ts'
import { readField } from '../../core/registers/read-values.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Choices } from '../parts/choices.tsx'
import { FieldInput } from './field-input.tsx'
import { PeriodFilter } from './period-filter.tsx'
import { type Where, whereOf, whereWith } from './register-search.ts'
import { texts } from './texts.ts'

/** Fields that a list can be asked about, beside kind, unit, project and period. */
export const isFiltered = ({ type }: Field): boolean =>
  type === 'choice' || type === 'flag' || type === 'day' || type === 'quantity' || type === 'money' || type === 'area'

type FieldFilterProps = {
  name: string
  field: Field
  where: string | undefined
  onWhere: (where: string | undefined) => void
  close: () => void
}

/** What is asked of one field: some of its choices, or from a value to a value. */
export function FieldFilter({ name, field, where, onWhere, close }: FieldFilterProps) {
  const text = useTextOf(texts)
  const own = whereOf(where).filter(([key]) => key === name)
  const put = (conditions: readonly Where[]) => onWhere(whereWith(where, name, conditions))
  const bound = (way: 'from' | 'to') => own.find(([, one]) => one === way)?.[2]
  if (field.type === 'choice' || field.type === 'flag') {
    const choices =
      field.type === 'flag'
        ? [
            { value: 'true', label: text.yes },
            { value: 'false', label: text.no },
          ]
        : Object.entries(field.options).map(([value, words]) => ({ value, label: words[text.language] }))
    return (
      <Choices
        choices={choices}
        chosen={own.map(([, , value]) => String(value))}
        onChange={(chosen) =>
          put(chosen.map((value) => [name, 'is', field.type === 'flag' ? value === 'true' : value] as const))
        }
      />
    )
  }
  if (field.type === 'day')
    return (
      <PeriodFilter
        from={bound('from')?.toString()}
        to={bound('to')?.toString()}
        onChange={({ from, to }) =>
          put([...(from ? [[name, 'from', from] as const] : []), ...(to ? [[name, 'to', to] as const] : [])])
        }
        close={close}
      />
    )
  return <Bounds name={name} field={field} from={bound('from')} to={bound('to')} onPut={put} close={close} />
}

type BoundsProps = {
  name: string
  field: Field
  from: unknown
  to: unknown
  onPut: (conditions: readonly Where[]) => void
  close: () => void
}

function Bounds({ name, field, from, to, onPut, close }: BoundsProps) {
  const text = useTextOf(texts)
  const [typed, setTyped] = useState<{ from: unknown; to: unknown }>({ from, to })
  const read = (way: 'from' | 'to') => (field.type === 'rows' ? null : readField(field, typed[way], undefined))
  const problem = (way: 'from' | 'to') => {
    const got = read(way)
    return got && 'message' in got ? got.message[text.language] : null
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (problem('from') || problem('to')) return
    onPut(
      (['from', 'to'] as const).flatMap((way) => {
        const got = read(way)
        return got && 'value' in got && typeof got.value === 'number' ? [[name, way, got.value] as const] : []
      }),
    )
    close()
  }
  return (
    <form className="filter-sheet" onSubmit={submit}>
      {(['from', 'to'] as const).map((way) => (
        <FieldInput
          key={way}
          field={field}
          label={text[way === 'from' ? 'least' : 'most']}
          compact
          error={problem(way)}
          value={typed[way]}
          onValue={(value) => setTyped({ ...typed, [way]: value })}
          names={{}}
          onNames={() => {}}
        />
      ))}
      <Button type="submit" look="primary">
        {text.apply}
      </Button>
    </form>
  )
}
