/** How far a measure is where its target can be counted: bar and figures. */
import type { Light } from '../../core/deadline/light.ts'

type ProgressProps = { reached: number | null; goal: number; unit: string | null; light: Light }

export function Progress({ reached, goal, unit, light }: ProgressProps) {
  const part = goal > 0 ? Math.min(1, (reached ?? 0) / goal) : 0
  return (
    <span className="progress">
      <span className="progress-bar" aria-hidden="true">
        <span className={`progress-part progress-${light}`} style={{ width: `${part * 100}%` }} />
      </span>
      <span className="figure">{reached ?? 0}</span>
      <span className="faint small figure">
        / {goal} {unit ?? ''}
      </span>
    </span>
  )
}
