import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { signInTexts } from './sign-in-texts.ts'

type SecondStepProps = { ticket: string; onSignedIn: () => Promise<void>; onBack: () => void }

/** After the password: a code of the authenticator, or a recovery code. */
export function SecondStep({ ticket, onSignedIn, onBack }: SecondStepProps) {
  const text = useTextOf(signInTexts).step
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const field = event.currentTarget.querySelector('input')
    if (!code.trim()) return field?.focus()
    setBusy(true)
    setProblem(null)
    try {
      await call('POST /api/session/second-step', { body: { ticket, code } })
      await onSignedIn()
    } catch (refusal) {
      setProblem(sentenceOf(refusal))
      setBusy(false)
      field?.select()
    }
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <TextField
        label={text.code}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus
        maxLength={20}
        hint={text.hint}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {problem ? <FormProblem>{problem}</FormProblem> : null}
      <Button look="primary" type="submit" busy={busy}>
        {text.submit}
      </Button>
      <Button look="quiet" onClick={onBack}>
        {text.back}
      </Button>
    </form>
  )
}
