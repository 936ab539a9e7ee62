import { useId } from 'react'
import { signInTexts } from '../accounts/sign-in-texts.ts'
import { useTextOf } from '../language/language.ts'

type TenantChoiceProps = {
  tenants: readonly { id: number; name: string }[]
  /** The first when not chosen. */
  chosen: number | undefined
  onChange: (id: number) => void
}

/** Which district to sign in to, where a server holds several. */
export function TenantChoice({ tenants, chosen, onChange }: TenantChoiceProps) {
  const text = useTextOf(signInTexts)
  const id = useId()
  if (tenants.length < 2) return null
  return (
    <div className="field">
      <label htmlFor={id}>{text.tenant}</label>
      <select
        id={id}
        className="text-input"
        value={chosen ?? tenants[0]?.id}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {tenants.map((tenant) => (
          <option key={tenant.id} value={tenant.id}>
            {tenant.name}
          </option>
        ))}
      </select>
    </div>
  )
}
