/** Local rules of signing in, for the security administrator. */
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Answer, call } from '../api.ts'
import { queryClient } from '../boot.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { useSession } from '../session/use-boot.ts'
import { securityTexts } from './security-texts.ts'
import './accounts.css'

type Settings = Answer<'GET /api/security'>
type NumberField = Exclude<keyof Settings, 'secondFactor'>

const key = ['security']
/** As `securitySettingsSchema` has them; the server decides. */
const ranges: Record<NumberField, [least: number, most: number]> = {
  sessionIdleMinutes: [5, 480],
  sessionLongestHours: [1, 72],
  sessionsPerPerson: [1, 50],
  passwordDays: [0, 730],
  invitationDays: [1, 60],
}
const rules = ['off', 'optional', 'leading', 'all'] as const

export function SecurityPage() {
  const text = useTextOf(securityTexts)
  usePageTitle(text.title)
  const { data, error, isPending } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call('GET /api/security', { signal }),
    staleTime: 0,
  })
  return (
    <div className="account">
      <header>
        <h1>{text.title}</h1>
        <p className="quiet">{text.lead}</p>
      </header>
      {error ? <FormProblem>{sentenceOf(error)}</FormProblem> : null}
      {isPending ? <Skeleton /> : null}
      {data ? <SecurityForm settings={data} /> : null}
    </div>
  )
}

function SecurityForm({ settings }: { settings: Settings }) {
  const text = useTextOf(securityTexts)
  const mayChange = useSession().allowed.includes('security.change')
  const [form, setForm] = useState<Record<NumberField, string>>({
    sessionIdleMinutes: String(settings.sessionIdleMinutes),
    sessionLongestHours: String(settings.sessionLongestHours),
    sessionsPerPerson: String(settings.sessionsPerPerson),
    passwordDays: String(settings.passwordDays),
    invitationDays: String(settings.invitationDays),
  })
  const [secondFactor, setSecondFactor] = useState(settings.secondFactor)
  const [checked, setChecked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const isWrong = (field: NumberField) => {
    const [least, most] = ranges[field]
    return !/^\d+$/.test(form[field].trim()) || Number(form[field]) < least || Number(form[field]) > most
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setChecked(true)
    const element = event.currentTarget
    if ((Object.keys(ranges) as NumberField[]).some(isWrong)) {
      window.setTimeout(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setBusy(true)
    setProblem(null)
    try {
      const numbers = Object.fromEntries(Object.entries(form).map(([field, value]) => [field, Number(value)]))
      const saved = await call('PUT /api/security', { body: { ...settings, ...numbers, secondFactor } })
      queryClient.setQueryData(key, saved)
      announce(text.saved)
    } catch (refusal) {
      setProblem(sentenceOf(refusal))
    }
    setBusy(false)
  }
  const line = (field: NumberField) => {
    const [label, unit, hint] = text.fields[field]
    return (
      <TextField
        key={field}
        label={label}
        hint={hint}
        after={<span className="quiet security-unit">{unit}</span>}
        inputMode="numeric"
        maxLength={4}
        readOnly={!mayChange}
        value={form[field]}
        error={checked && isWrong(field) ? text.wrong : null}
        onChange={(event) => setForm({ ...form, [field]: event.target.value })}
      />
    )
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <section className="card account-card" aria-labelledby="security-sessions">
        <h2 id="security-sessions">{text.sessions}</h2>
        <div className="security-lines">
          {(['sessionIdleMinutes', 'sessionLongestHours', 'sessionsPerPerson'] as const).map(line)}
        </div>
      </section>
      <section className="card account-card" aria-labelledby="security-passwords">
        <h2 id="security-passwords">{text.passwords}</h2>
        <div className="security-lines">{(['passwordDays', 'invitationDays'] as const).map(line)}</div>
      </section>
      <div className="card account-card" role="radiogroup" aria-labelledby="security-factor">
        <h2 id="security-factor">{text.factor}</h2>
        {rules.map((rule) => (
          <label key={rule} className="security-rule">
            <input
              type="radio"
              name="second-factor"
              checked={secondFactor === rule}
              disabled={!mayChange}
              onChange={() => setSecondFactor(rule)}
            />
            <span>
              {text.factorRules[rule][0]}
              <span className="quiet small">{text.factorRules[rule][1]}</span>
            </span>
          </label>
        ))}
      </div>
      {problem ? <FormProblem>{problem}</FormProblem> : null}
      <p className="account-acts">
        <Button look="primary" type="submit" busy={busy} refusal={mayChange ? null : text.readOnly}>
          {text.save}
        </Button>
      </p>
    </form>
  )
}
