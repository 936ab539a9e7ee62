/** Evidence: a list, files coming in, files going out. */
import type { evidenceContracts } from '../../core/api/evidence.ts'
import { attachEvidence } from '../../usecases/attach-evidence.ts'
import { changeEvidence, withdrawEvidence } from '../../usecases/change-evidence.ts'
import { giveEvidence } from '../../usecases/give-evidence.ts'
import { listEvidence } from '../../usecases/read-evidence.ts'
import type { HandlersOf } from '../handler.ts'
import { sendFile } from '../send-file.ts'
import { arrivalOf } from '../upload.ts'

export const evidenceHandlers: HandlersOf<typeof evidenceContracts> = {
  'GET /api/measures/:id/evidence': ({ outside, visitor, language, settings }, { params }) =>
    listEvidence(outside, visitor, params.id, { language, limitMb: settings.uploadLimitMb }),
  'POST /api/measures/:id/evidence': ({ outside, visitor, language, request, settings }, { params, query }) =>
    attachEvidence(outside, visitor, params.id, () => arrivalOf(request, settings.uploadLimitMb), {
      targetId: query.targetId ?? null,
      submissionId: query.submissionId,
      language,
    }),
  'PUT /api/evidence/:id': ({ outside, visitor, language }, { params, body }) => {
    const { caption, targetId, beforeId } = body
    return changeEvidence(
      outside,
      visitor,
      params.id,
      {
        ...(caption !== undefined && { caption }),
        ...(targetId !== undefined && { targetId }),
        ...(beforeId !== undefined && { beforeId }),
      },
      language,
    )
  },
  'POST /api/evidence/:id/withdraw': ({ outside, visitor, language }, { params, body }) =>
    withdrawEvidence(outside, visitor, params.id, body, language),
  'GET /api/evidence/:id/file': async ({ outside, visitor, language, request, reply }, { params, query }) => {
    const range = request.headers.range
    const fromStart = range === undefined || /^bytes=0-/.test(range)
    const file = await giveEvidence(outside, visitor, params.id, { ...query, fromStart, language })
    await sendFile(request, reply, file)
  },
}
