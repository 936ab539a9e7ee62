import { useQuery } from '@tanstack/react-query'
import { type Counted, refusesCounting } from '../../core/registers/counted.ts'
import { proposeCounted } from '../../core/registers/proposals/propose-counted.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { SelectField } from '../people/select-field.tsx'
import { registersQuery } from '../registers/register-queries.ts'
import { texts } from './texts.ts'

type CountFieldProps = {
  words: string
  unit: string | null
  /** Undefined: nobody has chosen yet, and what is proposed stands there. */
  value: Counted | null
  onChange: (counts: Counted | null) => void
}

/** By what a target is counted: reports, or a count of a register that is in its unit. What its words say stands first. */
export function CountField({ words, unit, value, onChange }: CountFieldProps) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const registers = useQuery(registersQuery).data?.registers
  if (registers === undefined) return <Skeleton />
  const byKey = Object.fromEntries(registers.map((register) => [register.key, register]))
  const proposed = proposeCounted(words, unit, byKey)
  const fitting = registers.flatMap((register) =>
    Object.entries(register.counts).flatMap(([counted, count]) =>
      refusesCounting(register, { register: register.key, counted, kind: null }, unit) === null
        ? [{ register, counted, count }]
        : [],
    ),
  )
  const keyOf = (counts: { register: string; counted: string }) => `${counts.register}.${counts.counted}`
  const first = proposed === null ? '' : keyOf(proposed)
  const options = fitting
    .map(({ register, counted, count }) => {
      const key = keyOf({ register: register.key, counted })
      const label = text.countOf(register.name[language], count.name[language], count.unit)
      return { value: key, label: key === first ? `★ ${label}` : label }
    })
    .sort((one, other) => Number(other.value === first) - Number(one.value === first))
  const chosen = fitting.find(
    ({ register, counted }) => value && keyOf({ register: register.key, counted }) === keyOf(value),
  )
  const kinds = Object.entries(chosen?.register.kinds ?? {})
  if (fitting.length === 0) return <p className="field-hint">{text.nothingFits(unit ?? '')}</p>
  return (
    <>
      <SelectField
        label={text.countBy}
        value={value === null ? '' : keyOf(value)}
        options={[{ value: '', label: text.countReported }, ...options]}
        onChange={(key) => {
          const [register = '', counted = ''] = key.split('.')
          const kind = key === first ? (proposed?.kind ?? null) : null
          onChange(key === '' ? null : { register, counted, kind })
        }}
      />
      {value && kinds.length > 0 ? (
        <SelectField
          label={text.countKind}
          value={value.kind ?? ''}
          options={[
            { value: '', label: text.anyKind },
            ...kinds.map(([key, name]) => ({ value: key, label: name[language] })),
          ]}
          onChange={(kind) => onChange({ ...value, kind: kind === '' ? null : kind })}
        />
      ) : null}
    </>
  )
}
