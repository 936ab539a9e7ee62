import { type FormEvent, useId, useState } from 'react'
import { call } from '../api.ts'
import { queryClient } from '../boot.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import type { NamedFigure } from './figure-queries.ts'
import { texts } from './texts.ts'

type DefineDialogProps = {
  /** What it counts from now on. */
  written: string
  /** The one that is changed; null makes a new one under `newKey`. */
  figure: NamedFigure | null
  newKey: string
  retire: boolean
  onClose: () => void
  onDone: (key: string | null) => void
}

/** Gives a figure its name, changes it, or takes it out of use. */
export function DefineDialog({ written, figure, newKey, retire, onClose, onDone }: DefineDialogProps) {
  const text = useTextOf(texts)
  const form = useId()
  const [zh, setZh] = useState(figure?.name.zh ?? '')
  const [en, setEn] = useState(figure?.name.en ?? '')
  const [what, setWhat] = useState(written)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [submission] = useState(submissionId)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const name = zh.trim()
    if (name === '') return setProblem(text.nameMissing)
    setBusy(true)
    try {
      const key = figure?.key ?? newKey
      await call('PUT /api/figures/named/:key', {
        params: { key },
        body: {
          name: { zh: name, en: en.trim() || name },
          text: what,
          version: figure?.version ?? 0,
          reason: reason.trim() || null,
          retire,
          submissionId: submission,
        },
      })
      await queryClient.invalidateQueries({ queryKey: ['figures'] })
      announce(retire ? text.retired(name) : text.saved(name))
      onDone(retire ? null : key)
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }
  const act = retire ? text.retire : figure === null ? text.save : text.change
  return (
    <Dialog
      title={act}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" type="submit" form={form} busy={busy}>
            {act}
          </Button>
        </>
      }
    >
      <form id={form} className="form" onSubmit={save}>
        {problem === null ? null : <FormProblem>{problem}</FormProblem>}
        {retire ? (
          <p>{text.retireWhat(zh)}</p>
        ) : (
          <>
            <TextField label={text.nameZh} value={zh} maxLength={60} required onChange={(e) => setZh(e.target.value)} />
            <TextField
              label={text.nameEn}
              hint={text.nameEnHint}
              value={en}
              maxLength={80}
              onChange={(event) => setEn(event.target.value)}
            />
            <TextField label={text.type} value={what} maxLength={1000} onChange={(e) => setWhat(e.target.value)} />
          </>
        )}
        <TextField
          label={text.reason}
          hint={text.reasonHint}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
