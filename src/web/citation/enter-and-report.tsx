import { useTextOf } from '../language/language.ts'
import { EntryDialog } from '../registers/entry-dialog.tsx'
import type { Reported } from '../report/report-form.tsx'
import { sendReport } from '../report/report-store.ts'
import { texts } from './texts.ts'

type EnterAndReportProps = {
  of: Pick<Reported, 'measureId' | 'number' | 'week' | 'version' | 'report'>
  target: { id: number; counts: { register: string; kind: string | null } }
  onClose: () => void
}

/** One form: the entry is made, counts for the target, and is this week's report. What was reported before stays in it. */
export function EnterAndReport({ of, target, onClose }: EnterAndReportProps) {
  const text = useTextOf(texts)
  const { measureId, number, week, version, report } = of
  return (
    <EntryDialog
      register={target.counts.register}
      begun={target.counts.kind === null ? {} : { kind: target.counts.kind }}
      saveLabel={text.enterAndReport}
      onSaved={(entry) => {
        const said = report?.noChange ? null : report
        sendReport({
          measureId,
          number,
          week,
          withdraw: false,
          draft: null,
          body: {
            basedOn: version,
            noChange: false,
            ...(said?.done ? { done: said.done } : {}),
            ...(said?.difficulty ? { difficulty: said.difficulty } : {}),
            ...(said?.nextStep ? { nextStep: said.nextStep } : {}),
            ...(said && said.percent !== null ? { percent: said.percent } : {}),
            reached: said?.reached ?? [],
            evidenceIds: said?.evidenceIds ?? [],
            entries: [
              ...(said?.entryIds ?? []).map((entryId) => ({ entryId, targetId: null })),
              { entryId: entry.id, targetId: target.id },
            ],
          },
        })
        onClose()
      }}
      onClose={onClose}
    />
  )
}
