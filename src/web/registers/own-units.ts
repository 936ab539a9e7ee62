import type { Session } from '../boot.ts'
import type { RegisterView } from './register-queries.ts'

type Named = { id: number; name: string }

/** For which units somebody may keep entries: the office for any (null), others for those they work in. */
export function writableUnits({ roles }: Session, register: Pick<RegisterView, 'writers'>): Named[] | null {
  if (roles.some(({ role }) => role === 'office')) return null
  if (register.writers === 'office') return []
  const own = new Map<number, Named>()
  for (const { role, unit } of roles) if (unit && (role === 'officer' || role === 'unitHead')) own.set(unit.id, unit)
  return [...own.values()]
}

/** The unit to begin with. */
export const ownUnit = ({ roles }: Session): Named | null => roles.find(({ unit }) => unit !== null)?.unit ?? null
