/** What the address of `/checks` says. */
import { type CheckArea, checkAreas } from '../../core/checks/check.ts'

export type ChecksSearch = { tab?: 'gaps' | 'catalogue'; state?: 'dismissed' | 'found'; area?: CheckArea }

export function checksSearchOf({ tab, state, area }: Record<string, unknown>): ChecksSearch {
  const known = checkAreas.find((each) => each === area)
  return {
    ...(tab === 'gaps' || tab === 'catalogue' ? { tab } : {}),
    ...(state === 'dismissed' || state === 'found' ? { state } : {}),
    ...(known ? { area: known } : {}),
  }
}

/** A check as its address names it: with a dot it would look like a file. */
export const addressOfCheck = (id: string): string => id.replace('.', '-')
export const checkOfAddress = (address: string): string => address.replace('-', '.')
