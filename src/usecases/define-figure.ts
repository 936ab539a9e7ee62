/** Gives a figure a name, changes what it counts, or takes it out of use. Each version is kept. */
import { sightOf } from '../core/access/policy.ts'
import type { FigureQuery } from '../core/figures/query.ts'
import { shippedFigures } from '../core/figures/shipped.ts'
import { Refusal } from '../core/refusal.ts'
import type { Words } from '../core/registers/field.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { dictionaryOf, readText, subjectOf } from './understand-figure.ts'

type Definition = {
  name: Words
  text: string
  /** Of the definition that the page showed; 0 for a new one and for one as shipped. */
  version: number
  reason: string | null
  retire: boolean
  submissionId: string
}

/** @throws Refusal `figure.notUnderstood`, `figure.keyTaken`, `record.changedMeanwhile` */
export async function defineFigure(
  outside: Pick<Outside, 'data' | 'now'>,
  visitor: Visitor | null,
  key: string,
  { name, text, version, reason, retire, submissionId }: Definition,
): Promise<{ version: number }> {
  const actor = permit(visitor, 'figure.define')
  const dictionary = await dictionaryOf(outside, actor)
  // What is a day in the text is a day in all that the name will ever say: a name is asked as of a day, not defined so.
  const query: FigureQuery = { ...readText(text, dictionary), asOf: null }
  for (const side of [query.count, query.outOf]) if (side !== null) subjectOf(dictionary, side)
  const at = outside.now()
  const submission = { id: submissionId, act: 'figure.define', personId: actor.personId, at }
  return outside.data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      const held = await stores.figures.lock(key)
      if ((held?.version ?? 0) !== version) {
        if (held !== null && version === 0 && !Object.hasOwn(shippedFigures, key))
          throw new Refusal('figure.keyTaken', { key, field: 'key' })
        throw new Refusal('record.changedMeanwhile', { who: held?.changedBy ?? '', at: held?.changedAt ?? '' })
      }
      const next = { key, version: version + 1, name, query, reason, retired: retire }
      const id = await stores.figures.define(next, actor.personId, at)
      const before = held ?? shippedFigures[key] ?? null
      await stores.history.append([
        eventsOf(actor, 'figure.define', at)('figure.defined', 'figure', id, {
          before: before === null ? null : { name: before.name.zh, query: before.query },
          after: { key, version: version + 1, name: name.zh, query, ...(retire && { retired: true }) },
          reason,
        }),
      ])
      return { version: version + 1 }
    }),
  )
}
