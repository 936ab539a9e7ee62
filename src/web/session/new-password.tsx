import { useState } from 'react'
import { useText } from '../language/language.ts'
import { TextField } from '../parts/field.tsx'
import { type PasswordRule, passwordRules } from './password-rules.ts'
import './password.css'

type NewPasswordProps = {
  label: string
  password: string
  again: string
  /** Null where it is not known (changing one's own password). */
  loginName: string | null
  error: string | null
  onChange: (password: string, again: string) => void
}

/** Two entries of a new password with the list of rules, ticked while typing. */
export function NewPassword({ label, password, again, loginName, error, onChange }: NewPasswordProps) {
  const text = useText()
  const [shown, setShown] = useState(false)
  const type = shown ? 'text' : 'password'
  return (
    <>
      <div className="form-pair">
        <TextField
          label={label}
          type={type}
          autoComplete="new-password"
          value={password}
          error={error}
          onChange={(event) => onChange(event.target.value, again)}
        />
        <TextField
          label={text.password.again}
          type={type}
          autoComplete="new-password"
          value={again}
          onChange={(event) => onChange(password, event.target.value)}
        />
      </div>
      <label className="password-show">
        <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
        {text.password.show}
      </label>
      <ul className="password-rules" aria-label={text.password.rules}>
        {passwordRules(password, again, loginName).map(([rule, met]) => (
          <Rule key={rule} rule={rule} met={met} />
        ))}
      </ul>
    </>
  )
}

function Rule({ rule, met }: { rule: PasswordRule; met: boolean }) {
  const text = useText()
  return (
    <li className={met ? 'password-rule met' : 'password-rule'}>
      <span aria-hidden="true">{met ? '✓' : '○'}</span> {text.password[rule]}
      <span className="visually-hidden">{text.common.aside(met ? text.password.met : text.password.unmet)}</span>
    </li>
  )
}
