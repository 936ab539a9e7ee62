import { EditCauseDialog } from './edit-cause-dialog.tsx'
import { EditFindingDialog } from './edit-finding-dialog.tsx'
import { EditMeasureDialog } from './edit-measure-dialog.tsx'

/** Which editor is open, and on what; `id` null for a new record. */
export type OpenRecord = {
  record: 'finding' | 'cause' | 'measure'
  id: number | null
  findingId?: number
}

export function RecordDialog({ open, onClose }: { open: OpenRecord; onClose: () => void }) {
  const under = open.findingId === undefined ? {} : { findingId: open.findingId }
  switch (open.record) {
    case 'finding':
      return <EditFindingDialog findingId={open.id} onClose={onClose} />
    case 'cause':
      return <EditCauseDialog causeId={open.id} {...under} onClose={onClose} />
    case 'measure':
      return <EditMeasureDialog measureId={open.id} {...under} onClose={onClose} />
  }
}
