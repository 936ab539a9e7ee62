/** What the page is told about who is signed in. */
import type { z } from 'zod'
import { actions, may } from '../core/access/policy.ts'
import type { sessionSchema } from '../core/api/records.ts'
import { actorOf } from './permit.ts'
import type { Visitor } from './ports.ts'

export type SessionView = z.infer<typeof sessionSchema>

export function sessionView(visitor: Visitor): SessionView {
  const actor = actorOf(visitor)
  return {
    person: { id: visitor.personId, name: visitor.name, loginName: visitor.loginName },
    roles: visitor.roles,
    allowed: actions.filter((action) => may(actor, action).allowed),
    preferences: visitor.preferences,
    csrfToken: visitor.csrfToken,
    pending: visitor.pending,
  }
}
