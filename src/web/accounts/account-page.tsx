/** One's own account: password, second factor, where one is signed in. */
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { adopt, bootQuery, queryClient } from '../boot.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { momentText } from '../parts/moment-text.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { ChangePasswordDialog } from '../session/change-password-dialog.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { useSession } from '../session/use-boot.ts'
import { accountTexts } from './account-texts.ts'
import { type OwnAccount, ownAccountQuery } from './own-account-query.ts'
import { SecondFactorCard } from './second-factor-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import './accounts.css'

export function AccountPage() {
  const text = useTextOf(accountTexts)
  const { pending } = useSession()
  const account = useQuery(ownAccountQuery)
  const changed = useAccountChanged()
  usePageTitle(text.title)
  return (
    <div className="account">
      <h1>{text.title}</h1>
      {pending === null ? null : (
        <p className="account-due" role="alert">
          {text.due[pending]}
        </p>
      )}
      {account.error ? <FormProblem>{sentenceOf(account.error)}</FormProblem> : null}
      {account.isPending ? <Skeleton /> : null}
      {account.data ? (
        <>
          <PasswordCard account={account.data} onChanged={changed} />
          <SecondFactorCard account={account.data} onChanged={changed} />
          {pending === null ? <DeputyCard /> : null}
          <SessionsCard sessions={account.data.sessions} />
        </>
      ) : null}
    </div>
  )
}

/** Reads account and session again; what had to be done first may be done now. */
function useAccountChanged(): () => Promise<void> {
  const text = useTextOf(accountTexts)
  const router = useRouter()
  const { pending } = useSession()
  return async () => {
    await queryClient.invalidateQueries({ queryKey: ownAccountQuery.queryKey })
    const boot = await queryClient.fetchQuery({ ...bootQuery, staleTime: 0 })
    adopt(boot.session)
    if (pending === null || boot.session?.pending === pending) return
    if (boot.session?.pending === null) {
      announce(text.dueDone)
      await router.navigate({ to: '/' })
    }
  }
}

function PasswordCard({ account, onChanged }: { account: OwnAccount; onChanged: () => Promise<void> }) {
  const text = useTextOf(accountTexts)
  const shell = useText()
  const { pending } = useSession()
  const [open, setOpen] = useState(pending === 'password')
  const endsAt = account.passwordEndsAt
  return (
    <section className="card account-card" aria-labelledby="account-password">
      <h2 id="account-password">{text.passwordTitle}</h2>
      <p>
        {shell.common.labelled(shell.login.loginName, account.loginName)}
        <span className="quiet account-fact">{text.changedAt(momentText(account.passwordChangedAt))}</span>
        <span className="quiet account-fact">
          {endsAt === null ? text.never : text.endsAt(momentText(endsAt).slice(0, 10))}
        </span>
      </p>
      <p className="account-acts">
        <Button look={pending === 'password' ? 'primary' : 'plain'} onClick={() => setOpen(true)}>
          {shell.password.change}
        </Button>
      </p>
      {open ? (
        <ChangePasswordDialog
          onClose={() => {
            setOpen(false)
            void onChanged()
          }}
        />
      ) : null}
    </section>
  )
}

function DeputyCard() {
  const text = useTextOf(accountTexts)
  const router = useRouter()
  if (!('/deputy' in router.routesByPath)) return null
  return (
    <section className="card account-card" aria-labelledby="account-deputy">
      <h2 id="account-deputy">{text.deputyTitle}</h2>
      <p className="quiet">{text.deputyLead}</p>
      <p className="account-acts">
        <Link className="button button-plain" to={'/deputy' as '/'}>
          {text.deputyLink}
        </Link>
      </p>
    </section>
  )
}
