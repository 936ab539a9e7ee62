import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { FormProblem } from '../parts/field.tsx'
import { useSubmit } from '../record/use-submit.ts'
import { EntryPicker, type PickedEntry } from '../registers/entry-picker.tsx'
import type { CitingKind, CountingTarget } from './citation-query.ts'
import { texts } from './texts.ts'

type CiteFieldProps = {
  record: { kind: CitingKind; id: number }
  /** What the entry is to count for; null: it proves. */
  target: CountingTarget | null
  without: ReadonlySet<number>
}

/** Two keystrokes: type, Enter. What was used last is offered first; what is not there is entered in place. */
export function CiteField({ record, target, without }: CiteFieldProps) {
  const text = useTextOf(texts)
  const { problem, send } = useSubmit()
  const cite = async (entry: PickedEntry | null) => {
    if (entry === null) return
    const cited = await send((submissionId) =>
      call('POST /api/citations', {
        body: {
          entryId: entry.id,
          recordKind: record.kind,
          recordId: record.id,
          targetId: target?.id ?? null,
          submissionId,
        },
      }),
    )
    if (cited) announce(text.cited(entry.title))
  }
  return (
    <div className="cite-field no-print">
      <EntryPicker
        label={target === null ? text.cite : text.citeFor(target.words)}
        hint={text.citeHint}
        registers={target?.counts ? [target.counts.register] : []}
        without={without}
        onPick={(entry) => void cite(entry)}
      />
      {problem ? <FormProblem>{problem.sentence}</FormProblem> : null}
    </div>
  )
}
