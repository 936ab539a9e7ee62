import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { Picker } from '../people/picker.tsx'
import { SelectField } from '../people/select-field.tsx'
import { useSubmit } from '../record/use-submit.ts'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import type { EntryRow } from './register-queries.ts'
import { texts } from './texts.ts'

type Citing = { kind: 'measure' | 'finding'; id: number; number: string; text: string }

type CiteEntriesDialogProps = {
  entries: readonly Pick<EntryRow, 'id' | 'title'>[]
  onDone: () => void
  onClose: () => void
}

/** Lets a measure or a finding cite entries: which one, and for which of its targets they count. */
export function CiteEntriesDialog({ entries, onDone, onClose }: CiteEntriesDialogProps) {
  const text = useTextOf(texts)
  const form = useId()
  const inspection = useChosenInspection()?.id ?? 0
  const [q, setQ] = useState<string | null>(null)
  const [record, setRecord] = useState<Citing | null>(null)
  const [target, setTarget] = useState('')
  const [missing, setMissing] = useState(false)
  const { busy, problem, send } = useSubmit()
  const found = useQuery({
    queryKey: ['citing', inspection, q],
    queryFn: async ({ signal }): Promise<Citing[]> => {
      const [numbered, page] = await Promise.all([
        /\d/.test(q ?? '')
          ? call('GET /api/numbered', { query: { inspection, number: (q ?? '').slice(0, 60) }, signal })
          : [],
        call('GET /api/ledger', { query: { inspection, limit: 12, view: 'flat', ...(q ? { q } : {}) }, signal }),
      ])
      const rows = page.rows.flatMap((row): Citing[] =>
        row.type === 'measure' ? [{ kind: 'measure', id: row.id, number: row.number, text: row.text }] : [],
      )
      return [...new Map([...numbered, ...rows].map((one) => [`${one.kind}${one.id}`, one])).values()]
    },
    enabled: q !== null && inspection > 0,
    placeholderData: keepPreviousData,
  })
  const targets =
    useQuery({
      queryKey: ['citations', record?.kind, record?.id],
      queryFn: ({ signal }) =>
        call('GET /api/citations', { query: { kind: record?.kind ?? 'measure', record: record?.id ?? 0 }, signal }),
      enabled: record !== null,
    }).data?.targets ?? []
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setMissing(record === null)
    if (record === null) return
    for (const { id } of entries) {
      const cited = await send((submissionId) =>
        call('POST /api/citations', {
          body: {
            entryId: id,
            recordKind: record.kind,
            recordId: record.id,
            targetId: target === '' ? null : Number(target),
            submissionId,
          },
        }),
      )
      if (!cited) return
    }
    announce(text.cited(entries.length, record.number))
    onDone()
  }
  return (
    <Dialog
      title={entries.length === 1 ? text.citeTitle(entries[0]?.title ?? '') : text.citeMany(entries.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" form={form} look="primary" busy={busy}>
            {text.cite}
          </Button>
        </>
      }
    >
      <form id={form} className="form" noValidate onSubmit={(event) => void submit(event)}>
        <Picker<Citing>
          required
          label={text.citedFrom}
          placeholder={text.citedFromHint}
          error={missing ? text.citedFromMissing : null}
          value={record}
          onChange={(chosen) => {
            setRecord(chosen)
            setTarget('')
          }}
          nothing={text.nothingToCite}
          found={found.data ?? null}
          failed={found.isError}
          onType={setQ}
          keyOf={({ kind, id }) => (kind === 'measure' ? id : -id)}
          nameOf={(one) => text.recordName(one.kind, one.number, one.text)}
          line={(one) => <span className="cut">{text.recordName(one.kind, one.number, one.text)}</span>}
        />
        {targets.length > 0 ? (
          <SelectField
            label={text.citedFor}
            options={[
              { value: '', label: text.provesOnly },
              ...targets.map(({ id, words }) => ({ value: String(id), label: words })),
            ]}
            value={target}
            onChange={setTarget}
          />
        ) : null}
        {problem ? <FormProblem>{problem.sentence}</FormProblem> : null}
      </form>
    </Dialog>
  )
}
