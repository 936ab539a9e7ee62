/** `bihuan user`: accounts and roles, for the operator at the server. Every act is in the history as the operator's. */
import { type Role, roles } from '../core/access/role.ts'
import type { AccountAct } from '../core/api/accounts.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal, refusalSentence } from '../core/refusal.ts'
import { openOutside } from '../main.ts'
import type { Operator } from '../usecases/acting.ts'
import { invitePeople } from '../usecases/invite-people.ts'
import { listAccounts, listSessions } from '../usecases/list-accounts.ts'
import { manageAccount } from '../usecases/manage-account.ts'
import {
  addPersonAsOperator,
  endRoleAsOperator,
  giveRoleAsOperator,
  rolesAsOperator,
} from '../usecases/operate-people.ts'
import type { AccountRow } from '../usecases/ports/accounts.ts'
import type { Outside } from '../usecases/ports.ts'
import { Unusable } from './unusable.ts'
import { type UserAct, userWords } from './user-words.ts'

export type UserOptions = {
  language: Language
  json: boolean
  tenant: number | undefined
  unit: string | undefined
  title: string | undefined
  reason: string | undefined
  inspection: number | undefined
}

type Asked = { outside: Outside; operator: Operator; words: readonly string[]; options: UserOptions }

/** @param words what stands behind the act: who, and for roles which */
export async function runUser(act: UserAct, words: readonly string[], options: UserOptions): Promise<number> {
  const { outside, close } = await openOutside()
  try {
    const operator = { operatorOf: await tenantOf(outside, options) }
    await runs[act]({ outside, operator, words, options })
    return 0
  } catch (error) {
    if (error instanceof Refusal) throw new Unusable(refusalSentence(error.code, error.facts, options.language))
    throw error
  } finally {
    await close()
  }
}

const runs: Readonly<Record<UserAct, (asked: Asked) => Promise<void>>> = {
  async list({ outside, operator, options }) {
    const { accounts } = await listAccounts(outside, operator)
    const text = userWords[options.language]
    const line = (row: AccountRow): string[] => [
      `#${row.person.id}`,
      row.person.name,
      row.unit?.name ?? '',
      row.loginName ?? '',
      text.states[row.state] + (row.lockedUntil === null ? '' : `（${text.locked}）`),
      row.secondFactor ? text.secondFactor : '',
    ]
    say(options, accounts, accounts.map(line))
  },
  async add({ outside, operator, words, options }) {
    const text = userWords[options.language]
    const name = words[0]?.trim()
    if (!name) throw new Unusable(text.needsWho)
    const wish = { name, title: options.title ?? null, unit: options.unit ?? null }
    const id = await addPersonAsOperator(outside, operator, wish)
    say(options, { id, name }, [[text.added(name, id)]])
  },
  invite: (asked) => give(asked, false),
  'reset-password': (asked) => give(asked, true),
  disable: (asked) => manage(asked, 'disable'),
  enable: (asked) => manage(asked, 'enable'),
  unlock: (asked) => manage(asked, 'unlock'),
  'reset-totp': (asked) => manage(asked, 'reset-totp'),
  'end-sessions': (asked) => manage(asked, 'end-sessions'),
  async sessions(asked) {
    const { id } = (await whom(asked)).person
    const sessions = await listSessions(asked.outside, asked.operator, id)
    const lines = sessions.map((each) => [
      `${each.system ?? '?'} ${each.browser ?? '?'}`,
      each.address ?? '',
      each.method,
      each.openedAt,
      each.lastSeenAt,
    ])
    say(asked.options, sessions, lines)
  },
  async roles(asked) {
    const { id } = (await whom(asked)).person
    const held = await rolesAsOperator(asked.outside, asked.operator, id)
    const lines = held.map(({ role, unit, inspectionId, fromOn, toOn }) => [
      role,
      unit ?? '',
      inspectionId === null ? '' : `inspection ${inspectionId}`,
      `${fromOn}–${toOn ?? ''}`,
    ])
    say(asked.options, held, lines)
  },
  async grant(asked) {
    const { outside, operator, options } = asked
    const [{ person }, role] = [await whom(asked), roleOf(asked)]
    const wish = { role, unit: options.unit ?? null, inspectionId: options.inspection ?? null }
    await giveRoleAsOperator(outside, operator, person.id, wish)
    say(options, { id: person.id, ...wish }, [[userWords[options.language].granted(person.name, role)]])
  },
  async revoke(asked) {
    const { outside, operator, options } = asked
    const [{ person }, role] = [await whom(asked), roleOf(asked)]
    const ended = await endRoleAsOperator(outside, operator, person.id, role)
    say(options, { id: person.id, role, ended }, [[userWords[options.language].revoked(person.name, role, ended)]])
  },
}

async function give({ outside, operator, words, options }: Asked, reset: boolean): Promise<void> {
  const text = userWords[options.language]
  if (words.length === 0) throw new Unusable(text.needsWho)
  const { accounts } = await listAccounts(outside, operator)
  const personIds = words.map((word) => find(accounts, word, options.language).person.id)
  const given = await invitePeople(outside, operator, { personIds, reset })
  const lines = given.map(({ person, code, endsAt }) => [text.code(person.name, code, endsAt.slice(0, 10))])
  say(options, given, lines)
}

const accountActs = {
  disable: 'disable',
  enable: 'enable',
  unlock: 'unlock',
  'reset-totp': 'resetSecondFactor',
  'end-sessions': 'endSessions',
} as const satisfies Partial<Record<UserAct, AccountAct>>

async function manage(asked: Asked, act: keyof typeof accountActs): Promise<void> {
  const { outside, operator, options } = asked
  const { person } = await whom(asked)
  await manageAccount(outside, operator, person.id, { act: accountActs[act], reason: options.reason })
  say(options, { id: person.id, act }, [[userWords[options.language].done[act](person.name)]])
}

async function whom({ outside, operator, words, options }: Asked): Promise<AccountRow> {
  const [who] = words
  if (who === undefined) throw new Unusable(userWords[options.language].needsWho)
  return find((await listAccounts(outside, operator)).accounts, who, options.language)
}

function find(accounts: readonly AccountRow[], who: string, language: Language): AccountRow {
  const text = userWords[language]
  const [, number] = /^#(\d+)$/.exec(who) ?? []
  const byLogin = accounts.filter(({ loginName }) => loginName?.toLowerCase() === who.toLowerCase())
  const found =
    number !== undefined
      ? accounts.filter(({ person }) => person.id === Number(number))
      : byLogin.length > 0
        ? byLogin
        : accounts.filter(({ person }) => person.name === who)
  const [only] = found
  if (only === undefined) throw new Unusable(text.nobody(who))
  if (found.length === 1) return only
  const named = found.map(({ person, unit }) => `#${person.id} ${unit?.name ?? ''}`.trim())
  throw new Unusable(text.several(who, named.join(', ')))
}

function roleOf({ words, options }: Asked): Role {
  const role = roles.find((each) => each === words[1])
  if (role === undefined) throw new Unusable(userWords[options.language].needsRole(roles.join(' ')))
  return role
}

async function tenantOf({ data }: Outside, { tenant, language }: UserOptions): Promise<number> {
  const text = userWords[language]
  const tenants = await data.tenants()
  const [first] = tenants
  if (first === undefined) throw new Unusable(text.noTenant)
  const named = tenants.map(({ tenantId, name }) => `${tenantId} ${name}`).join(', ')
  if (tenant === undefined && tenants.length > 1) throw new Unusable(text.whichTenant(named))
  const chosen = tenant === undefined ? first : tenants.find(({ tenantId }) => tenantId === tenant)
  if (chosen === undefined) throw new Unusable(text.whichTenant(named))
  return chosen.tenantId
}

/** As a table with columns apart by two blanks, or as JSON. */
function say({ json, language }: UserOptions, value: unknown, lines: readonly string[][]): void {
  if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
  else if (lines.length === 0) process.stdout.write(`${userWords[language].none}\n`)
  else for (const line of lines) process.stdout.write(`${line.filter((cell) => cell !== '').join('  ')}\n`)
}
