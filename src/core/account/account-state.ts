/** In which state somebody's account is, as lists show it. */

/**
 * `none`: no account and no invitation. `invited`: whoever has the code can open the account or choose a new password.
 * `lapsed`: the invitation ran out unused. `mustChange`: signed in, only a new password can be chosen.
 */
export const accountStates = ['none', 'invited', 'lapsed', 'active', 'mustChange', 'disabled'] as const
export type AccountState = (typeof accountStates)[number]

/** Kept in place of a hash while there is no password: it fits none. */
export const noPassword = 'none'

export type AccountFacts = {
  hasAccount: boolean
  hasPassword: boolean
  disabled: boolean
  mustChange: boolean
  /** End of an invitation that was not used. */
  invitationEndsAt: Date | null
}

export function accountState(facts: AccountFacts, now: Date): AccountState {
  if (facts.disabled) return 'disabled'
  if (facts.hasAccount && facts.hasPassword) return facts.mustChange ? 'mustChange' : 'active'
  if (facts.invitationEndsAt === null) return 'none'
  return facts.invitationEndsAt > now ? 'invited' : 'lapsed'
}
