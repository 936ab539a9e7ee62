import { useQuery } from '@tanstack/react-query'
import { FindingActDialog } from '../finding/finding-act-dialog.tsx'
import { ActDialog } from '../measure/act-dialog.tsx'
import { DecisionDialog } from '../measure/decision-dialog.tsx'
import { findingQuery, measureQuery } from '../record/record-queries.ts'
import { type Approval, agreeing, refusing } from './approval.ts'

type ApprovalDialogProps = { approval: Approval; refuse: boolean; onClose: () => void; onDone: () => void }

/** The form that belongs to the decision: the same as on the record's own page. */
export function ApprovalDialog({ approval, refuse, onClose, onDone }: ApprovalDialogProps) {
  const { measure, finding, request } = approval
  const read = useQuery({ ...measureQuery(measure?.id ?? 0), enabled: measure !== null }).data
  const found = useQuery({ ...findingQuery(finding?.id ?? 0), enabled: measure === null && finding !== null }).data
  const todo = refuse ? refusing(approval) : agreeing(approval)
  const shared = { onClose, onDone }
  if (todo?.kind === 'act' && read) return <ActDialog measure={read} act={todo.act} {...shared} />
  if (todo?.kind === 'decision' && request && measure)
    return <DecisionDialog request={request} measure={measure} decision={todo.decision} {...shared} />
  return todo?.kind === 'finding' && found ? <FindingActDialog finding={found} act={todo.act} {...shared} /> : null
}
