/** The policy as a table: what can be asked for, and who may. Read from the server that judges by it. */
import { useQuery } from '@tanstack/react-query'
import { roles } from '../../core/access/role.ts'
import { call } from '../api.ts'
import { useLanguage, useText, useTextOf } from '../language/language.ts'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { AdminHead } from './admin-head.tsx'
import { texts } from './texts.ts'

export function PolicyPage() {
  const text = useTextOf(texts).policy
  const language = useLanguage()
  const { roles: words } = useText()
  const policy = useQuery({
    queryKey: ['policy', language],
    queryFn: ({ signal }) => call('GET /api/policy', { signal }),
  })
  return (
    <div className="admin">
      <AdminHead page="policy" title={text.title} lead={text.lead} />
      {policy.error ? <FormProblem>{sentenceOf(policy.error)}</FormProblem> : null}
      {policy.isPending ? <Skeleton /> : null}
      {policy.data ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without the mouse
        <section className="card policy-scroll" tabIndex={0} aria-label={text.title}>
          <table className="list-table policy-table">
            <thead>
              <tr>
                <th scope="col">{text.action}</th>
                {roles.map((role) => (
                  <th key={role} scope="col">
                    {words[role]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {policy.data.map((row) => (
                <tr key={row.action}>
                  <th scope="row" title={row.action}>
                    {row.words}
                  </th>
                  {row.everybody ? (
                    <td colSpan={roles.length} className="quiet">
                      {text[row.everybody]}
                    </td>
                  ) : (
                    roles.map((role) => <td key={role}>{markOf(row, role, text)}</td>)
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </div>
  )
}

function markOf(
  row: { whole: string[] | null; members: string[] },
  role: string,
  text: { whole: string; member: string },
) {
  const mark = row.whole?.includes(role) ? '●' : row.members.includes(role) ? '○' : null
  if (mark === null) return null
  return (
    <>
      <span aria-hidden="true">{mark}</span>
      <span className="visually-hidden">{mark === '●' ? text.whole : text.member}</span>
    </>
  )
}
