import { call } from '../api.ts'
import { bootQuery, queryClient, type Session } from '../boot.ts'
import { setLanguage, textNow } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { setTextSize } from './text-size.ts'

type Preferences = Session['preferences']

/**
 * Shows the choice at once and stores it with the account; when that fails it says so, and the page keeps the choice.
 * @returns true once it is stored
 */
export async function changePreferences(change: Partial<Preferences>): Promise<boolean> {
  if (change.language) setLanguage(change.language)
  if (change.textSize) setTextSize(change.textSize)
  const boot = queryClient.getQueryData(bootQuery.queryKey)
  if (!boot?.session) return false
  const preferences = { ...boot.session.preferences, ...change }
  queryClient.setQueryData(bootQuery.queryKey, { ...boot, session: { ...boot.session, preferences } })
  try {
    await call('PUT /api/me/preferences', { body: preferences })
    return true
  } catch (problem) {
    announce(textNow().frame.notSaved(problem instanceof Error ? problem.message : ''), { problem: true })
    return false
  }
}
