import { useQuery, useQueryClient } from '@tanstack/react-query'
import { upload } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { type Evidence, evidenceChanged, evidenceQuery } from './evidence-query.ts'
import { FileDrop } from './file-drop.tsx'
import { evidenceTexts } from './texts.ts'

type EvidenceDropProps = {
  measureId: number
  /** What the files prove. */
  targetId?: number
  /** Given the pieces as they arrive. */
  onAdded?: (evidence: Evidence[]) => void
}

/** Where the evidence of a measure comes in. */
export function EvidenceDrop({ measureId, targetId, onAdded }: EvidenceDropProps) {
  const text = useTextOf(evidenceTexts).drop
  const client = useQueryClient()
  const limitMb = useQuery(evidenceQuery(measureId)).data?.limitMb ?? 50
  return (
    <FileDrop
      label={text.label}
      limitMb={limitMb}
      added={text.added}
      send={async (file, { key, onPart, signal }) => {
        const { evidence, repeated } = await upload('POST /api/measures/:id/evidence', file, onPart, {
          params: { id: measureId },
          query: { submissionId: key, ...(targetId === undefined ? {} : { targetId }) },
          signal,
        })
        evidenceChanged(client, measureId)
        if (!repeated) onAdded?.([evidence])
        const others = evidence.alsoProves.map(({ number }) => number).join('、')
        return { repeated, words: repeated ? text.repeated : others === '' ? null : text.alsoProves(others) }
      }}
    />
  )
}
