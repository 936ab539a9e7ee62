import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import './field.css'

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  label: string
  hint?: string
  /** What is wrong and what to do; announced with the field. */
  error?: string | null
  /** Beside the input: a switch, say. */
  after?: ReactNode
}

/** A labelled line of input with hint and error. */
export function TextField({ label, hint, error = null, after, ...rest }: TextFieldProps) {
  const id = useId()
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-line">
        <input {...rest} id={id} aria-invalid={error !== null} aria-describedby={describedBy || undefined} />
        {after}
      </div>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  )
}

/** A sentence about the whole form: the server's answer to what was asked. */
export function FormProblem({ children }: { children: ReactNode }) {
  return (
    <p className="form-problem" role="alert">
      {children}
    </p>
  )
}
