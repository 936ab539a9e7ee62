import { Link } from '@tanstack/react-router'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { recordsChanged } from '../live/records-changed.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { momentText } from '../parts/moment-text.ts'
import { submissionId } from '../parts/submission-id.ts'
import { useSubmit } from '../record/use-submit.ts'
import type { Citation, CitingKind } from './citation-query.ts'
import { texts } from './texts.ts'

type CitationLineProps = {
  citation: Citation
  record: { kind: CitingKind; id: number }
  /** Of the target that it counts for. */
  unit: string | null
  frozen?: boolean
}

/** One cited entry: what it is, what it adds, who cited it. Taking it away can be undone. */
export function CitationLine({ citation, record, unit, frozen = false }: CitationLineProps) {
  const text = useTextOf(texts)
  const { busy, problem, send } = useSubmit()
  const { entry, open, targetId, citationId } = citation
  const title = entry.title === '' ? text.hidden : entry.title
  const uncite = async () => {
    const done = await send((id) =>
      call('POST /api/citations/:id/withdraw', { params: { id: citationId }, body: { submissionId: id } }),
    )
    if (!done) return
    const again = async () => {
      await call('POST /api/citations', {
        body: {
          entryId: entry.id,
          recordKind: record.kind,
          recordId: record.id,
          targetId,
          submissionId: submissionId(),
        },
      })
      await recordsChanged()
      announce(text.cited(title))
    }
    announce(text.uncited(title), { act: { label: text.undo, run: () => void again() } })
  }
  return (
    <li className={entry.withdrawn ? 'citation citation-withdrawn' : 'citation'}>
      <div className="citation-words">
        <p className="cut">
          {open ? (
            <Link to="/entries/$id" params={{ id: String(entry.id) }}>
              {title}
            </Link>
          ) : (
            <span>{title}</span>
          )}
        </p>
        <p className="small quiet">
          {[
            entry.on,
            entry.unit.name,
            entry.withdrawn ? text.withdrawn : null,
            citation.covered ? text.covered : null,
            open || entry.title === '' ? null : text.elsewhere,
            frozen ? text.cycle(citation.cycle) : null,
            text.by(citation.by.name, momentText(citation.at)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {problem ? <p className="form-problem">{problem.sentence}</p> : null}
      </div>
      <span className="citation-adds figure">
        {targetId === null ? null : citation.adds === null ? (
          <span className="small quiet">{text.provesOnly}</span>
        ) : (
          text.adds(citation.adds, unit)
        )}
      </span>
      {frozen ? null : (
        <Button
          look="quiet"
          busy={busy}
          refusal={citation.remove.allowed ? null : citation.remove.reason}
          aria-label={text.unciteOf(title)}
          onClick={() => void uncite()}
        >
          {text.uncite}
        </Button>
      )}
    </li>
  )
}
