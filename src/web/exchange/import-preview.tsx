import type { Answer } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { copyText } from '../parts/copy-text.ts'
import { texts } from './texts.ts'

type Preview = Answer<'POST /api/registers/:register/import'>
type Row = Preview['rows'][number]

/** What a sheet would change: wrong rows first, each with its cell and what is wrong with it. */
export function ImportPreview({ preview }: { preview: Preview }) {
  const text = useTextOf(texts)
  const { create, update, same, refused } = preview.counts
  const all = create + update + same + refused
  const wrong = preview.rows.flatMap(({ problems }) => problems)
  /** `14:14` is the fourteenth row as a whole. */
  const placeOf = (cell: string): string => cell.replace(/(\d+):\1$/, (_, row: string) => text.wholeRow(row))
  return (
    <>
      <p>
        <strong>{text.counts(create, update, same, refused)}</strong>
      </p>
      {preview.unknownColumns.length > 0 ? (
        <p className="quiet">
          {text.unknown}：{preview.unknownColumns.join('、')}
        </p>
      ) : null}
      {wrong.length > 0 ? (
        <p>
          <Button
            onClick={() =>
              void copyText(wrong.map(({ cell, message }) => text.problem(placeOf(cell), message)).join('\n')).then(
                (isCopied) => isCopied && announce(text.copied),
              )
            }
          >
            {text.copy}
          </Button>
        </p>
      ) : null}
      {preview.rows.length < all ? <p className="quiet">{text.onlyFirst(preview.rows.length, all)}</p> : null}
      <div className="exchange-scroll">
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
            {preview.rows.map((row) => (
              <tr key={`${row.row} ${row.title} ${row.problems[0]?.cell ?? ''}`}>
                <td className="figure">{row.row}</td>
                <td
                  className={row.change === 'refused' ? 'exchange-wrong' : row.change === 'same' ? 'quiet' : undefined}
                >
                  {text.acts[row.change]}
                </td>
                <td>{row.title}</td>
                <td className="list-words">
                  {row.problems.map(({ cell, message }) => (
                    <p key={`${cell} ${message}`} className="exchange-wrong">
                      {text.problem(placeOf(cell), message)}
                    </p>
                  ))}
                  {row.problems.length > 0 ? null : <Changes row={row} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Changes({ row }: { row: Row }) {
  const text = useTextOf(texts)
  if (row.change === 'create') return <p>{row.fields.map(({ name, after }) => text.value(name, after)).join('；')}</p>
  return row.fields.map(({ field, name, before, after }) => <p key={field}>{text.change(name, before, after)}</p>)
}
