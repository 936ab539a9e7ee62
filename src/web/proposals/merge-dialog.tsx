import { type FormEvent, useId, useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { SelectField } from '../people/select-field.tsx'
import type { Judged } from './proposal-state.ts'
import { texts } from './texts.ts'

type MergeDialogProps = {
  /** Of the same register, still standing. */
  others: readonly Judged[]
  onMerge: (into: string, adds: boolean) => void
  onClose: () => void
}

/** Two proposals are one: the same act told twice, or two acts whose numbers go together. */
export function MergeDialog({ others, onMerge, onClose }: MergeDialogProps) {
  const text = useTextOf(texts)
  const form = useId()
  const [into, setInto] = useState(others[0]?.proposal.key ?? '')
  const [adds, setAdds] = useState('')
  return (
    <Dialog
      title={text.mergeTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" form={form} look="primary">
            {text.mergeNow}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (into !== '') onMerge(into, adds !== '')
        }}
      >
        <SelectField
          label={text.mergeInto}
          value={into}
          options={others.map(({ proposal, title }) => ({ value: proposal.key, label: title }))}
          onChange={setInto}
        />
        <SelectField
          label={text.mergeHow}
          value={adds}
          options={[
            { value: '', label: text.sameAct },
            { value: 'adds', label: text.otherAct },
          ]}
          onChange={setAdds}
        />
      </form>
    </Dialog>
  )
}
