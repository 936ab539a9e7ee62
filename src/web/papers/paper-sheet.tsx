import { Link } from '@tanstack/react-router'
import { useTextOf } from '../language/language.ts'
import type { Paper } from './paper-queries.ts'
import { texts } from './texts.ts'

/** The paper as it is printed: issuing office, number, title, addressee, measures, demand, signature, day. */
export function PaperSheet({ paper }: { paper: Paper }) {
  const text = useTextOf(texts)
  const [addressee = '', opening = '', ...rest] = paper.body.split('\n')
  return (
    <article className="paper-sheet">
      <p className="paper-issuer">{text.from(paper.district)}</p>
      <p className="paper-number figure">{paper.number ?? text.noNumber}</p>
      <h1>{paper.title}</h1>
      <p>{addressee}</p>
      <p className="paper-paragraph">{opening}</p>
      <table className="paper-measures">
        <thead>
          <tr>
            <th scope="col">{text.measure.number}</th>
            <th scope="col">{text.measure.text}</th>
            <th scope="col">{text.measure.due}</th>
            <th scope="col">{text.measure.missed}</th>
          </tr>
        </thead>
        <tbody>
          {paper.measures.map((measure) => (
            <tr key={measure.id}>
              <td className="figure">
                <Link to="/measures/$id" params={{ id: String(measure.id) }}>
                  {measure.number}
                </Link>
              </td>
              <td>{measure.text}</td>
              <td className="figure paper-day">{measure.dueOn}</td>
              <td className="figure">{text.weeks(measure.missedWeeks)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest.map((paragraph) => (
        <p key={paragraph} className="paper-paragraph">
          {paragraph}
        </p>
      ))}
      <p className="paper-signature">
        {text.from(paper.district)}
        <br />
        <span className="figure">{chineseDay(paper.sentAt ?? paper.draftedAt)}</span>
      </p>
    </article>
  )
}

/** `2024年9月20日` */
function chineseDay(instant: string): string {
  const moment = new Date(instant)
  return `${moment.getFullYear()}年${moment.getMonth() + 1}月${moment.getDate()}日`
}
