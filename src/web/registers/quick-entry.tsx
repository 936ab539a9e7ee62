import { type FormEvent, useEffect, useRef, useState } from 'react'
import { isOfKind } from '../../core/registers/read-values.ts'
import { titleOf } from '../../core/registers/title-of.ts'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { useSubmit } from '../record/use-submit.ts'
import { useSession } from '../session/use-boot.ts'
import { type Draft, emptyDraft, readDraft } from './entry-draft.ts'
import { FieldInput } from './field-input.tsx'
import { KindAndUnit } from './kind-and-unit.tsx'
import { ownUnit, writableUnits } from './own-units.ts'
import type { RegisterView } from './register-queries.ts'
import { texts } from './texts.ts'
import './entry-form.css'

/**
 * Entries one after the other, each in one line: Enter saves, and the line is free for the next of the same kind and unit.
 * It holds the day, what must be filled in, and the register's own columns; whatever else belongs to an entry is in the form.
 */
export function QuickEntry({ register, onClose }: { register: RegisterView; onClose: () => void }) {
  const text = useTextOf(texts)
  const session = useSession()
  const form = useRef<HTMLFormElement>(null)
  const units = writableUnits(session, register)
  const [draft, setDraft] = useState<Draft>(() =>
    emptyDraft(register, units === null ? ownUnit(session) : (units[0] ?? null)),
  )
  const [tried, setTried] = useState(0)
  const { busy, problem, setProblem, send } = useSubmit()
  const read = readDraft(register, draft, text.language, text.unitMissing)
  const problems = tried > 0 ? (read.problems ?? []) : []
  const fields = Object.entries(register.fields).filter(
    ([key, field]) =>
      isOfKind(field, draft.kind) &&
      field.type !== 'rows' &&
      field.type !== 'files' &&
      field.type !== 'computed' &&
      (field.required || field.listed || key === register.dateField),
  )
  const first = () => form.current?.querySelector<HTMLElement>('.quick-fields input, .quick-fields select')?.focus()
  useEffect(first, [])
  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tried])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    if (read.problems) return setTried(tried + 1)
    const { written } = read
    const saved = await send((submissionId) =>
      call('POST /api/registers/:register/entries', {
        params: { register: register.key },
        body: { ...written, submissionId },
      }),
    )
    if (!saved) return
    announce(
      text.entered(register.name[text.language], titleOf(register, written.kind, written.values, null, draft.names)),
    )
    setTried(0)
    setDraft({ ...draft, raw: {} })
    first()
  }
  const missing = problems.filter(({ field }) => !field.startsWith('$') && !fields.some(([key]) => key === field))
  return (
    <form
      ref={form}
      className="card quick-entry no-print"
      aria-label={text.quick}
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <KindAndUnit
        compact
        register={register}
        units={units}
        draft={draft}
        problems={problems}
        onChange={(change) => setDraft(change)}
      />
      <div className="quick-fields">
        {fields.map(([key, field]) => (
          <div key={key} className={field.required ? 'entry-field entry-field-required' : 'entry-field'}>
            <FieldInput
              compact
              field={field}
              error={
                problems.find((one) => one.field === key)?.sentence ??
                (problem?.field === key ? problem.sentence : null)
              }
              value={draft.raw[key]}
              onValue={(value) => setDraft((now) => ({ ...now, raw: { ...now.raw, [key]: value } }))}
              names={draft.names}
              onNames={(names) => setDraft((now) => ({ ...now, names: { ...now.names, ...names } }))}
            />
          </div>
        ))}
        <Button type="submit" look="primary" busy={busy}>
          {text.saveQuick}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {text.closeQuick}
        </Button>
      </div>
      {problem && !fields.some(([key]) => key === problem.field) ? <FormProblem>{problem.sentence}</FormProblem> : null}
      {missing.length > 0 ? <FormProblem>{missing.map(({ sentence }) => sentence).join(' ')}</FormProblem> : null}
    </form>
  )
}
