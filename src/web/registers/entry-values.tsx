import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import type { EntryFile, Field } from '../../core/registers/field.ts'
import { inMu } from '../../core/registers/quantity.ts'
import { isOfKind } from '../../core/registers/read-values.ts'
import { useTextOf } from '../language/language.ts'
import { EntryFiles } from './entry-files.tsx'
import type { EntryRecord, Names } from './register-queries.ts'
import { texts } from './texts.ts'
import { isFigure, unitOf, valueIn, valueWords } from './value-words.ts'

type Row = Readonly<Record<string, unknown>>

/** What an entry says: values in columns, tables and files under them. */
export function EntryValues({ entry }: { entry: EntryRecord }) {
  const text = useTextOf(texts)
  const { language } = text
  const { definition, writtenUnder, aggregate } = entry
  // A field that is gone since is shown as it was then.
  const gone = Object.entries(writtenUnder.fields).filter(
    ([key]) => !Object.hasOwn(definition.fields, key) && entry.values[key] !== undefined,
  )
  const fields = [...Object.entries(definition.fields), ...gone].filter(([, field]) => isOfKind(field, entry.kind))
  const value = (key: string) => valueIn({ ...writtenUnder.fields, ...definition.fields }, key, entry.values)
  const filled = fields.filter(([key]) => value(key) !== undefined)
  const plain = filled.filter(([, { type }]) => type !== 'rows' && type !== 'files')
  const missing = fields
    .filter(([key, { type }]) => value(key) === undefined && type !== 'computed')
    .map(([, { name }]) => name[language])
  const fact = (name: string, words: ReactNode) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  )
  return (
    <section className="card record-card">
      <h2 className="visually-hidden">{text.sections.main}</h2>
      <dl className="entry-facts">
        {entry.kind === null ? null : fact(text.kind, definition.kinds?.[entry.kind]?.[language] ?? entry.kind)}
        {fact(text.unit, entry.unit.name)}
        {aggregate ? fact(text.period, text.between(aggregate.from, aggregate.to)) : null}
        {aggregate
          ? Object.entries(aggregate.totals).map(([key, total]) => {
              const count = definition.counts[key]
              const counted = count && definition.fields[count.of]
              return fact(
                text.totalOf(count?.name[language] ?? key),
                <span className="figure">
                  {counted ? valueWords(counted, total, language, {}) : total}{' '}
                  <span className="quiet">{(counted && unitOf(counted)) || count?.unit}</span>
                </span>,
              )
            })
          : null}
        {plain.map(([key, field]) => (
          <Fragment key={key}>
            {fact(field.name[language], <Value field={field} value={value(key)} names={entry.names} />)}
          </Fragment>
        ))}
      </dl>
      {filled.map(([key, field]) =>
        field.type === 'rows' ? (
          <RowsTable key={key} field={field} rows={value(key) as readonly Row[]} names={entry.names} />
        ) : field.type === 'files' ? (
          <EntryFiles
            key={key}
            entryId={entry.id}
            title={field.name[language]}
            files={value(key) as readonly EntryFile[]}
          />
        ) : null,
      )}
      {missing.length > 0 && !aggregate ? (
        <p className="small faint no-print">{text.notFilledIn(missing.join('、'))}</p>
      ) : null}
    </section>
  )
}

/** One value; what it refers to is a link. */
function Value({ field, value, names }: { field: Field; value: unknown; names: Names }) {
  const text = useTextOf(texts)
  if (field.type === 'project' || field.type === 'reference')
    return (
      <>
        {(Array.isArray(value) ? value : [value]).map((id: number, index) => (
          <Fragment key={id}>
            {index > 0 ? '、' : ''}
            <Link to="/entries/$id" params={{ id: String(id) }}>
              {names[`entry:${id}`] ?? text.hiddenEntry}
            </Link>
          </Fragment>
        ))}
      </>
    )
  const words = valueWords(field, value, text.language, names)
  if (field.type === 'longText') return <span className="entry-long">{words}</span>
  if (!isFigure(field)) return <>{words}</>
  return (
    <span className="figure">
      {words} <span className="quiet">{unitOf(field)}</span>
      {field.type === 'area' && typeof value === 'number' ? (
        <span className="faint small"> {text.inMu(inMu(value))}</span>
      ) : null}
    </span>
  )
}

function RowsTable({
  field,
  rows,
  names,
}: {
  field: Extract<Field, { type: 'rows' }>
  rows: readonly Row[]
  names: Names
}) {
  const { language } = useTextOf(texts)
  const columns = Object.entries(field.columns).filter(([key]) => rows.some((row) => row[key] !== undefined))
  return (
    <div className="rows-scroll">
      <h3>{field.name[language]}</h3>
      <table className="rows-shown">
        <thead>
          <tr>
            {columns.map(([key, cell]) => (
              <th key={key} scope="col" className={isFigure(cell) ? 'cell-figure' : ''}>
                {cell.name[language]}
                {unitOf(cell) ? <span className="faint">（{unitOf(cell)}）</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
            <tr key={at}>
              {columns.map(([key, cell]) => (
                <td key={key} className={isFigure(cell) ? 'cell-figure figure' : ''}>
                  {valueWords(cell, row[key], language, names)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
