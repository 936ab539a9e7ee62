/** Figures that have a name, with what they count in words. */
import type { z } from 'zod'
import { may } from '../core/access/policy.ts'
import type { namedFigureSchema } from '../core/api/figures.ts'
import { definitionOf } from '../core/figures/definition-of.ts'
import { writeFigure } from '../core/figures/write-figure.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { refusalSentence } from '../core/refusal.ts'
import { namedFigures } from './named-figures.ts'
import { permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { dictionaryOf } from './understand-figure.ts'

export async function listFigures(
  outside: Pick<Outside, 'data' | 'now'>,
  visitor: Visitor | null,
  language: Language,
): Promise<{
  figures: z.infer<typeof namedFigureSchema>[]
  define: { allowed: boolean; reason: string | null }
}> {
  const actor = permit(visitor, 'figure.read')
  const [figures, dictionary] = await Promise.all([namedFigures(outside, actor), dictionaryOf(outside, actor)])
  const given = may(actor, 'figure.define')
  return {
    figures: figures.map(({ stored, ...figure }) => ({
      ...figure,
      text: writeFigure(figure.query, dictionary, language),
      definition: definitionOf(figure.query, dictionary)[language],
      changed: stored === null ? null : { by: stored.changedBy, at: stored.changedAt, reason: stored.reason },
    })),
    define: {
      allowed: given.allowed,
      reason: given.allowed ? null : refusalSentence(`access.${given.reason}`, {}, language),
    },
  }
}
