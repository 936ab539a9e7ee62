/** What the list of accounts is filtered by, as its address says it. */
import { type AccountState, accountStates } from '../../core/account/account-state.ts'

export type AccountSearch = { q?: string; state?: AccountState }
export function accountSearchOf(search: Record<string, unknown>): AccountSearch {
  const state = accountStates.find((one) => one === search.state)
  return {
    ...(typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {}),
    ...(state === undefined ? {} : { state }),
  }
}
