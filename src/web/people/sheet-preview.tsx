import type { Answer } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { texts } from './texts.ts'

type Plan = Answer<'POST /api/people/sheets/preview'>

const shownRows = 500
const order: readonly Plan['rows'][number]['act'][] = ['wrong', 'update', 'create', 'same']

/** What a table would change: wrong rows first, each with its cell and what is wrong with it. */
export function SheetPreview({ plan }: { plan: Plan }) {
  const text = useTextOf(texts).sheet
  const { counts } = plan
  const rows = [...plan.rows].sort((a, b) => order.indexOf(a.act) - order.indexOf(b.act) || a.row - b.row)
  return (
    <>
      <p>
        <strong>{text.counts(counts.create, counts.update, counts.same, counts.wrong)}</strong>
      </p>
      <p className="sheet-columns quiet">
        <span>{text.columns}</span>
        {plan.columns.map(({ letter, heading, field }) => (
          <span key={letter}>
            {letter} {heading} → {field ?? text.notRead}
          </span>
        ))}
      </p>
      {rows.length > shownRows ? <p className="quiet">{text.onlyFirst(shownRows, rows.length)}</p> : null}
      <div className="admin-scroll">
        <table className="list-table">
          <thead>
            <tr>
              <th scope="col">{text.row}</th>
              <th scope="col">{text.act}</th>
              <th scope="col">{text.name}</th>
              <th scope="col">{text.detail}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownRows).map((row) => (
              <tr key={row.row}>
                <td className="figure">{row.row}</td>
                <td className={row.act === 'wrong' ? 'sheet-wrong' : row.act === 'same' ? 'quiet' : undefined}>
                  {text.acts[row.act]}
                </td>
                <td>{row.name}</td>
                <td className="list-words">
                  {row.problems.map(({ cell, message }) => (
                    <p key={`${cell} ${message}`} className="sheet-wrong">
                      {text.problem(cell, message)}
                    </p>
                  ))}
                  {row.problems.length > 0
                    ? null
                    : row.changes.map((change) => (
                        <p key={change.field}>{text.change(change.field, change.before, change.after)}</p>
                      ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
