/** Who holds which role in the inspection worked in; and that whoever set the district up hands administration over. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { roles } from '../../core/access/role.ts'
import { type Answer, call } from '../api.ts'
import { startOver } from '../boot.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { AdminHead } from './admin-head.tsx'
import { rolesQuery } from './people-queries.ts'
import { PersonPicker } from './person-picker.tsx'
import { texts } from './texts.ts'
import { useAct } from './use-act.ts'

type Holder = Answer<'GET /api/roles'>['holders'][number]

export function RolesPage() {
  const text = useTextOf(texts).roles
  const inspection = useChosenInspection()
  const found = useQuery(rolesQuery(inspection?.id))
  const [handing, setHanding] = useState(false)
  return (
    <div className="admin">
      <AdminHead page="roles" title={text.title} lead={text.lead} />
      {found.error ? <FormProblem>{sentenceOf(found.error)}</FormProblem> : null}
      {found.isPending ? <Skeleton /> : null}
      {found.data?.handOverDue ? (
        <section className="admin-notice no-print" aria-labelledby="hand-over">
          <h2 id="hand-over">{text.handOverTitle}</h2>
          <p>{text.handOver}</p>
          <Button onClick={() => setHanding(true)}>{text.handOverAct}</Button>
        </section>
      ) : null}
      {found.data && found.data.securityAdmins === 0 ? <p className="admin-notice">{text.noSecurity}</p> : null}
      {found.data ? <Holders holders={found.data.holders} /> : null}
      {handing ? <HandOverDialog onClose={() => setHanding(false)} /> : null}
    </div>
  )
}

function Holders({ holders }: { holders: readonly Holder[] }) {
  const all = useTextOf(texts)
  const text = all.roles
  const { roles: words } = useText()
  return (
    <section className="card admin-card">
      <div className="admin-scroll">
        <table className="list-table">
          <thead>
            <tr>
              <th scope="col">{text.title}</th>
              <th scope="col">{text.person}</th>
              <th scope="col">{all.people.jobTitle}</th>
              <th scope="col">{text.place}</th>
              <th scope="col">{text.inspection}</th>
              <th scope="col">{text.period}</th>
              <th scope="col">{text.account}</th>
            </tr>
          </thead>
          {roles.map((role) => {
            const held = holders.filter((each) => each.role === role)
            return (
              <tbody key={role}>
                {held.length === 0 ? (
                  <tr className="list-over">
                    <th scope="row">{words[role]}</th>
                    <td colSpan={6}>{text.nobody}</td>
                  </tr>
                ) : (
                  held.map((each, index) => (
                    <tr key={each.id}>
                      {index === 0 ? (
                        <th scope="rowgroup" rowSpan={held.length}>
                          {words[role]}
                        </th>
                      ) : null}
                      <td>
                        <Link to="/admin/people/$id" params={{ id: String(each.person.id) }}>
                          {each.person.name}
                        </Link>
                      </td>
                      <td className="list-words quiet">
                        {[each.person.title, each.deputy && text.deputy(each.deputy.name)].filter(Boolean).join('；')}
                      </td>
                      <td className="list-words">{each.unit?.name}</td>
                      <td className="list-words">{each.inspection?.name ?? text.everywhere}</td>
                      <td className="figure">{all.period(each.fromOn, each.toOn)}</td>
                      <td>{each.loginName ?? <span className="faint">{all.people.noLogin}</span>}</td>
                    </tr>
                  ))
                )}
              </tbody>
            )
          })}
        </table>
      </div>
    </section>
  )
}

function HandOverDialog({ onClose }: { onClose: () => void }) {
  const text = useTextOf(texts).roles
  const { common } = useText()
  const [person, setPerson] = useState<{ id: number; name: string } | null>(null)
  const [submission] = useState(submissionId)
  const { busy, at, beside, run } = useAct()
  const handOver = (event: FormEvent) => {
    event.preventDefault()
    if (!person) return
    void run(async () => {
      await call('POST /api/roles/hand-over', { body: { personId: person.id, submissionId: submission } })
      announce(text.handedOver(person.name))
      // What one may do is another matter now.
      await startOver()
      onClose()
    })
  }
  return (
    <Dialog
      title={text.handOverTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" type="submit" form="hand-over-form" busy={busy}>
            {text.handOverTitle}
          </Button>
        </>
      }
    >
      <form id="hand-over-form" className="form" onSubmit={handOver}>
        <PersonPicker
          label={text.handOverTo}
          hint={text.handOverHint}
          value={person}
          error={at('personId')}
          onChange={setPerson}
          required
        />
        {beside('personId') ? <FormProblem>{beside('personId')}</FormProblem> : null}
      </form>
    </Dialog>
  )
}
