/** Accounts as the administrator's page has them. */
import type { Answer } from '../api.ts'

export type AccountRow = Answer<'GET /api/accounts'>['accounts'][number]
export type Invitation = Answer<'POST /api/accounts/invitations'>['invitations'][number]
export type AccountAct =
  | 'invite'
  | 'inviteAgain'
  | 'reset'
  | 'disable'
  | 'enable'
  | 'unlock'
  | 'requirePasswordChange'
  | 'resetSecondFactor'
  | 'endSessions'

/** States in which a code may be given without taking anything away. */
export const invitable = ({ state }: AccountRow): boolean =>
  state === 'none' || state === 'invited' || state === 'lapsed'
