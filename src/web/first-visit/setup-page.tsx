import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ApiError, call } from '../api.ts'
import { startOver } from '../boot.ts'
import { languageNow, useText } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { NewPassword } from '../session/new-password.tsx'
import { passwordRules } from '../session/password-rules.ts'
import { changePreferences } from '../session/preferences.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { useBoot } from '../session/use-boot.ts'
import { Outside } from './outside.tsx'

const empty = { district: '', personName: '', loginName: '', password: '', again: '', setupCode: '' }
type Form = typeof empty
type Problems = Partial<Record<keyof Form, string>>

/** The very first page: names the district and makes the office's account. */
export function SetupPage() {
  const text = useText()
  const navigate = useNavigate()
  const { setupCodeNeeded } = useBoot()
  const [form, setForm] = useState(empty)
  const [problems, setProblems] = useState<Problems>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  usePageTitle(text.setup.title)

  const missing = (): Problems => {
    const found: Problems = {}
    const needed: (keyof Form & keyof typeof text.setup)[] = ['district', 'personName', 'loginName']
    if (setupCodeNeeded) needed.push('setupCode')
    for (const name of needed) if (!form[name].trim()) found[name] = text.setup.required(text.setup[name] as string)
    if (!found.loginName && form.loginName.trim().length < 2) found.loginName = text.setup.loginShort
    if (passwordRules(form.password, form.again, form.loginName).some(([, met]) => !met))
      found.password = text.setup.passwordWeak
    return found
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = missing()
    setProblems(found)
    setRefusal(null)
    if (Object.keys(found).length > 0) return focusFirstInvalid(event.currentTarget)
    setBusy(true)
    try {
      const { district, personName, loginName, password, setupCode } = form
      const chosen = languageNow()
      await call('POST /api/setup', {
        body: { district, personName, loginName, password, ...(setupCodeNeeded ? { setupCode } : {}) },
      })
      await startOver()
      if (languageNow() !== chosen) void changePreferences({ language: chosen })
      await navigate({ to: '/welcome' })
    } catch (problem) {
      const field = problem instanceof ApiError ? problem.field : null
      if (field !== null && field in empty) setProblems({ [field]: sentenceOf(problem) })
      else setRefusal(sentenceOf(problem))
      setBusy(false)
    }
  }
  const write = (change: Partial<Form>) => {
    setForm({ ...form, ...change })
    // What is being corrected is not wrong any more until it is sent again.
    const still = Object.entries(problems).filter(([name]) => !(name in change))
    setProblems(Object.fromEntries(still))
  }
  const line = (name: 'district' | 'personName' | 'loginName' | 'setupCode') => ({
    label: text.setup[name],
    value: form[name],
    error: problems[name] ?? null,
    onChange: (event: { target: { value: string } }) => write({ [name]: event.target.value }),
  })
  return (
    <Outside title={text.setup.title} lead={text.setup.lead}>
      <form className="form" onSubmit={submit} noValidate>
        <TextField {...line('district')} hint={text.setup.districtHint} maxLength={60} autoFocus />
        <div className="form-pair">
          <TextField {...line('personName')} autoComplete="name" maxLength={40} />
          <TextField
            {...line('loginName')}
            hint={text.setup.loginNameHint}
            autoComplete="username"
            maxLength={40}
            autoCapitalize="none"
            spellCheck={false}
          />
        </div>
        <NewPassword
          label={text.setup.password}
          password={form.password}
          again={form.again}
          loginName={form.loginName}
          error={problems.password ?? null}
          onChange={(password, again) => write({ password, again })}
        />
        {setupCodeNeeded ? (
          <TextField {...line('setupCode')} hint={text.setup.setupCodeHint} autoComplete="off" spellCheck={false} />
        ) : null}
        {refusal ? <FormProblem>{refusal}</FormProblem> : null}
        <Button look="primary" type="submit" busy={busy}>
          {text.setup.submit}
        </Button>
      </form>
    </Outside>
  )
}

function focusFirstInvalid(form: HTMLFormElement): void {
  window.setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
