import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { titleOf } from '../../core/registers/title-of.ts'
import { call } from '../api.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { momentText } from '../parts/moment-text.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { type Problem, useSubmit } from '../record/use-submit.ts'
import { useSession } from '../session/use-boot.ts'
import { AggregateFields } from './aggregate-fields.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { type Draft, draftOf, emptyDraft, partialValues, readDraft, type SavedEntry } from './entry-draft.ts'
import { EntryFields } from './entry-fields.tsx'
import type { FieldProblem } from './field-props.ts'
import { KindAndUnit } from './kind-and-unit.tsx'
import { ownUnit, writableUnits } from './own-units.ts'
import { type EntryRecord, type RegisterView, useRegister } from './register-queries.ts'
import { texts } from './texts.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import './entry-form.css'

type EntryFormProps = {
  /** Key of the register. */
  register: string
  /** The entry to be changed; without it a new one is made. */
  entry?: EntryRecord
  /** What of a new entry is filled in already. */
  begun?: Partial<Draft>
  /** What the button says, instead of “登记…”. */
  saveLabel?: string
  /** Kept in this browser until it is saved. */
  kept?: boolean
  /** Offers to go on with a next one. */
  several?: boolean
  /** Told when something was typed that is not saved yet, and when there is nothing any more. */
  onDirty?: (dirty: boolean) => void
  /** `next`: the person wants to enter another one. */
  onSaved: (entry: SavedEntry, next: boolean) => void
  onCancel?: () => void
}

/** The form of a register, made from its definition. */
export function EntryForm(props: EntryFormProps) {
  const text = useTextOf(texts)
  const { register, error } = useRegister(props.register)
  if (register) return <FilledForm key={props.entry?.id} {...props} definition={register} />
  if (register === undefined && !error) return <Skeleton />
  return <FormProblem>{error?.message ?? text.noRegister}</FormProblem>
}

function FilledForm(props: EntryFormProps & { definition: RegisterView }) {
  const { definition, entry, begun, kept = false, several = false, saveLabel, onDirty, onSaved, onCancel } = props
  const text = useTextOf(texts)
  const language = useLanguage()
  const session = useSession()
  const form = useRef<HTMLFormElement>(null)
  const units = writableUnits(session, definition)
  const fresh = (): Draft => ({
    ...emptyDraft(definition, units === null ? ownUnit(session) : (units[0] ?? null)),
    ...begun,
  })
  // What is restricted does not stay behind on a computer that others use.
  const keptName =
    kept && definition.readers !== 'restricted' ? `${session.person.id}.${entry ? entry.id : definition.key}` : null
  const { draft, setDraft, changed, keptAt, forget, beginAnew } = useKeptDraft(
    keptName,
    entry ? draftOf(entry) : fresh(),
  )
  /** How often it was tried to save what cannot be saved: from the first time on, problems stand at their fields. */
  const [tried, setTried] = useState(0)
  const [base, setBase] = useState(entry)
  const { busy, problem, setProblem, send } = useSubmit()
  useEffect(() => onDirty?.(changed), [onDirty, changed])

  const read = readDraft(definition, draft, language, text.unitMissing)
  const isPlaced = (field: string) => entryPlaces.has(field) || Object.hasOwn(definition.fields, field)
  const all = [...(tried > 0 ? (read.problems ?? []) : []), ...refusedAt(problem)]
  const problems = all.filter(({ field }) => isPlaced(field))
  const elsewhere = all.filter(({ field }) => !isPlaced(field)).map(({ sentence }) => sentence)
  // The first thing that is wrong gets the focus, once it is drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each try, and when the server has said no
  useEffect(() => {
    if (problems.length > 0) firstInvalid(form.current)?.focus()
  }, [tried, problem])

  const save = async (next: boolean) => {
    setProblem(null)
    if (read.problems) return setTried(tried + 1)
    const { written } = read
    const title = titleOf(definition, written.kind, written.values, written.aggregate, draft.names)
    const params = { register: definition.key }
    const saved = await send(async (submissionId) => {
      if (!base) return call('POST /api/registers/:register/entries', { params, body: { ...written, submissionId } })
      const body = { ...written, version: base.version, submissionId }
      await call('PUT /api/entries/:id', { params: { id: base.id }, body })
      return { id: base.id }
    })
    if (!saved) return
    setTried(0)
    forget()
    onDirty?.(false)
    announce(base ? text.saved(title) : text.entered(definition.name[language], title))
    if (next) beginAnew({ ...fresh(), kind: draft.kind, unit: draft.unit })
    onSaved({ id: saved.id, title, register: definition.key }, next)
  }
  const label = saveLabel ?? (base ? text.saveChange : text.enter(definition.name[language]))
  return (
    <form
      ref={form}
      className="form entry-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        // A form in a dialog over this one is another form.
        event.stopPropagation()
        void save(false)
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        event.stopPropagation()
        void save(several)
      }}
    >
      {keptAt ? (
        <p className="kept-draft" role="status">
          {text.keptDraft(momentText(keptAt))}{' '}
          <Button look="quiet" onClick={() => beginAnew(entry ? draftOf(entry) : fresh())}>
            {text.throwAway}
          </Button>
        </p>
      ) : null}
      {problem?.conflict && base ? (
        <ChangedMeanwhile
          base={base}
          draft={draft}
          onKeep={(theirs) => {
            setBase(theirs)
            setProblem(null)
          }}
          onTake={(key, theirs) =>
            setDraft((now) => ({
              ...now,
              names: { ...theirs.names, ...now.names },
              raw: { ...now.raw, [key]: theirs.values[key] },
            }))
          }
        />
      ) : null}
      {elsewhere.length > 0 ? <FormProblem>{elsewhere.join(' ')}</FormProblem> : null}
      <KindAndUnit register={definition} units={units} draft={draft} problems={problems} onChange={setDraft} />
      {definition.aggregates ? (
        <AggregateFields register={definition} draft={draft} problems={problems} onChange={setDraft} />
      ) : null}
      <EntryFields
        register={definition}
        draft={draft}
        problems={problems}
        onChange={setDraft}
        values={partialValues(definition, draft)}
      />
      <footer className="form-foot">
        {onCancel ? <Button onClick={onCancel}>{text.cancel}</Button> : null}
        {several && !base ? (
          <Button busy={busy} onClick={() => void save(true)}>
            {text.saveAndNext}
          </Button>
        ) : null}
        <Button type="submit" look="primary" busy={busy}>
          {label}
        </Button>
      </footer>
    </form>
  )
}

/** Parts of an entry that are no fields of its register. */
const entryPlaces = new Set(['$kind', '$unit', '$aggregate'])

/** What the server said no to, at its fields. */
function refusedAt(problem: Problem | null): FieldProblem[] {
  if (!problem || problem.conflict) return []
  if (problem.problems && problem.problems.length > 0)
    return problem.problems.map(({ message, ...place }) => ({ ...place, sentence: message }))
  return [{ field: problem.field ?? '', sentence: problem.sentence }]
}

const firstInvalid = (form: HTMLFormElement | null): HTMLElement | null => {
  const invalid = form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null
  return invalid?.matches('[role="radiogroup"]') ? invalid.querySelector('input') : invalid
}
