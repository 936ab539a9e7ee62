import { createPortal } from 'react-dom'
import { useLanguage, useTextOf } from '../language/language.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import type { EntryDialogProps } from './entry-creation.ts'
import { EntryForm } from './entry-form.tsx'
import { useRegister } from './register-queries.ts'
import { texts } from './texts.ts'

/** A new entry of any register, made without leaving the page. Outside of the form that it may have been opened from. */
export function EntryDialog({ register, begun, words, saveLabel, onSaved, onClose }: EntryDialogProps) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const { register: definition } = useRegister(register)
  const first = Object.entries(definition?.fields ?? {}).find(([, { type }]) => type === 'text' || type === 'document')
  const raw = words && first ? { [first[0]]: words } : {}
  return createPortal(
    <Dialog wide title={text.enter(definition?.name[language] ?? '')} onClose={onClose}>
      {definition === undefined ? (
        <Skeleton />
      ) : (
        <EntryForm
          register={register}
          begun={{ raw, ...begun }}
          {...(saveLabel === undefined ? {} : { saveLabel })}
          onSaved={onSaved}
          onCancel={onClose}
        />
      )}
    </Dialog>,
    document.body,
  )
}
