/** Units on the left, people of the chosen one on the right; or people who were found. Everything that is chosen stands in the address. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Answer } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { useSession } from '../session/use-boot.ts'
import { AdminHead } from './admin-head.tsx'
import { peopleListQuery, unitTreeQuery } from './people-queries.ts'
import type { PeopleSearch } from './people-search.ts'
import { PersonDialog } from './person-dialog.tsx'
import { texts } from './texts.ts'
import { UnitTools } from './unit-tools.tsx'
import { UnitTree } from './unit-tree.tsx'

type PersonRow = Answer<'GET /api/people/list'>['people'][number]

export function PeoplePage() {
  const text = useTextOf(texts).people
  const search = useSearch({ from: '/signed-in/admin/people' })
  const navigate = useNavigate()
  const { allowed } = useSession()
  const units = useQuery(unitTreeQuery)
  const unit = units.data?.find(({ id }) => id === search.unit) ?? null
  const mayEdit = allowed.includes('unit.edit')
  const go = (to: PeopleSearch) => void navigate({ to: '/admin/people', search: to, replace: true })
  return (
    <div className="admin">
      <AdminHead page="people" title={text.title} />
      <FindLine words={search.q ?? ''} onFind={(q) => go(q === '' ? {} : { q })} />
      {units.error ? <FormProblem>{sentenceOf(units.error)}</FormProblem> : null}
      {units.isPending ? <Skeleton /> : null}
      {units.data ? (
        <div className="admin-panes">
          <section className="card admin-tree" aria-label={text.units}>
            {units.data.length === 0 ? <p className="quiet">{text.noUnits}</p> : null}
            <UnitTree
              units={units.data}
              chosen={search.q ? null : (unit?.id ?? null)}
              onChoose={(id) => go({ unit: id })}
            />
            <button
              type="button"
              className="unit-line"
              aria-current={search.unit === 'none'}
              onClick={() => go({ unit: 'none' })}
            >
              <span className="quiet">{text.ofNone}</span>
            </button>
            {mayEdit ? (
              <UnitTools units={units.data} unit={search.q ? null : unit} onMade={(id) => go({ unit: id })} />
            ) : null}
          </section>
          <PeopleOf search={search} unit={unit} />
        </div>
      ) : null}
    </div>
  )
}

function FindLine({ words, onFind }: { words: string; onFind: (words: string) => void }) {
  const text = useTextOf(texts).people
  const [typed, setTyped] = useState(words)
  // A short pause in typing, so that not every letter is asked for.
  useEffect(() => {
    if (typed.trim() === words) return
    const timer = window.setTimeout(() => onFind(typed.trim()), 200)
    return () => window.clearTimeout(timer)
  }, [typed, words, onFind])
  return (
    <input
      className="text-input admin-find no-print"
      type="search"
      value={typed}
      aria-label={text.find}
      placeholder={text.find}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

function PeopleOf({ search, unit }: { search: PeopleSearch; unit: Answer<'GET /api/unit-tree'>[number] | null }) {
  const text = useTextOf(texts).people
  const [adding, setAdding] = useState(false)
  const found = useQuery(peopleListQuery(search))
  const title = search.q
    ? text.found(search.q)
    : unit
      ? text.ofUnit(unit.name)
      : search.unit === 'none'
        ? text.ofNone
        : text.choose
  return (
    <section className="card admin-people" aria-labelledby="people-of">
      <header>
        <h2 id="people-of">{title}</h2>
        {found.data?.mayEdit && unit && unit.closedOn === null ? (
          <Button look="primary" onClick={() => setAdding(true)}>
            {text.addPerson}
          </Button>
        ) : null}
      </header>
      {found.error ? <FormProblem>{sentenceOf(found.error)}</FormProblem> : null}
      {found.isLoading ? <Skeleton /> : null}
      {found.data?.people.length === 0 ? <p className="quiet">{search.q ? text.nobodyFound : text.none}</p> : null}
      {found.data && found.data.people.length > 0 ? (
        <PeopleTable people={found.data.people} withUnit={Boolean(search.q)} />
      ) : null}
      {found.data?.more ? <p className="quiet">{text.more}</p> : null}
      {adding && unit ? <PersonDialog unit={unit} person={null} onClose={() => setAdding(false)} /> : null}
    </section>
  )
}

function PeopleTable({ people, withUnit }: { people: readonly PersonRow[]; withUnit: boolean }) {
  const text = useTextOf(texts).people
  const { roles: words } = useText()
  return (
    <div className="admin-scroll">
      <table className="list-table">
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.jobTitle}</th>
            {withUnit ? <th scope="col">{text.unit}</th> : null}
            <th scope="col">{text.roles}</th>
            <th scope="col">{text.login}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <Link to="/admin/people/$id" params={{ id: String(person.id) }}>
                  {person.name}
                </Link>
              </th>
              <td className="list-words">{[person.title, person.leftOn && text.left].filter(Boolean).join('；')}</td>
              {withUnit ? <td className="list-words">{person.unit?.name}</td> : null}
              <td className="list-words">
                {person.roles.length === 0 ? (
                  <span className="faint">{text.noRoles}</span>
                ) : (
                  [...new Set(person.roles.map(({ role }) => words[role]))].join('、')
                )}
              </td>
              <td>{person.loginName ?? <span className="faint">{text.noLogin}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
