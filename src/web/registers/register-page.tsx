import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { ExchangeMenu } from '../exchange/exchange-menu.tsx'
import { SumLine } from '../figure/sum-line.tsx'
import { useLanguage, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { useSession } from '../session/use-boot.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { columnsOf, shownColumns } from './entry-columns.ts'
import { EntryFilters } from './entry-filters.tsx'
import { EntryList } from './entry-list.tsx'
import { QuickEntry } from './quick-entry.tsx'
import { type RegisterView, useRegister } from './register-queries.ts'
import { entryQueryOf, type RegisterSearch, type SearchChange } from './register-search.ts'
import { texts } from './texts.ts'
import './registers.css'

const route = getRouteApi('/signed-in/registers/$register')

/** `/registers/meeting`: the entries of one register. */
export function RegisterPage() {
  const text = useTextOf(texts)
  const { register: key } = route.useParams()
  const { register, error } = useRegister(key)
  const search = route.useSearch()
  if (error) return <ProblemPage error={error} reset={() => window.location.reload()} />
  if (register === undefined) return <Skeleton />
  if (register === null)
    return (
      <Empty title={text.noRegister} actions={<Link to="/registers">{text.toRegisters}</Link>}>
        <p>{text.noRegisterHint}</p>
      </Empty>
    )
  return <ReadRegister key={key} register={register} search={search} />
}

function ReadRegister({ register, search }: { register: RegisterView; search: RegisterSearch }) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const navigate = useNavigate()
  const name = register.name[language]
  usePageTitle(name)
  const { allowed } = useSession()
  const [quick, setQuick] = useState(false)
  const params = { register: register.key }
  const change = useCallback(
    (part: SearchChange) =>
      void navigate({
        to: '/registers/$register',
        params: { register: register.key },
        replace: true,
        search: (now) => ({ ...now, ...part }) as RegisterSearch,
      }),
    [navigate, register.key],
  )
  const all = columnsOf(register, language, text.columns)
  const shown = shownColumns(register, all, search.columns)
  const toNew = () => void navigate({ to: '/registers/$register/new', params })
  useDocumentKeys({
    n: () => register.write && toNew(),
    q: () => register.write && setQuick(true),
    escape: () => void navigate({ to: '/registers' }),
  })
  return (
    <div className="ledger register-list">
      <header className="register-list-head no-print">
        <nav aria-label={text.breadcrumb}>
          <Link to="/registers">{text.registers}</Link> <span aria-hidden="true">›</span> <h1>{name}</h1>
        </nav>
        <span className="cut quiet small" title={register.help[language]}>
          {register.help[language]}
        </span>
        <span className="register-acts">
          {allowed.includes('register.define') ? (
            <Link className="button button-plain" to="/registers/$register/define" params={params}>
              {text.define}
            </Link>
          ) : null}
          {register.write ? (
            <Button aria-pressed={quick} title={text.quickHint} onClick={() => setQuick(!quick)}>
              {text.quick}
            </Button>
          ) : null}
          {register.write ? (
            <Button look="primary" onClick={toNew}>
              {text.enter(name)}
            </Button>
          ) : (
            <Button refusal={text.mayNotWrite}>{text.enter(name)}</Button>
          )}
        </span>
      </header>
      {quick ? <QuickEntry register={register} onClose={() => setQuick(false)} /> : null}
      <EntryList
        register={register}
        search={search}
        shown={shown}
        onChange={change}
        filters={<EntryFilters register={register} search={search} onChange={change} />}
        tools={
          <>
            <ColumnsMenu register={register} all={all} shown={shown} onChange={change} />
            <ExchangeMenu register={register.key} query={entryQueryOf(search)} write={register.write} />
          </>
        }
      />
      <footer className="ledger-footer no-print">
        <SumLine register={register} search={search} />
      </footer>
    </div>
  )
}
