import { useSuspenseQuery } from '@tanstack/react-query'
import { type Boot, bootQuery, type Session } from '../boot.ts'

/** The boot value; loaded before any page is shown. */
export const useBoot = (): Boot => useSuspenseQuery(bootQuery).data

/** The session of the signed-in pages. Throws outside of them. */
export function useSession(): Session {
  const { session } = useBoot()
  if (!session) throw new Error('no session on a page that needs one')
  return session
}
