/** A tenant makes a register, or changes one: a new version, and entries stay readable under theirs. */
import type { z } from 'zod'
import { sightOf } from '../core/access/policy.ts'
import type { registerViewSchema } from '../core/api/registers.ts'
import { Refusal } from '../core/refusal.ts'
import { countsOf } from '../core/registers/counts-of.ts'
import type { Register } from '../core/registers/definition.ts'
import { definitionProblems } from '../core/registers/own-registers.ts'
import { registersInForce, shippedRegister } from '../core/registers/registers-in-force.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Stores, Visitor } from './ports.ts'
import { viewOf } from './read-entry.ts'
import { recountCited } from './recount-cited.ts'
import { registersIn, theRegister } from './registers-in-force.ts'
import { clock } from './write-entries.ts'

type View = z.infer<typeof registerViewSchema>

/** @throws Refusal `register.invalid`, `register.keyTaken` */
export const makeRegister = (
  outside: Outside,
  visitor: Visitor | null,
  { definition, submissionId }: { definition: Register; submissionId: string },
): Promise<View> => define(outside, visitor, definition, null, submissionId)

/** @throws Refusal `register.invalid`, `record.notFound`, `record.changedMeanwhile` */
export const changeRegister = (
  outside: Outside,
  visitor: Visitor | null,
  key: string,
  { definition, version, submissionId }: { definition: Register; version: number; submissionId: string },
): Promise<View> => define(outside, visitor, { ...definition, key }, version, submissionId)

/** @param shown the version that the page showed; null for a new register */
async function define(
  { data, now }: Outside,
  visitor: Visitor | null,
  wanted: Register,
  shown: number | null,
  submissionId: string,
): Promise<View> {
  const actor = permit(visitor, 'register.define')
  const at = now()
  const submission = { id: submissionId, act: `register.define ${wanted.key}`, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      await stores.registers.lock(wanted.key)
      const registers = await registersIn(stores)
      const before = registers.get(wanted.key) ?? null
      await refuseStale(stores, wanted.key, before, shown)
      const next: Register = { ...wanted, version: (before?.version ?? 0) + 1 }
      await judge(stores, next, before, new Set(registers.keys()))
      await stores.registers.define(next, actor.personId, at)
      const event = eventsOf(actor, 'register.define', at)
      await stores.history.append([
        event('register.defined', 'register', actor.tenantId, {
          before: before === null ? null : summary(before),
          after: summary(next),
        }),
      ])
      const inForce = theRegister(registersInForce(await stores.registers.latest()), next.key)
      const recounted = await stores.registers.recount(
        inForce,
        ({ kind, values, counts, aggregate }) => countsOf(inForce, kind, values, aggregate === null ? null : counts),
        at,
      )
      await recountCited(stores, recounted, event)
      return viewOf(inForce)
    }),
  )
}

const summary = ({ key, version, name, fields, kinds, counts }: Register): Record<string, unknown> => ({
  register: key,
  version,
  name: name.zh,
  fields: Object.fromEntries(
    Object.entries(fields).map(([field, { name: called, type }]) => [field, `${called.zh} ${type}`]),
  ),
  kinds: kinds === null ? null : Object.values(kinds).map(({ zh }) => zh),
  counts: Object.values(counts).map(({ name: called }) => called.zh),
})

async function refuseStale(
  { registers }: Stores,
  key: string,
  before: Register | null,
  shown: number | null,
): Promise<void> {
  if (shown === null) {
    if (before !== null) throw new Refusal('register.keyTaken', { key, name: before.name, field: 'key' })
    return
  }
  if (before === null) throw new Refusal('record.notFound')
  if (before.version === shown) return
  const last = await registers.lastChange(key)
  throw new Refusal('record.changedMeanwhile', { who: last?.who ?? '', at: last === null ? '' : clock(last.at) })
}

async function judge(
  stores: Stores,
  next: Register,
  before: Register | null,
  registers: ReadonlySet<string>,
): Promise<void> {
  const held =
    before === null
      ? { entries: false, fields: new Set<string>(), kinds: new Set<string>(), options: new Set<string>() }
      : await stores.registers.held(before)
  const earlier = await stores.registers.versions(next.key)
  const problems = definitionProblems(next, { shipped: shippedRegister(next.key), before, earlier, held, registers })
  const [first] = problems
  if (first !== undefined)
    throw new Refusal(
      'register.invalid',
      { count: problems.length, first: first.message, field: first.field },
      problems,
    )
}
