/** The pages that the frame leads to, by what a person may ask for, and the one to begin with. */
import type { Action } from '../../core/access/policy.ts'
import type { Role } from '../../core/access/role.ts'
import type { Session } from '../boot.ts'
import type { frameTexts } from './texts.ts'

export type EntryKey = keyof typeof frameTexts.zh.entries
export type Entry = { key: EntryKey; path: string; action: Action; roles?: readonly Role[]; under?: RegExp }

/** In the order in which they stand. `roles`: whom it is for, where more may ask. `under`: pages that belong to it. */
const entries: readonly Entry[] = [
  { key: 'week', path: '/week', action: 'week.read' },
  { key: 'leader', path: '/leader', action: 'leader.read' },
  { key: 'board', path: '/board', action: 'board.read', roles: ['office', 'leadingGroup', 'inspector', 'unitHead'] },
  {
    key: 'approvals',
    path: '/approvals',
    action: 'approval.list',
    roles: ['office', 'leadingGroup', 'inspector', 'unitHead', 'leader'],
  },
  { key: 'ledger', path: '/ledger', action: 'ledger.read', under: /^\/(?:ledger|findings|measures)\b/ },
  { key: 'registers', path: '/registers', action: 'register.read', under: /^\/(?:registers|entries)\b/ },
  { key: 'projects', path: '/projects', action: 'project.read', under: /^\/(?:projects|look-backs)\b/ },
  { key: 'checks', path: '/checks', action: 'check.read', roles: ['office', 'leadingGroup', 'inspector', 'unitHead'] },
  { key: 'figures', path: '/figures', action: 'figure.read', roles: ['office', 'leadingGroup', 'inspector'] },
  { key: 'calculators', path: '/calculators', action: 'project.read' },
  { key: 'plan', path: '/plan', action: 'plan.read', under: /^\/(?:plan|inspections)\b/ },
  { key: 'imports', path: '/imports', action: 'import.read', under: /^\/(?:imports|welcome)\b/ },
  {
    key: 'messages',
    path: '/messages',
    action: 'account.changeOwn',
    roles: ['office', 'leadingGroup', 'inspector', 'unitHead', 'leader', 'officer'],
  },
  { key: 'people', path: '/admin/people', action: 'person.read', under: /^\/admin\/(?:people|roles|policy)\b/ },
  { key: 'accounts', path: '/admin/accounts', action: 'account.list' },
  { key: 'security', path: '/admin/security', action: 'security.change' },
  { key: 'papers', path: '/papers', action: 'paper.act', under: /^\/(?:papers|accountability)\b/ },
  { key: 'calendar', path: '/calendar', action: 'calendar.edit' },
  { key: 'audit', path: '/audit', action: 'audit.read' },
]

/** @param exists whether there is such a page in this build */
export function entriesOf({ allowed, roles }: Session, exists: (path: string) => boolean): Entry[] {
  return entries.filter(
    (entry) =>
      exists(entry.path) &&
      allowed.includes(entry.action) &&
      (entry.roles === undefined || roles.some(({ role }) => entry.roles?.includes(role))),
  )
}

export const isUnder = ({ path, under }: Entry, pathname: string): boolean =>
  under?.test(pathname) ?? (pathname === path || pathname.startsWith(`${path}/`))

/** Where each role begins. The first role in this order that somebody holds in person decides. */
const homes: readonly (readonly [Role, EntryKey])[] = [
  ['office', 'board'],
  ['leadingGroup', 'approvals'],
  ['leader', 'leader'],
  ['unitHead', 'approvals'],
  ['inspector', 'ledger'],
  ['officer', 'week'],
  ['auditAdmin', 'audit'],
  ['systemAdmin', 'accounts'],
  ['securityAdmin', 'security'],
]

/** The entry to begin with; null when there is none for this person. */
export function homeOf(session: Session, exists: (path: string) => boolean): Entry | null {
  const shown = entriesOf(session, exists)
  const own = session.roles.filter(({ onBehalfOf }) => onBehalfOf === null)
  for (const held of [own, session.roles])
    for (const [role, key] of homes) {
      const entry = held.some((one) => one.role === role) ? shown.find((one) => one.key === key) : undefined
      if (entry) return entry
    }
  return shown[0] ?? null
}
