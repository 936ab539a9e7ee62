import type { Calculator, Line, Raw, Table, Worked } from '../../core/calculators/calculator.ts'
import { percent } from '../../core/checks/why-sentence.ts'
import type { Field } from '../../core/registers/field.ts'
import { writeMoney } from '../../core/registers/money.ts'
import { writeQuantity } from '../../core/registers/quantity.ts'
import { useTextOf } from '../language/language.ts'
import { today } from '../parts/day-distance.ts'
import { isFigure, unitOf, valueWords } from '../registers/value-words.ts'
import { useBoot } from '../session/use-boot.ts'
import { texts } from './texts.ts'

type SheetProps = {
  calculator: Calculator
  values: Raw
  worked: Worked | null
  /** The project that the inputs came from. */
  project: string | null
}

/** One page: what was given, the rule with its source, the result, and who signs. */
export function CalculatorSheet({ calculator, values, worked, project }: SheetProps) {
  const text = useTextOf(texts)
  const { language } = text
  const { district } = useBoot()
  const { name, rule, source, fields } = calculator
  const given = Object.entries(fields).filter(([key]) => values[key] !== undefined)
  return (
    <article className="card calculator-sheet" aria-label={text.sheet}>
      <header>
        <h2>{name[language]}</h2>
        <p className="small quiet">{text.printedOn(today(), district)}</p>
      </header>
      <section aria-live="polite">
        <h3>{text.result}</h3>
        {worked ? (
          <>
            <p className="calculator-verdict">{worked.verdict[language]}</p>
            <dl className="calculator-lines">
              {worked.lines.map((line) => (
                <div key={line.name.zh} className={line.main ? 'calculator-main' : undefined}>
                  <dt>{line.name[language]}</dt>
                  <dd className="figure">{lineWords(line)}</dd>
                </div>
              ))}
            </dl>
            {worked.table ? <WorkedTable table={worked.table} /> : null}
          </>
        ) : (
          <p className="quiet">{text.waiting}</p>
        )}
      </section>
      {given.length > 0 || project ? (
        <section>
          <h3>{text.given}</h3>
          <dl className="calculator-lines">
            {project ? (
              <div>
                <dt>{text.project}</dt>
                <dd>{project}</dd>
              </div>
            ) : null}
            {given
              .filter(([, field]) => field.type !== 'rows')
              .map(([key, field]) => (
                <div key={key}>
                  <dt>{field.name[language]}</dt>
                  <dd className={isFigure(field) ? 'figure' : undefined}>
                    {valueWords(field, values[key], language, {})} {unitOf(field)}
                  </dd>
                </div>
              ))}
          </dl>
          {given.map(([key, field]) =>
            field.type === 'rows' ? (
              <div key={key} className="calculator-halves">
                {halves(values[key] as Raw[]).map((rows, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the first half and the second
                  <GivenRows key={at} field={field} rows={rows} />
                ))}
              </div>
            ) : null,
          )}
        </section>
      ) : null}
      <section>
        <h3>{text.rule}</h3>
        <p>{rule[language]}</p>
        <p className="small quiet">
          {text.source}：{source.document[language]}
          {source.article ? ` ${source.article}` : ''}
          {source.verified ? '' : `（${text.unverified}）`}
        </p>
      </section>
      <footer className="calculator-signed">
        {text.signed.map((who) => (
          <span key={who}>{who}：</span>
        ))}
      </footer>
    </article>
  )
}

function WorkedTable({ table: { columns, rows } }: { table: Table }) {
  const { language } = useTextOf(texts)
  return (
    <table className="calculator-rows">
      <thead>
        <tr>
          <td />
          {columns.map(({ name, unit }) => (
            <th key={name.zh} scope="col" className="cell-figure">
              {name[language]}
              {unit ? `（${unit}）` : ''}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            {columns.map(({ name, form }, at) => (
              <td key={name.zh} className="cell-figure figure">
                {figureWords(form, row.values[at] ?? '')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A long table stands in two halves side by side, so that the sheet stays one page. */
const halves = (rows: readonly Raw[]): readonly (readonly Raw[])[] => {
  const half = Math.ceil(rows.length / 2)
  return rows.length > 10 ? [rows.slice(0, half), rows.slice(half)] : [rows]
}

function GivenRows({ field, rows }: { field: Extract<Field, { type: 'rows' }>; rows: readonly Raw[] }) {
  const { language } = useTextOf(texts)
  const columns = Object.entries(field.columns)
  return (
    <table className="calculator-rows">
      <caption>{field.name[language]}</caption>
      <thead>
        <tr>
          {columns.map(([key, cell]) => (
            <th key={key} scope="col" className={isFigure(cell) ? 'cell-figure' : undefined}>
              {cell.name[language]}
              {unitOf(cell) ? `（${unitOf(cell)}）` : ''}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
          <tr key={at}>
            {columns.map(([key, cell]) => (
              <td key={key} className={isFigure(cell) ? 'cell-figure figure' : undefined}>
                {valueWords(cell, row[key], language, {})}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function figureWords(form: Line['form'], value: number | string): string {
  if (typeof value === 'string') return value
  if (form === 'money') return writeMoney(value)
  return form === 'percent' ? percent(value) : writeQuantity(value, true)
}

const lineWords = ({ form, value, unit }: Line): string =>
  `${figureWords(form, value)} ${form === 'money' ? '元' : (unit ?? '')}`.trim()
