import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { useSession } from '../session/use-boot.ts'
import { CiteEntriesDialog } from './cite-entries-dialog.tsx'
import type { EntryRow, RegisterView } from './register-queries.ts'
import { texts } from './texts.ts'
import { WithdrawEntriesDialog } from './withdraw-entries-dialog.tsx'

type EntrySelectionBarProps = {
  register: RegisterView
  chosen: readonly EntryRow[]
  onDone: () => void
}

/** What can be done with the ticked entries. */
export function EntrySelectionBar({ register, chosen, onDone }: EntrySelectionBarProps) {
  const text = useTextOf(texts)
  const navigate = useNavigate()
  const { allowed } = useSession()
  const [open, setOpen] = useState<'withdraw' | 'cite' | null>(null)
  const present = chosen.filter(({ withdrawn }) => !withdrawn)
  const none = present.length === 0 ? text.allWithdrawn : null
  const [only] = chosen
  return (
    <section className="selection-bar no-print" aria-label={text.picked(chosen.length)}>
      <strong className="figure">{text.picked(chosen.length)}</strong>
      {allowed.includes('citation.write') ? (
        <Button refusal={none} onClick={() => setOpen('cite')}>
          {text.cite}
        </Button>
      ) : null}
      {register.write && chosen.length === 1 && only ? (
        <Button
          onClick={() =>
            void navigate({
              to: '/registers/$register/new',
              params: { register: register.key },
              search: { copy: only.id },
            })
          }
        >
          {text.copy}
        </Button>
      ) : null}
      <Button refusal={register.write ? none : text.mayNotWrite} onClick={() => setOpen('withdraw')}>
        {text.withdraw}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {text.unpick}
      </Button>
      {open === 'withdraw' ? (
        <WithdrawEntriesDialog entries={present} onDone={onDone} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'cite' ? <CiteEntriesDialog entries={present} onDone={onDone} onClose={() => setOpen(null)} /> : null}
    </section>
  )
}
