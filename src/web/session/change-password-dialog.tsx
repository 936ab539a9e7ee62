import { type FormEvent, useState } from 'react'
import { ApiError, call } from '../api.ts'
import { useText } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { NewPassword } from './new-password.tsx'
import { passwordRules } from './password-rules.ts'
import { sentenceOf } from './sentence-of.ts'
import { useSession } from './use-boot.ts'

/** Change one's own password. */
export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const text = useText()
  const { loginName } = useSession().person
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState({ password: '', again: '' })
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const weak = passwordRules(next.password, next.again, loginName).some(([, met]) => !met)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (weak) return setProblem(new Error(text.setup.passwordWeak))
    setBusy(true)
    setProblem(null)
    try {
      await call('PUT /api/me/password', { body: { current, next: next.password } })
      announce(text.password.changed)
      onClose()
    } catch (refusal) {
      setProblem(refusal)
      setBusy(false)
    }
  }
  const field = problem instanceof ApiError ? problem.field : null
  return (
    <Dialog
      title={text.password.change}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button look="primary" type="submit" form="change-password" busy={busy}>
            {text.password.change}
          </Button>
        </>
      }
    >
      <form id="change-password" className="form" onSubmit={submit} noValidate>
        <TextField
          label={text.password.current}
          type="password"
          autoComplete="current-password"
          value={current}
          error={field === 'current' ? sentenceOf(problem) : null}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <NewPassword
          label={text.password.next}
          {...next}
          loginName={loginName}
          error={field === 'next' ? sentenceOf(problem) : null}
          onChange={(password, again) => setNext({ password, again })}
        />
        {problem !== null && field !== 'current' && field !== 'next' ? (
          <FormProblem>{sentenceOf(problem)}</FormProblem>
        ) : null}
      </form>
    </Dialog>
  )
}
