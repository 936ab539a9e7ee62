/** One person: who he is, which roles he holds and held, who stands in, and everything that changed. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { DeputationList } from './deputation-list.tsx'
import { DeputyForm } from './deputy-form.tsx'
import { EndRoleDialog } from './end-role-dialog.tsx'
import { GiveRoleDialog } from './give-role-dialog.tsx'
import { personQuery } from './people-queries.ts'
import { PersonDialog } from './person-dialog.tsx'
import { PersonHistory } from './person-history.tsx'
import { texts } from './texts.ts'
import './people.css'

type Person = Answer<'GET /api/people/:id'>

export function PersonPage() {
  const { id } = useParams({ from: '/signed-in/admin/people/$id' })
  const person = useQuery(personQuery(Number(id)))
  if (person.isPending) return <Skeleton />
  return (
    <div className="admin">
      {person.error ? <FormProblem>{sentenceOf(person.error)}</FormProblem> : null}
      {person.data ? <PersonBody person={person.data} /> : null}
    </div>
  )
}

function PersonBody({ person }: { person: Person }) {
  const text = useTextOf(texts)
  const [dialog, setDialog] = useState<'edit' | 'give' | 'deputy' | null>(null)
  const close = () => setDialog(null)
  usePageTitle(person.name)
  return (
    <>
      <p className="no-print">
        <Link to="/admin/people" search={person.unit ? { unit: person.unit.id } : { unit: 'none' }}>
          ← {text.person.back}
        </Link>
      </p>
      <section className="card admin-card" aria-labelledby="person-name">
        <header>
          <h1 id="person-name">
            {person.name} {person.leftOn ? <span className="quiet small">{text.people.left}</span> : null}
          </h1>
          {person.mayEdit ? <Button onClick={() => setDialog('edit')}>{text.person.edit}</Button> : null}
        </header>
        <p>{[person.unit?.name, person.title].filter(Boolean).join(' · ')}</p>
        <p className="quiet">
          {person.loginName === null ? text.person.noAccount : `${text.people.login} ${person.loginName}`}
        </p>
      </section>
      <section className="card admin-card" aria-labelledby="person-roles">
        <header>
          <h2 id="person-roles">{text.person.roles}</h2>
          {person.mayGive.length > 0 ? (
            <Button look="primary" onClick={() => setDialog('give')}>
              {text.person.give}
            </Button>
          ) : null}
        </header>
        {person.roles.length === 0 ? <p className="quiet">{text.person.noRoles}</p> : <RoleTable person={person} />}
      </section>
      <section className="card admin-card" aria-labelledby="person-deputies">
        <header>
          <h2 id="person-deputies">{text.person.deputies}</h2>
          {person.mayNameDeputy ? <Button onClick={() => setDialog('deputy')}>{text.person.nameDeputy}</Button> : null}
        </header>
        <DeputationList deputations={person.deputations} none={text.person.noDeputies} />
      </section>
      <section className="card admin-card" aria-labelledby="person-history">
        <h2 id="person-history">{text.person.history}</h2>
        <PersonHistory events={person.history} />
      </section>
      {dialog === 'edit' ? <PersonDialog person={person} unit={null} onClose={close} /> : null}
      {dialog === 'give' ? <GiveRoleDialog person={person} onClose={close} /> : null}
      {dialog === 'deputy' ? (
        <Dialog title={text.person.nameDeputy} onClose={close}>
          <DeputyForm principalId={person.id} onDone={close} />
        </Dialog>
      ) : null}
    </>
  )
}

function RoleTable({ person }: { person: Person }) {
  const text = useTextOf(texts)
  const { roles: words } = useText()
  const [ending, setEnding] = useState<Person['roles'][number] | null>(null)
  return (
    <div className="admin-scroll">
      <table className="list-table">
        <tbody>
          {person.roles.map((held) => (
            <tr key={held.id} className={held.over ? 'list-over' : undefined}>
              <th scope="row">{words[held.role]}</th>
              <td className="list-words">{held.unit?.name}</td>
              <td className="list-words">{held.inspection?.name ?? text.person.everyInspection}</td>
              <td className="figure">{text.period(held.fromOn, held.toOn)}</td>
              <td>{held.now ? text.person.now : held.over ? text.person.over : text.person.later}</td>
              <td>{held.mayEnd ? <Button onClick={() => setEnding(held)}>{text.person.end}</Button> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {ending ? <EndRoleDialog id={ending.id} role={words[ending.role]} onClose={() => setEnding(null)} /> : null}
    </div>
  )
}
