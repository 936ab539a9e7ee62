import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Register } from '../../core/registers/definition.ts'
import type { Words } from '../../core/registers/field.ts'
import { titleOf } from '../../core/registers/title-of.ts'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { SelectField } from '../people/select-field.tsx'
import { useSubmit } from '../record/use-submit.ts'
import { RadioField } from './choice-input.tsx'
import { defineTexts } from './define-texts.ts'
import { DefinitionCounts } from './definition-counts.tsx'
import { keysInTitle, namesInTitle, renamed } from './definition-edits.ts'
import { DefinitionFields } from './definition-fields.tsx'
import { type Draft, emptyDraft, partialValues } from './entry-draft.ts'
import { EntryFields } from './entry-fields.tsx'
import { KindAndUnit } from './kind-and-unit.tsx'
import { NamedList } from './named-list.tsx'
import { definitionsChanged, type RegisterView } from './register-queries.ts'
import { texts } from './texts.ts'
import './entry-form.css'
import './registers.css'
import './define.css'

type DefinitionEditorProps = {
  begun: Register
  /** As it is in force; null for a new one. */
  view: RegisterView | null
  registers: readonly RegisterView[]
}

/** A register is made or changed: left what it consists of, right the form that follows from it. */
export function DefinitionEditor({ begun, view, registers }: DefinitionEditorProps) {
  const text = useTextOf(defineTexts)
  const common = useTextOf(texts)
  const { language } = common
  const navigate = useNavigate()
  const [register, setRegister] = useState(begun)
  const [title, setTitle] = useState(namesInTitle(begun.title.zh, begun.fields, common.kind))
  const { busy, problem, send } = useSubmit()
  const shipped = view !== null && !view.own
  const name = view?.name[language] ?? text.newRegister
  const heading = view ? text.defineTitle(name) : name
  usePageTitle(heading)
  const change = (part: Partial<Register>) => setRegister((now) => ({ ...now, ...part }))
  const at = (place: string) => (problem?.field === place ? problem.sentence : null)
  const lock = shipped ? text.shippedLock : null
  const isOwn = (part: 'fields' | 'kinds' | 'counts', key: string): boolean =>
    !shipped || /^own[A-Z0-9]/.test(key) || !Object.hasOwn(begun[part] ?? {}, key)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const titled: Words = shipped
      ? register.title
      : { zh: keysInTitle(title, register.fields, common.kind), en: keysInTitle(title, register.fields, common.kind) }
    const definition = { ...register, title: titled } as RegisterView
    const stored = await send((submissionId) =>
      view === null
        ? call('POST /api/registers', { body: { definition, submissionId } })
        : call('PUT /api/registers/:register', {
            params: { register: register.key },
            body: { definition, version: view.version, submissionId },
          }),
    )
    if (!stored) return
    await definitionsChanged()
    announce(view === null ? text.made(register.name.zh) : text.changed(name, stored.version))
    void navigate({ to: '/registers/$register', params: { register: register.key } })
  }
  const words = (field: 'name' | 'help', zh: string) => change({ [field]: renamed(register[field], zh) })
  return (
    <div className="define-page">
      <nav className="no-print" aria-label={common.breadcrumb}>
        <Link to="/registers">{common.registers}</Link>
        {view ? (
          <>
            {' '}
            <span aria-hidden="true">›</span>{' '}
            <Link to="/registers/$register" params={{ register: view.key }}>
              {name}
            </Link>
          </>
        ) : null}
      </nav>
      <h1>{heading}</h1>
      <p className="quiet">{view === null ? text.newLead : shipped ? text.shippedLead : text.ownLead(view.version)}</p>
      <div className="define-columns">
        <form className="form" noValidate onSubmit={(event) => void save(event)}>
          {problem ? <FormProblem>{problem.sentence}</FormProblem> : null}
          {shipped ? null : (
            <section className="card define-card" aria-label={text.about}>
              <h2>{text.about}</h2>
              <div className="entry-grid">
                <TextField
                  label={text.registerName}
                  aria-required
                  error={at('name')}
                  maxLength={40}
                  value={register.name.zh}
                  onChange={({ target }) => words('name', target.value)}
                />
                <TextField
                  label={text.help}
                  hint={text.helpHint}
                  aria-required
                  error={at('help')}
                  maxLength={200}
                  value={register.help.zh}
                  onChange={({ target }) => words('help', target.value)}
                />
                <RadioField
                  label={text.readers}
                  options={(['everyone', 'unit', 'restricted'] as const).map((value) => ({
                    value,
                    label: text.readersOf[value],
                  }))}
                  value={register.readers}
                  onChange={(readers) => change({ readers: readers as Register['readers'] })}
                />
                <RadioField
                  label={text.writers}
                  options={(['unit', 'office'] as const).map((value) => ({ value, label: text.writersOf[value] }))}
                  value={register.writers}
                  onChange={(writers) => change({ writers: writers as Register['writers'] })}
                />
              </div>
            </section>
          )}
          <DefinitionFields
            register={register}
            registers={registers}
            lockOf={(key) => (isOwn('fields', key) ? null : text.shippedLock)}
            // Entries hold values of its type: another one would make them unreadable.
            typeLockOf={(key) =>
              view && view.entries > 0 && Object.hasOwn(begun.fields, key) ? text.typeLock(view.entries) : null
            }
            at={at}
            onChange={change}
          />
          <NamedList
            title={text.kinds}
            hint={text.kindsHint}
            addLabel={text.addKind}
            items={register.kinds ?? {}}
            lockOf={(key) => (isOwn('kinds', key) ? null : text.shippedLock)}
            at={(key) => at(`kinds.${key}`)}
            onChange={(kinds) => change({ kinds: Object.keys(kinds).length === 0 ? null : kinds })}
            {...(shipped && begun.kinds === null ? { lock: text.shippedNoKinds } : {})}
          />
          <DefinitionCounts
            register={register}
            lockOf={(key) => (isOwn('counts', key) ? null : text.shippedLock)}
            at={at}
            onChange={(counts) => change({ counts })}
          />
          <section className="card define-card" aria-label={text.more}>
            <h2>{text.more}</h2>
            <div className="entry-grid">
              <SelectField
                label={text.dateField}
                error={at('dateField')}
                options={[
                  { value: '', label: text.noDateField },
                  ...Object.entries(register.fields)
                    .filter(([, { type }]) => type === 'day' || type === 'dayRange')
                    .map(([value, field]) => ({ value, label: field.name[language] })),
                ].filter(({ value }) => lock === null || value === (begun.dateField ?? ''))}
                value={register.dateField ?? ''}
                onChange={(key) => change({ dateField: key === '' ? null : key })}
              />
              <TextField
                label={text.entryTitle}
                hint={lock ?? text.entryTitleHint}
                error={at('title')}
                readOnly={lock !== null}
                maxLength={200}
                value={title}
                onChange={({ target }) => setTitle(target.value)}
              />
            </div>
            {shipped ? null : (
              <label className="aggregate-switch">
                <input
                  type="checkbox"
                  checked={register.aggregates}
                  onChange={(event) => change({ aggregates: event.target.checked })}
                />
                <strong>{text.aggregates}</strong>
                <span className="quiet">{text.aggregatesHint}</span>
              </label>
            )}
          </section>
          <footer className="form-foot">
            <Link
              className="button button-plain"
              {...(view ? { to: '/registers/$register', params: { register: view.key } } : { to: '/registers' })}
            >
              {common.cancel}
            </Link>
            <Button type="submit" look="primary" busy={busy}>
              {view === null ? text.make : text.save}
            </Button>
          </footer>
        </form>
        <Preview register={register} title={keysInTitle(title, register.fields, common.kind)} />
      </div>
    </div>
  )
}

/** The form that follows from the definition, to be tried: nothing of it is stored. */
function Preview({ register, title }: { register: Register; title: string }) {
  const text = useTextOf(defineTexts)
  const view = {
    ...register,
    title: { zh: title, en: title },
    own: true,
    ownFields: [],
    entries: 0,
    write: true,
  } as RegisterView
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(view, null))
  const kind = draft.kind !== null && register.kinds && Object.hasOwn(register.kinds, draft.kind) ? draft.kind : null
  const shown = { ...draft, kind }
  const values = partialValues(view, shown)
  return (
    <aside className="define-preview" aria-label={text.preview}>
      <h2>{text.preview}</h2>
      <p className="small quiet">{text.previewHint}</p>
      <div className="card entry-form-card entry-form">
        <p>
          <span className="quiet">{text.previewTitle}</span> {titleOf(view, kind, values, null, draft.names)}
        </p>
        <KindAndUnit compact register={view} units={[]} draft={shown} problems={[]} onChange={setDraft} />
        <EntryFields register={view} draft={shown} problems={[]} onChange={setDraft} values={values} />
      </div>
    </aside>
  )
}
