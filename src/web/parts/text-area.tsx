import { type Ref, type TextareaHTMLAttributes, useId } from 'react'
import './field.css'

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & {
  label: string
  hint?: string
  /** What is wrong and what to do; announced with the field. */
  error?: string | null
  ref?: Ref<HTMLTextAreaElement>
}

/** Labelled lines of input with hint and error. */
export function TextArea({ label, hint, error = null, ...rest }: TextAreaProps) {
  const id = useId()
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea {...rest} id={id} aria-invalid={error !== null} aria-describedby={describedBy || undefined} />
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
