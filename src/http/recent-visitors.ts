/**
 * Who a token belongs to, remembered for a moment: a page asks for several things at once, and people who scroll ask
 * many times a second. A session that is closed or changed here is forgotten at once; one changed by another process
 * is noticed after two seconds.
 */
import type { Outside, Visitor } from '../usecases/ports.ts'

const rememberedMs = 2000
const most = 10_000

export type RecentVisitors = {
  /** @param fresh asks the database whatever is remembered: for writes */
  find(tenantId: number, token: string, fresh: boolean): Promise<Visitor | null>
  forget(token: string): void
  /** After what may have ended or changed other people's sessions. */
  forgetAll(): void
}

export function recentVisitors({ data, secrets, now }: Outside): RecentVisitors {
  const held = new Map<string, { visitor: Visitor; tenantId: number; until: number }>()
  return {
    async find(tenantId, token, fresh) {
      const at = now()
      const known = held.get(token)
      if (!fresh && known !== undefined && known.tenantId === tenantId && known.until > at.getTime())
        return known.visitor
      held.delete(token)
      const visitor = await data.read.visitor(tenantId, secrets.digest(token), at)
      if (visitor !== null && !fresh) {
        if (held.size >= most) held.clear()
        held.set(token, { visitor, tenantId, until: at.getTime() + rememberedMs })
      }
      return visitor
    },
    forget: (token) => held.delete(token),
    forgetAll: () => held.clear(),
  }
}
