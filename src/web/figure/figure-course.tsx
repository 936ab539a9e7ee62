import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { type FigureAsk, figureCourseQuery } from './figure-queries.ts'
import { texts } from './texts.ts'

/** What the figure was at the end of each month: a table whose bars are drawn beside its numbers. Computed when it is opened. */
export function FigureCourse({ ask }: { ask: FigureAsk }) {
  const text = useTextOf(texts)
  const [open, setOpen] = useState(false)
  return (
    <section className="figure-course no-print">
      <h3>{text.course}</h3>
      {open ? (
        <Months ask={ask} />
      ) : (
        <Button look="quiet" onClick={() => setOpen(true)}>
          {text.courseShow}
        </Button>
      )}
    </section>
  )
}

function Months({ ask }: { ask: FigureAsk }) {
  const text = useTextOf(texts)
  const { data, error } = useQuery(figureCourseQuery(ask))
  if (error) return <FormProblem>{sentenceOf(error)}</FormProblem>
  if (!data) return <Skeleton />
  const size = ({ value, percent }: { value: number; percent: string | null }) =>
    Math.abs(percent === null ? value : Number.parseFloat(percent))
  const most = Math.max(...data.points.map(size), 1)
  return (
    <>
      <p className="quiet small">{text.courseHint}</p>
      <table className="figure-months">
        <tbody>
          {data.points.map((point) => (
            <tr key={point.day}>
              <th scope="row" className="figure">
                {point.day}
              </th>
              <td className="figure figure-amount">{point.percent ?? point.shown}</td>
              <td aria-hidden="true" className="figure-bar">
                <span style={{ width: `${(size(point) / most) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
