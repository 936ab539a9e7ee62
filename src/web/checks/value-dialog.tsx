import { type FormEvent, useId, useState } from 'react'
import { parseDay } from '../../core/deadline/day.ts'
import { yuan } from '../../core/registers/money.ts'
import { call } from '../api.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { useSubmit } from '../record/use-submit.ts'
import { type CheckRecord, type LocalValue, readChecksAgain } from './check-queries.ts'
import { checkTexts } from './texts.ts'

type Parameter = CheckRecord['parameters'][number]
type ValueDialogProps = { check: string; parameter: Parameter; replaces: LocalValue | null; onClose: () => void }

/** Money is typed in 元 and kept in 分. Null for what is no number. */
const numberOf = (typed: string, unit: string): number | null => {
  if (unit === '分') {
    const fen = yuan(typed)
    return typeof fen === 'number' ? fen : null
  }
  const value = Number(typed.trim())
  return typed.trim() !== '' && Number.isFinite(value) ? value : null
}

/** A local value for a parameter, with its days and its source. */
export function ValueDialog({ check, parameter, replaces, onClose }: ValueDialogProps) {
  const text = useTextOf(checkTexts)
  const language = useLanguage()
  const form = useId()
  const money = parameter.unit === '分'
  const [value, setValue] = useState(replaces ? String(money ? replaces.value / 100 : replaces.value) : '')
  const [from, setFrom] = useState<string>(replaces?.from ?? '')
  const [to, setTo] = useState<string>(replaces?.to ?? '')
  const [source, setSource] = useState(replaces?.source ?? '')
  const [wrong, setWrong] = useState<Partial<Record<'value' | 'from' | 'to' | 'source', string>>>({})
  const { busy, problem, send } = useSubmit()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const number = numberOf(value, parameter.unit)
    const days = {
      from: from.trim() === '' ? null : parseDay(from.trim()),
      to: to.trim() === '' ? null : parseDay(to.trim()),
    }
    const found = {
      ...(number === null && { value: text.valueMissing }),
      ...(from.trim() !== '' && days.from === null && { from: text.dayWrong }),
      ...(to.trim() !== '' && days.to === null && { to: text.dayWrong }),
      ...(source.trim().length < 2 && { source: text.sourceMissing }),
    }
    setWrong(found)
    if (number === null || Object.keys(found).length > 0) return
    const done = await send((submissionId) =>
      call('POST /api/checks/:check/parameters', {
        params: { check },
        body: {
          parameter: parameter.key,
          unitId: replaces?.unit?.id ?? null,
          ...days,
          value: number,
          source: source.trim(),
          replaces: replaces?.id ?? null,
          submissionId,
        },
      }),
    )
    if (done === null) return
    await readChecksAgain()
    announce(text.saved)
    onClose()
  }
  return (
    <Dialog
      title={`${text.valueTitle}：${parameter.name[language]}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" type="submit" form={form} busy={busy}>
            {text.save}
          </Button>
        </>
      }
    >
      <form id={form} className="form" onSubmit={submit} noValidate>
        {problem === null ? null : <FormProblem>{problem.sentence}</FormProblem>}
        <TextField
          label={`${text.value}（${money ? '元' : parameter.unit}）`}
          value={value}
          inputMode="decimal"
          error={wrong.value ?? null}
          onChange={(event) => setValue(event.target.value)}
        />
        <TextField
          label={text.from}
          hint={text.dayHint}
          value={from}
          error={wrong.from ?? null}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={text.to}
          value={to}
          error={wrong.to ?? null}
          onChange={(event) => setTo(event.target.value)}
        />
        <TextField
          label={text.source}
          hint={text.sourceHint}
          value={source}
          maxLength={300}
          error={wrong.source ?? null}
          onChange={(event) => setSource(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
