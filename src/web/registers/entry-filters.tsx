import { useQuery } from '@tanstack/react-query'
import type { Field } from '../../core/registers/field.ts'
import { useTextOf } from '../language/language.ts'
import { Choices } from '../parts/choices.tsx'
import { FilterChip } from '../parts/filter-chip.tsx'
import { Popover } from '../parts/popover.tsx'
import { TextFilter } from '../parts/text-filter.tsx'
import { unitTreeQuery } from '../people/people-queries.ts'
import { EntryPicker } from './entry-picker.tsx'
import { FieldFilter, isFiltered } from './field-filter.tsx'
import { conditionWords, kindWords, periodWords } from './filter-words.ts'
import { PeriodFilter } from './period-filter.tsx'
import { entryQuery, type RegisterView } from './register-queries.ts'
import { listOf, type RegisterSearch, type SearchChange, whereOf, whereWith } from './register-search.ts'
import { texts } from './texts.ts'
import './entry-form.css'

type EntryFiltersProps = {
  register: RegisterView
  search: RegisterSearch
  onChange: (change: SearchChange) => void
}

/** Kind, unit, project, period, and whatever else the register's fields allow to be asked. */
export function EntryFilters({ register, search, onChange }: EntryFiltersProps) {
  const text = useTextOf(texts)
  const { language } = text
  const units = useQuery(unitTreeQuery).data ?? []
  const asked = new Set(whereOf(search.where).map(([key]) => key))
  const fields = Object.entries(register.fields).filter(([, field]) => isFiltered(field))
  const hasProjects = Object.values(register.fields).some(({ type }) => type === 'project')
  const unitNames = listOf(search.unit).map((id) => units.find((unit) => String(unit.id) === id)?.name ?? id)
  const fieldChip = ([key, field]: [string, Field]) => (
    <FilterChip
      key={key}
      label={field.name[language]}
      value={conditionWords(key, field, search.where, language, text)}
      sheet={(close) => (
        <FieldFilter
          name={key}
          field={field}
          where={search.where}
          onWhere={(where) => onChange({ where })}
          close={close}
        />
      )}
      onDrop={() => onChange({ where: whereWith(search.where, key, []) })}
    />
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of the floor do not know <search>
    <div className="filter-bar" role="search" aria-label={text.filters}>
      <TextFilter
        label={text.findEntry}
        hint={text.findEntry}
        rowsId="entry-rows"
        value={search.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      {register.kinds === null ? null : (
        <FilterChip
          label={text.kind}
          value={kindWords(register, search.kind, language)}
          sheet={() => (
            <Choices
              choices={Object.entries(register.kinds ?? {}).map(([value, words]) => ({
                value,
                label: words[language],
              }))}
              chosen={listOf(search.kind)}
              onChange={(chosen) => onChange({ kind: chosen.join(',') || undefined })}
            />
          )}
          onDrop={() => onChange({ kind: undefined })}
        />
      )}
      {register.dateField === null ? null : (
        <FilterChip
          label={register.fields[register.dateField]?.name[language] ?? text.period}
          value={periodWords(search, text)}
          sheet={(close) => <PeriodFilter from={search.from} to={search.to} onChange={onChange} close={close} />}
          onDrop={() => onChange({ from: undefined, to: undefined })}
        />
      )}
      <FilterChip
        label={text.unit}
        value={unitNames.join('、') || null}
        sheet={() => (
          <Choices
            choices={units.map(({ id, name }) => ({ value: String(id), label: name }))}
            chosen={listOf(search.unit)}
            onChange={(chosen) => onChange({ unit: chosen.join(',') || undefined })}
          />
        )}
        onDrop={() => onChange({ unit: undefined })}
      />
      {hasProjects || search.project ? <ProjectChip search={search} onChange={onChange} /> : null}
      {fields.filter(([key]) => asked.has(key)).map(fieldChip)}
      {search.withdrawn ? (
        <FilterChip
          label={text.withdrawnToo}
          value={text.yes}
          sheet={() => null}
          onDrop={() => onChange({ withdrawn: undefined })}
        />
      ) : null}
      <Popover className="button button-quiet" label={text.moreFilters}>
        {() => <MoreFilters fields={fields.filter(([key]) => !asked.has(key))} search={search} onChange={onChange} />}
      </Popover>
    </div>
  )
}

function ProjectChip({ search, onChange }: Omit<EntryFiltersProps, 'register'>) {
  const text = useTextOf(texts)
  const { data } = useQuery({ ...entryQuery(search.project ?? 0), enabled: search.project !== undefined })
  return (
    <FilterChip
      label={text.project}
      value={search.project === undefined ? null : (data?.title ?? String(search.project))}
      sheet={(close) => (
        <div className="filter-sheet">
          <EntryPicker
            label={text.project}
            registers={['project']}
            onPick={(found) => {
              onChange({ project: found?.id })
              close()
            }}
          />
        </div>
      )}
      onDrop={() => onChange({ project: undefined })}
    />
  )
}

type MoreFiltersProps = Omit<EntryFiltersProps, 'register'> & { fields: readonly (readonly [string, Field])[] }

/** Fields that nothing is asked of yet: each opens in place. */
function MoreFilters({ fields, search, onChange }: MoreFiltersProps) {
  const text = useTextOf(texts)
  return (
    <div className="more-filters">
      {fields.map(([key, field]) => (
        <details key={key}>
          <summary>{field.name[text.language]}</summary>
          <FieldFilter
            name={key}
            field={field}
            where={search.where}
            onWhere={(where) => onChange({ where })}
            close={() => {}}
          />
        </details>
      ))}
      <label className="sheet-choice">
        <input
          type="checkbox"
          checked={search.withdrawn === 'true'}
          onChange={(event) => onChange({ withdrawn: event.target.checked ? 'true' : undefined })}
        />
        <span>{text.withdrawnToo}</span>
      </label>
    </div>
  )
}
