import { useNavigate } from '@tanstack/react-router'
import { useText } from '../language/language.ts'
import { Popover } from '../parts/popover.tsx'
import { chooseInspection, useChosenInspection } from '../session/chosen-inspection.ts'
import { useBoot } from '../session/use-boot.ts'

/** The inspection worked in, and the way to another one. */
export function InspectionSwitcher() {
  const text = useText()
  const navigate = useNavigate()
  const { inspections } = useBoot()
  const current = useChosenInspection()
  if (!current) return <span className="frame-inspection quiet">{text.frame.noInspection}</span>
  if (inspections.length === 1) return <span className="frame-inspection quiet cut">{current.name}</span>
  return (
    <div className="frame-inspection">
      <Popover
        className="frame-menu"
        label={
          <>
            <span className="visually-hidden">{text.frame.inspections}</span>
            <span className="cut">{current.name}</span> <span aria-hidden="true">▾</span>
          </>
        }
      >
        {(close) =>
          inspections.map((one) => (
            <button
              key={one.id}
              type="button"
              className="sheet-choice"
              aria-current={one.id === current.id}
              onClick={() => {
                chooseInspection(one.id)
                close()
                void navigate({ to: '/ledger', search: { inspection: one.id } })
              }}
            >
              <span>
                {one.name}
                <br />
                <span className="small faint">{text.frame.counts(one.counts.findings, one.counts.measures)}</span>
              </span>
            </button>
          ))
        }
      </Popover>
    </div>
  )
}
