import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { useText } from '../language/language.ts'
import './button.css'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary`: the one act of the screen. `plain`: framed. `quiet`: text alone. */
  look?: 'primary' | 'plain' | 'quiet'
  /** The act is under way: the button keeps its width and does nothing. */
  busy?: boolean
  /** Why the act is not allowed now: the button stays in sight, greyed, and says it. */
  refusal?: string | null
  ref?: Ref<HTMLButtonElement>
  children: ReactNode
}

/** A button that names its act. Greyed with a reason it still takes focus, so that the reason can be read. */
export function Button({ look = 'plain', busy = false, refusal = null, children, className, ...rest }: ButtonProps) {
  const text = useText()
  const off = busy || refusal !== null
  return (
    <button
      type="button"
      {...rest}
      className={`button button-${look}${className ? ` ${className}` : ''}`}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      title={refusal ?? rest.title}
      onClick={off ? (event) => event.preventDefault() : rest.onClick}
    >
      {children}
      {refusal === null ? null : <span className="visually-hidden">{text.common.aside(refusal)}</span>}
    </button>
  )
}
