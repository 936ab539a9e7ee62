import { Link } from '@tanstack/react-router'
import { writeMoney } from '../../core/registers/money.ts'
import { writeQuantity } from '../../core/registers/quantity.ts'
import { useTextOf } from '../language/language.ts'
import type { ProjectRecord } from './project-queries.ts'
import { projectTexts } from './texts.ts'

type OfRegister = ProjectRecord['registers'][number]

/** What one register holds of a project, the newest first. */
export function ProjectEntries({ projectId, of }: { projectId: number; of: OfRegister }) {
  const text = useTextOf(projectTexts)
  const { entryColumns: columns } = text
  const hasKinds = of.entries.some(({ kindName }) => kindName !== null)
  const counted = of.entries.find((entry) => entry.counted !== null)?.counted
  return (
    <div className="card project-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.on}</th>
            {hasKinds ? <th scope="col">{columns.kind}</th> : null}
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.unit}</th>
            {counted ? (
              <th scope="col" className="number">
                {counted.name} <span className="faint">{counted.unit}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {of.entries.map((entry) => (
            <tr key={entry.id}>
              <td className="figure">{entry.on ?? <span className="faint">{text.noDay}</span>}</td>
              {hasKinds ? <td>{entry.kindName}</td> : null}
              <td>
                <Link to="/entries/$id" params={{ id: String(entry.id) }}>
                  {entry.title}
                </Link>
              </td>
              <td>{entry.unit}</td>
              {counted ? (
                <td className="number figure">
                  {entry.counted === null
                    ? ''
                    : entry.counted.unit === '元'
                      ? writeMoney(entry.counted.value)
                      : writeQuantity(entry.counted.value, true)}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">
        <Link to="/registers/$register" params={{ register: of.register }} search={{ project: projectId }}>
          {text.inRegister}
        </Link>
      </p>
    </div>
  )
}
