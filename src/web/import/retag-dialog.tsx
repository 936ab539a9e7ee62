import { useState } from 'react'
import type { DraftFinding } from '../../core/ledger/draft.ts'
import type { Edit } from '../../core/ledger/edit.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { texts } from './texts.ts'
import './dialogs.css'

type Kind = Extract<Edit, { do: 'retag' }>['as']
const kinds: readonly Kind[] = ['measure', 'cause', 'original', 'finding']

type RetagDialogProps = {
  recordKey: string
  label: string
  now: 'finding' | 'cause' | 'measure'
  /** Finding of the card that the record was selected in. */
  under: string
  findings: readonly DraftFinding[]
  onEdit: (edit: Edit) => void
  onClose: () => void
}

/** A dialog gives its focus to what carries this attribute, which React itself does not write. */
const firstFocus = (element: HTMLElement | null): void => element?.setAttribute('autofocus', '')

/** Says that a record is something else, or stands under another finding. */
export function RetagDialog({ recordKey, label, now, under, findings, onEdit, onClose }: RetagDialogProps) {
  const text = useTextOf(texts).retag
  const [to, setTo] = useState(under)
  const first = now === 'finding' && findings[0]?.key === recordKey
  return (
    <Dialog title={text.title} onClose={onClose}>
      <p className="retag-record quiet">{label}</p>
      <div className="retag-kinds">
        {kinds.map((kind) => (
          <Button
            key={kind}
            aria-pressed={kind === now}
            {...(kind === now ? { ref: firstFocus } : {})}
            refusal={first && kind !== 'finding' ? text.onlyFinding : null}
            onClick={() => (kind === now ? onClose() : onEdit({ do: 'retag', key: recordKey, as: kind }))}
          >
            {text[kind]}
            {kind === now ? <span className="faint small">{text.now}</span> : null}
          </Button>
        ))}
      </div>
      {now === 'finding' ? null : (
        <>
          <p className="small faint">
            {text.finding}：{text.findingNote}
          </p>
          <div className="retag-move">
            <label>
              <span>{text.move}</span>
              <select className="text-input" value={to} onChange={(event) => setTo(event.target.value)}>
                {findings.map((finding) => (
                  <option key={finding.key} value={finding.key}>
                    {finding.number} {finding.heading}
                  </option>
                ))}
              </select>
            </label>
            <Button onClick={() => (to === under ? onClose() : onEdit({ do: 'move', key: recordKey, to }))}>
              {text.moveAct}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
