/** Everybody with the state of their account; inviting many at once, and what else the administrator may do to an account. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { accountStates } from '../../core/account/account-state.ts'
import { call } from '../api.ts'
import { queryClient } from '../boot.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { AccountActDialog } from './account-act-dialog.tsx'
import { type AccountAct, type AccountRow, type Invitation, invitable } from './account-row.ts'
import { type AccountSearch, accountSearchOf } from './account-search.ts'
import { AccountsTable } from './accounts-table.tsx'
import { adminTexts } from './admin-texts.ts'
import { InvitationSlips } from './invitation-slips.tsx'
import './accounts.css'

const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => call('GET /api/accounts', { signal }),
  staleTime: 0,
})

export function AccountsPage() {
  const text = useTextOf(adminTexts)
  usePageTitle(text.title)
  const accounts = useQuery(accountsQuery)
  return (
    <div className="accounts">
      <header>
        <h1>{text.title}</h1>
        <p className="quiet no-print">{text.lead}</p>
      </header>
      {accounts.error ? <FormProblem>{sentenceOf(accounts.error)}</FormProblem> : null}
      {accounts.isPending ? <Skeleton /> : null}
      {accounts.data ? <AccountList rows={accounts.data.accounts} mayManage={accounts.data.mayManage} /> : null}
    </div>
  )
}

function AccountList({ rows, mayManage }: { rows: readonly AccountRow[]; mayManage: boolean }) {
  const text = useTextOf(adminTexts)
  const search = useSearch({ from: '/signed-in/admin/accounts' })
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [asked, setAsked] = useState<{ act: AccountAct; row: AccountRow } | null>(null)
  const [given, setGiven] = useState<readonly Invitation[] | null>(null)
  const [busy, setBusy] = useState(false)
  const shown = rows.filter((row) => fits(row, search))
  const ids = rows.filter((row) => chosen.has(row.person.id) && invitable(row)).map((row) => row.person.id)
  const reread = () => queryClient.invalidateQueries({ queryKey: accountsQuery.queryKey })

  const invite = async (personIds: number[], reset: boolean) => {
    const { invitations } = await call('POST /api/accounts/invitations', { body: { personIds, reset } })
    setGiven(invitations)
    setChosen(new Set())
    await reread()
  }
  const run = async (act: AccountAct, row: AccountRow, reason?: string) => {
    if (act === 'invite' || act === 'inviteAgain' || act === 'reset') return invite([row.person.id], act === 'reset')
    const body = { act, ...(reason === undefined ? {} : { reason }) }
    await call('POST /api/accounts/:id/acts', { params: { id: row.person.id }, body })
    announce(text.done[act](row.person.name))
    await reread()
  }
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
    } catch (problem) {
      announce(sentenceOf(problem), { problem: true })
    }
    setBusy(false)
  }
  const start = (act: AccountAct, row: AccountRow) =>
    act in text.explain ? setAsked({ act, row }) : void attempt(() => run(act, row))
  if (rows.length === 0) return <p className="accounts-none">{text.empty}</p>
  return (
    <>
      <AccountFilters search={search}>
        <span className="quiet figure">{text.shown(shown.length, rows.length)}</span>
        {mayManage ? (
          <Button
            look="primary"
            busy={busy}
            refusal={ids.length === 0 ? text.chooseFirst : null}
            onClick={() => void attempt(() => invite(ids, false))}
          >
            {text.invite(ids.length)}
          </Button>
        ) : (
          <span className="quiet">{text.readOnly}</span>
        )}
      </AccountFilters>
      {shown.length === 0 ? (
        <p className="accounts-none">{text.noMatch}</p>
      ) : (
        <AccountsTable rows={shown} chosen={chosen} onChoose={setChosen} onAct={start} mayManage={mayManage} />
      )}
      {asked ? (
        <AccountActDialog
          act={asked.act}
          row={asked.row}
          onRun={(reason) => run(asked.act, asked.row, reason)}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {given ? <InvitationSlips invitations={given} onClose={() => setGiven(null)} /> : null}
    </>
  )
}

function fits(
  { person, title, unit, loginName, state }: AccountRow,
  { q = '', state: wanted }: AccountSearch,
): boolean {
  const words = q.trim().toLowerCase().split(/\s+/)
  const text = [person.name, title, unit?.name, loginName].filter(Boolean).join(' ').toLowerCase()
  return (wanted === undefined || state === wanted) && words.every((word) => text.includes(word))
}

function AccountFilters({ search, children }: { search: AccountSearch; children: ReactNode }) {
  const text = useTextOf(adminTexts)
  const shell = useText()
  const navigate = useNavigate()
  const set = (change: Record<string, string>) =>
    void navigate({ to: '/admin/accounts', search: accountSearchOf({ ...search, ...change }), replace: true })
  return (
    <div className="accounts-tools no-print">
      <input
        className="text-input accounts-find"
        type="search"
        aria-label={text.find}
        placeholder={text.find}
        value={search.q ?? ''}
        onChange={(event) => set({ q: event.target.value })}
      />
      <label>
        <span className="quiet">{shell.common.labelled(text.stateFilter, '')}</span>
        <select
          className="text-input accounts-state"
          value={search.state ?? ''}
          onChange={(event) => set({ state: event.target.value })}
        >
          <option value="">{text.all}</option>
          {accountStates.map((state) => (
            <option key={state} value={state}>
              {text.states[state]}
            </option>
          ))}
        </select>
      </label>
      {children}
    </div>
  )
}
