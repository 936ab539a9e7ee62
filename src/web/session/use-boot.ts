import { useSuspenseQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { type Boot, bootQuery, type Session } from '../boot.ts'

/** The boot value; loaded before any page is shown. */
export const useBoot = (): Boot => useSuspenseQuery(bootQuery).data

/** Given by the frame, which shows nothing once the session is gone: no page inside is ever drawn without one. */
export const SessionContext = createContext<Session | null>(null)

/** The session of the signed-in pages. Throws outside of them. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session on a page that needs one')
  return session
}
