import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { takenIn } from '../../core/ledger/taken-in.ts'
import { writesNothing } from '../../core/ledger/writes-nothing.ts'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { useBoot } from '../session/use-boot.ts'
import { countsOfChanges } from './count-changes.ts'
import { targetInspection } from './target-inspection.ts'
import { texts } from './texts.ts'
import type { Review } from './use-review.ts'

/** At the foot of the review: what will be written, and the one button that leads there. */
export function WriteWay({ review, onWrite }: { review: Review; onWrite: () => void }) {
  const text = useTextOf(texts)
  const { imported, draft, edits, autosave, readOnly } = review
  const { inspections } = useBoot()
  const known = targetInspection(imported, inspections)
  const saved = autosave.state.now === 'saved'
  // What belongs to an inspection that is there is compared with its ledger, whenever the edits are stored.
  const preview = useQuery({
    queryKey: ['import-preview', imported.id, known, edits],
    queryFn: async ({ signal }) => {
      if (!(await autosave.flush())) throw new Error(text.conflict)
      const route = 'POST /api/imports/:id/preview'
      return call(route, { params: { id: imported.id }, body: { inspectionId: known }, signal })
    },
    enabled: known !== null && !readOnly && saved,
    staleTime: 0,
    gcTime: 0,
  })
  if (readOnly) {
    return (
      <Link
        to="/ledger"
        search={imported.inspectionId === null ? {} : { inspection: imported.inspectionId }}
        className="button button-primary"
      >
        {text.toLedger}
      </Link>
    )
  }
  const list = known === null ? undefined : preview.data?.changeList
  if (list && writesNothing(list)) {
    return (
      <>
        <p role="status">{text.write.nothing}</p>
        <Link to="/ledger" search={{ inspection: known ?? 0 }} className="button button-primary">
          {text.toLedger}
        </Link>
      </>
    )
  }
  const taken = takenIn(draft)
  const counts = { findings: taken.findings.length, causes: taken.causes.length, measures: taken.measures.length }
  const sentence =
    counts.findings === 0
      ? text.write.empty
      : list
        ? text.write.willChange(countsOfChanges(list.changes, 'create'), countsOfChanges(list.changes, 'update'))
        : known === null
          ? text.write.willCreate(counts)
          : text.write.comparing
  return (
    <>
      <p className="quiet figure">{sentence}</p>
      <Button look="primary" refusal={counts.findings === 0 ? text.write.empty : null} onClick={onWrite}>
        {text.write.act}
      </Button>
    </>
  )
}
