import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { SecondStep } from '../accounts/second-step.tsx'
import { signInTexts } from '../accounts/sign-in-texts.ts'
import { call } from '../api.ts'
import { startOver } from '../boot.ts'
import { useText, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { useBoot } from '../session/use-boot.ts'
import { Outside } from './outside.tsx'
import { TenantChoice } from './tenant-choice.tsx'
import { waysQuery } from './ways-query.ts'

const route = getRouteApi('/login')

/** Sign in, in one step or two; why it was refused (wrong, locked until …) is the server's sentence. */
export function LoginPage() {
  const text = useText()
  const own = useTextOf(signInTexts)
  const router = useRouter()
  const { next, expired, signOn } = route.useSearch()
  const { district } = useBoot()
  const { data: ways } = useQuery(waysQuery)
  const [loginName, setLoginName] = useState('')
  const [password, setPassword] = useState('')
  const [tenantId, setTenantId] = useState<number>()
  const [ticket, setTicket] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(signOn ? own.signOnFailed[signOn] : null)
  const [busy, setBusy] = useState(false)
  usePageTitle(text.login.title)
  const enter = async () => {
    await startOver()
    router.history.push(next ?? '/')
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setProblem(null)
    for (const [name, value] of [
      ['loginName', loginName.trim()],
      ['password', password],
    ] as const)
      if (!value) {
        setProblem(text.setup.required(text.login[name]))
        return form.querySelector<HTMLElement>(`[name="${name}"]`)?.focus()
      }
    setBusy(true)
    try {
      const answer = await call('POST /api/session', {
        body: { loginName, password, ...(tenantId === undefined ? {} : { tenantId }) },
      })
      if (answer.ticket === null) return await enter()
      setTicket(answer.ticket)
      setPassword('')
      setBusy(false)
    } catch (refusal) {
      setProblem(sentenceOf(refusal))
      setBusy(false)
      form.querySelector<HTMLInputElement>('[name="password"]')?.select()
    }
  }
  if (ticket !== null)
    return (
      <Outside title={own.step.title} lead={own.step.lead}>
        <SecondStep ticket={ticket} onSignedIn={enter} onBack={() => setTicket(null)} />
      </Outside>
    )
  const tenants = ways?.tenants ?? []
  const elsewhere = new URLSearchParams({
    ...(tenantId === undefined ? {} : { tenant: String(tenantId) }),
    ...(next === undefined ? {} : { next }),
  })
  return (
    <Outside title={text.login.title} {...(district && tenants.length < 2 ? { lead: district } : {})}>
      <form className="form" onSubmit={submit} noValidate>
        {expired && problem === null ? <p role="status">{text.login.expired}</p> : null}
        <TenantChoice tenants={tenants} chosen={tenantId} onChange={setTenantId} />
        <TextField
          label={text.login.loginName}
          name="loginName"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          value={loginName}
          onChange={(event) => setLoginName(event.target.value)}
        />
        <TextField
          label={text.login.password}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {problem ? <FormProblem>{problem}</FormProblem> : null}
        <Button look="primary" type="submit" busy={busy}>
          {text.login.submit}
        </Button>
        {ways?.singleSignOn ? (
          <>
            <p className="outside-or quiet">{own.or}</p>
            <a className="button button-plain" href={`/api/single-sign-on?${elsewhere}`}>
              {own.withProvider(ways.singleSignOn)}
            </a>
          </>
        ) : null}
      </form>
      <div className="outside-more">
        <Link to="/invite">{own.haveCode}</Link>
        <p className="quiet">{own.forgotten}</p>
      </div>
    </Outside>
  )
}
