import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { SecondStep } from '../accounts/second-step.tsx'
import { signInTexts } from '../accounts/sign-in-texts.ts'
import { type Answer, ApiError, call } from '../api.ts'
import { startOver } from '../boot.ts'
import { useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { NewPassword } from '../session/new-password.tsx'
import { passwordRules } from '../session/password-rules.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { Outside } from './outside.tsx'
import { TenantChoice } from './tenant-choice.tsx'
import { waysQuery } from './ways-query.ts'

type Invitation = Answer<'POST /api/invitation'>
type Code = { code: string; tenantId?: number }

/** Somebody with an invitation code opens their account, or chooses a new password. */
export function InvitePage() {
  const text = useTextOf(signInTexts)
  const navigate = useNavigate()
  const [code, setCode] = useState<Code>({ code: '' })
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const [ticket, setTicket] = useState<string | null>(null)
  usePageTitle(text.invite.title)
  const enter = async () => {
    await startOver()
    await navigate({ to: '/' })
  }
  if (ticket !== null)
    return (
      <Outside title={text.step.title} lead={text.step.lead}>
        <SecondStep ticket={ticket} onSignedIn={enter} onBack={() => void navigate({ to: '/login' })} />
      </Outside>
    )
  if (invitation === null)
    return (
      <Outside title={text.invite.title} lead={text.invite.lead}>
        <CodeForm code={code} onChange={setCode} onFound={setInvitation} />
        <div className="outside-more">
          <Link to="/login">{text.invite.toLogin}</Link>
        </div>
      </Outside>
    )
  const { name, district, loginName } = invitation
  const lead = loginName === null ? text.invite.welcome(name, district) : text.invite.welcomeBack(name, loginName)
  return (
    <Outside title={text.invite.title} lead={lead}>
      <AcceptForm
        code={code}
        invitation={invitation}
        onDone={(given) => (given === null ? enter() : setTicket(given))}
      />
    </Outside>
  )
}

function CodeForm({
  code,
  onChange,
  onFound,
}: {
  code: Code
  onChange: (code: Code) => void
  onFound: (invitation: Invitation) => void
}) {
  const text = useTextOf(signInTexts)
  const { data: ways } = useQuery(waysQuery)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const field = event.currentTarget.querySelector('input')
    if (!code.code.trim()) return field?.focus()
    setBusy(true)
    setProblem(null)
    try {
      onFound(await call('POST /api/invitation', { body: code }))
    } catch (refusal) {
      setProblem(sentenceOf(refusal))
      setBusy(false)
      field?.select()
    }
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <TenantChoice
        tenants={ways?.tenants ?? []}
        chosen={code.tenantId}
        onChange={(tenantId) => onChange({ ...code, tenantId })}
      />
      <TextField
        label={text.invite.code}
        hint={text.invite.codeHint}
        error={problem}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus
        maxLength={24}
        value={code.code}
        onChange={(event) => onChange({ ...code, code: event.target.value })}
      />
      <Button look="primary" type="submit" busy={busy}>
        {text.invite.next}
      </Button>
    </form>
  )
}

type AcceptFormProps = {
  code: Code
  invitation: Invitation
  /** With the ticket for the second step, or null when signed in. */
  onDone: (ticket: string | null) => void
}

function AcceptForm({ code, invitation, onDone }: AcceptFormProps) {
  const own = useTextOf(signInTexts).invite
  const text = useText()
  const [loginName, setLoginName] = useState('')
  const [next, setNext] = useState({ password: '', again: '' })
  const [problem, setProblem] = useState<{ field: string | null; sentence: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const name = invitation.loginName ?? loginName
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (name.trim().length < 2) return setProblem({ field: 'loginName', sentence: text.setup.loginShort })
    if (passwordRules(next.password, next.again, name).some(([, met]) => !met))
      return setProblem({ field: 'next', sentence: text.setup.passwordWeak })
    setBusy(true)
    setProblem(null)
    try {
      const body = { ...code, password: next.password, ...(invitation.loginName === null ? { loginName } : {}) }
      onDone((await call('POST /api/invitation/accept', { body })).ticket)
    } catch (refusal) {
      const field = refusal instanceof ApiError ? refusal.field : null
      setProblem({ field, sentence: sentenceOf(refusal) })
      setBusy(false)
    }
  }
  const at = (field: string) => (problem?.field === field ? problem.sentence : null)
  return (
    <form className="form" onSubmit={submit} noValidate>
      {invitation.loginName === null ? (
        <TextField
          label={own.loginName}
          hint={own.loginNameHint}
          error={at('loginName')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          maxLength={40}
          value={loginName}
          onChange={(event) => setLoginName(event.target.value)}
        />
      ) : null}
      <NewPassword
        label={own.password}
        {...next}
        loginName={name}
        error={at('next')}
        onChange={(password, again) => setNext({ password, again })}
      />
      {problem !== null && at('loginName') === null && at('next') === null ? (
        <FormProblem>{problem.sentence}</FormProblem>
      ) : null}
      <Button look="primary" type="submit" busy={busy}>
        {invitation.loginName === null ? own.open : own.choose}
      </Button>
    </form>
  )
}
