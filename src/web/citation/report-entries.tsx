import { useTextOf } from '../language/language.ts'
import { EntryPicker } from '../registers/entry-picker.tsx'
import { texts } from './texts.ts'
import './citation.css'

export type ReportEntry = { entryId: number; targetId: number | null; title: string }
type ReportEntriesProps = {
  entries: readonly ReportEntry[]
  targets: readonly { id: number; counts: { register: string } | null }[]
  onChange: (entries: ReportEntry[]) => void
}

/** Entries that a report brings; one of the register that a target counts, counts for that target. */
export function ReportEntries({ entries, targets, onChange }: ReportEntriesProps) {
  const text = useTextOf(texts)
  const registers = [...new Set(targets.flatMap(({ counts }) => counts?.register ?? []))]
  return (
    <div className="cite-field">
      <EntryPicker
        label={text.cite}
        hint={text.citeHint}
        registers={registers}
        without={new Set(entries.map(({ entryId }) => entryId))}
        onPick={(entry) => {
          if (entry === null) return
          const target = targets.find(({ counts }) => counts?.register === entry.register)
          onChange([...entries, { entryId: entry.id, targetId: target?.id ?? null, title: entry.title }])
        }}
      />
      <ul className="citations" aria-label={text.reportEntries}>
        {entries.map(({ entryId, title }) => (
          <li key={entryId} className="citation">
            <span className="citation-words cut">{title}</span>
            <button
              type="button"
              className="button button-quiet"
              onClick={() => onChange(entries.filter((other) => other.entryId !== entryId))}
            >
              {text.remove}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
