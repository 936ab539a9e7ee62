import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { startOver } from '../boot.ts'
import { useText } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { useBoot } from '../session/use-boot.ts'
import { Outside } from './outside.tsx'

const route = getRouteApi('/login')

/** Sign in; why it was refused (wrong, locked until …) is the server's sentence. */
export function LoginPage() {
  const text = useText()
  const router = useRouter()
  const { next, expired } = route.useSearch()
  const { district } = useBoot()
  const [loginName, setLoginName] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  usePageTitle(text.login.title)
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
      await call('POST /api/session', { body: { loginName, password } })
      await startOver()
      router.history.push(next ?? '/')
    } catch (refusal) {
      setProblem(sentenceOf(refusal))
      setBusy(false)
      form.querySelector<HTMLInputElement>('[name="password"]')?.select()
    }
  }
  return (
    <Outside title={text.login.title} {...(district ? { lead: district } : {})}>
      <form className="form" onSubmit={submit} noValidate>
        {expired && problem === null ? <p role="status">{text.login.expired}</p> : null}
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
      </form>
    </Outside>
  )
}
