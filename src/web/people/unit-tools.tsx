import { useState } from 'react'
import { type Answer, call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { peopleChanged } from './people-queries.ts'
import { texts } from './texts.ts'
import { UnitDialog } from './unit-dialog.tsx'
import { useAct } from './use-act.ts'

type Unit = Answer<'GET /api/unit-tree'>[number]
type UnitToolsProps = { units: readonly Unit[]; unit: Unit | null; onMade: (id: number) => void }

/** What can be done to the chosen unit; without one: add the first. */
export function UnitTools({ units, unit, onMade }: UnitToolsProps) {
  const text = useTextOf(texts).people
  const [dialog, setDialog] = useState<'add' | 'edit' | null>(null)
  const { busy, problem, run } = useAct()
  const brothers = units.filter(({ parentId }) => parentId === (unit?.parentId ?? null))
  const at = brothers.findIndex(({ id }) => id === unit?.id)

  const place = (moved: Unit, beforeId: number | null) =>
    run(async () => {
      const { id, name, shortName, parentId } = moved
      await call('PUT /api/units/:id', { params: { id }, body: { name, shortName, parentId, beforeId } })
      await peopleChanged()
      announce(text.unitMoved(name))
    })
  const close = (changed: Unit, closed: boolean) =>
    run(async () => {
      await call('PUT /api/units/:id/closed', { params: { id: changed.id }, body: { closed } })
      await peopleChanged()
      announce(closed ? text.unitClosed(changed.name) : text.unitReopened(changed.name))
    })

  return (
    <div className="unit-tools no-print">
      <Button onClick={() => setDialog('add')}>{unit ? text.addBelow : text.addUnit}</Button>
      {unit ? (
        <>
          <Button onClick={() => setDialog('edit')}>{text.editUnit}</Button>
          {at > 0 ? (
            <Button busy={busy} onClick={() => place(unit, brothers[at - 1]?.id ?? null)}>
              {text.up}
            </Button>
          ) : null}
          {at >= 0 && at < brothers.length - 1 ? (
            <Button busy={busy} onClick={() => place(unit, brothers[at + 2]?.id ?? null)}>
              {text.down}
            </Button>
          ) : null}
          <Button busy={busy} onClick={() => close(unit, unit.closedOn === null)}>
            {unit.closedOn === null ? text.close : text.reopen}
          </Button>
        </>
      ) : null}
      {problem ? <FormProblem>{problem.message}</FormProblem> : null}
      {dialog ? (
        <UnitDialog
          units={units}
          unit={dialog === 'edit' ? unit : null}
          above={dialog === 'add' ? unit : null}
          onClose={() => setDialog(null)}
          onMade={onMade}
        />
      ) : null}
    </div>
  )
}
