import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { bulkLimit } from '../../../core/plan/edit-rules.ts'
import { call } from '../../api.ts'
import { useText, useTextOf } from '../../language/language.ts'
import { announce } from '../../parts/announce.tsx'
import { Button } from '../../parts/button.tsx'
import { today } from '../../parts/day-distance.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/field.tsx'
import { Popover } from '../../parts/popover.tsx'
import { submissionId } from '../../parts/submission-id.ts'
import { sentenceOf } from '../../session/sentence-of.ts'
import { useSession } from '../../session/use-boot.ts'
import { csvOf } from '../csv-of.ts'
import type { MeasureRow } from '../ledger-row.ts'
import type { Selection } from '../use-selection.ts'
import { AssignDialog, DeadlineDialog } from './assign-dialog.tsx'
import { assignMeasures, type Left } from './assign-measures.ts'
import { texts } from './texts.ts'
import './selection.css'

type SelectionBarProps = { selection: Selection; query: Record<string, string> }

/** What can be done to the measures ticked. */
export function SelectionBar({ selection, query }: SelectionBarProps) {
  const text = useTextOf(texts)
  const words = useText()
  const { kinds } = words
  const { allowed } = useSession()
  const [dialog, setDialog] = useState<'assign' | 'deadline' | 'urge' | null>(null)
  const [left, setLeft] = useState<Left>([])
  const inspectionId = Number(query.inspection)
  const measures = [...selection.measures.values()]
  const mayEdit = allowed.includes('plan.edit')
  const close = () => setDialog(null)
  const all = useMutation({
    mutationFn: () => allMatching(query),
    onSuccess: ({ rows, more }) => {
      selection.replace(rows)
      if (more) announce(text.capped(bulkLimit))
    },
    onError: (problem) => announce(sentenceOf(problem), { problem: true }),
  })
  const setKind = async (kind: MeasureRow['kind']) => {
    try {
      setLeft(await assignMeasures({ inspectionId, measures, set: { kind }, reason: '' }, text))
    } catch (problem) {
      announce(sentenceOf(problem), { problem: true })
    }
  }
  const onExport = () => {
    saveFile(`${text.fileName}-${today()}.csv`, csvOfMeasures(measures, text, words))
    announce(text.exported(measures.length))
  }
  const acts = { inspectionId, measures, onClose: close, onLeft: setLeft }
  return (
    <div className="selection-bar no-print" role="toolbar" aria-label={text.label}>
      <strong role="status" className="figure">
        {text.chosen(measures.length)}
      </strong>
      <Button look="quiet" busy={all.isPending} onClick={() => all.mutate()}>
        {text.all}
      </Button>
      <span className="selection-acts">
        {mayEdit ? (
          <>
            <Button onClick={() => setDialog('assign')}>{text.assign}</Button>
            <Button onClick={() => setDialog('deadline')}>{text.deadline}</Button>
            <Popover className="button button-plain" label={text.kind}>
              {(closeSheet) =>
                (Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => (
                  <button
                    key={kind}
                    type="button"
                    className="sheet-choice"
                    onClick={() => {
                      closeSheet()
                      void setKind(kind)
                    }}
                  >
                    {kinds[kind]}
                  </button>
                ))
              }
            </Popover>
          </>
        ) : null}
        {allowed.includes('measure.urge') ? <Button onClick={() => setDialog('urge')}>{text.urge}</Button> : null}
        <Button onClick={onExport}>{text.exportCsv}</Button>
      </span>
      <Button look="quiet" onClick={selection.clear}>
        {text.clear}
      </Button>
      {dialog === 'assign' ? <AssignDialog {...acts} /> : null}
      {dialog === 'deadline' ? <DeadlineDialog {...acts} /> : null}
      {dialog === 'urge' ? <UrgeDialog measures={measures} onClose={close} /> : null}
      {left.length > 0 ? <LeftDialog left={left} onClose={() => setLeft([])} /> : null}
    </div>
  )
}

/** The measures of the filter, as many as one act may touch. */
async function allMatching({ view: _, ...query }: Record<string, string>) {
  const page = await call('GET /api/ledger', {
    query: { ...query, view: 'flat', inspection: Number(query.inspection), limit: bulkLimit },
  })
  return {
    rows: page.rows.flatMap((row) => (row.type === 'measure' ? [row] : [])),
    more: page.nextCursor !== null,
  }
}

function LeftDialog({ left, onClose }: { left: Left; onClose: () => void }) {
  const text = useTextOf(texts)
  const common = useText().common
  return (
    <Dialog title={text.leftTitle} onClose={onClose} actions={<Button onClick={onClose}>{common.close}</Button>}>
      <ul className="selection-left">
        {left.map(({ id, number, reason }) => (
          <li key={id}>
            <span className="figure">{number}</span> {reason}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function UrgeDialog({ measures, onClose }: { measures: readonly MeasureRow[]; onClose: () => void }) {
  const text = useTextOf(texts)
  const common = useText().common
  const [words, setWords] = useState('')
  const urge = useMutation({
    mutationFn: async () => {
      const problems: unknown[] = []
      for (const { id } of measures)
        await call('POST /api/measures/:id/urge', {
          params: { id },
          body: { submissionId: submissionId(), ...(words && { words }) },
        }).catch((problem: unknown) => problems.push(problem))
      return problems
    },
    onSuccess: (problems) => {
      const [first] = problems
      if (first === undefined) announce(text.urged(measures.length))
      else
        announce(text.urgedSome(measures.length - problems.length, problems.length, sentenceOf(first)), {
          problem: true,
        })
      onClose()
    },
  })
  return (
    <Dialog
      title={text.urgeTitle(measures.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" busy={urge.isPending} onClick={() => urge.mutate()}>
            {text.urge}
          </Button>
        </>
      }
    >
      <TextField
        label={text.urgeWords}
        value={words}
        maxLength={500}
        onChange={(event) => setWords(event.target.value)}
      />
    </Dialog>
  )
}

function csvOfMeasures(
  measures: readonly MeasureRow[],
  { columns }: (typeof texts)['zh'],
  { statuses, kinds }: ReturnType<typeof useText>,
): string {
  return csvOf([
    Object.values(columns),
    ...measures.map((row) => [
      row.number,
      row.docketNumber,
      row.text,
      statuses[row.status],
      row.kind && kinds[row.kind],
      row.leadUnit?.name ?? null,
      row.responsibleOfficer?.name ?? null,
      row.responsibleLeader?.name ?? null,
      row.dueOn,
      row.originalDueOn,
      row.duePhrase,
      row.target?.quantity ?? null,
      row.reached,
      row.target?.unit ?? null,
      row.evidence,
      row.missedWeeks,
      row.alsoAnswers.join('、'),
    ]),
  ])
}

function saveFile(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
