/**
 * What an import would write: shown before it is applied, and the same value is then applied in one transaction.
 * The comparison only adds and corrects. It never removes a record or a link, never empties a field, and leaves alone
 * what is agreed after the import (kind, deadline and target of a measure that has them).
 */
import { z } from 'zod'
import type { DraftCause, DraftFinding, DraftMeasure, LedgerDraft } from './draft.ts'
import type { ExistingCause, ExistingFinding, ExistingLedger, ExistingMeasure } from './existing-ledger.ts'
import { matchFindings, matchUnderFindings } from './match-records.ts'
import { takenIn } from './taken-in.ts'

export const recordKinds = ['finding', 'cause', 'measure'] as const

export const changeSchema = z.object({
  record: z.enum(recordKinds),
  /** Key of the draft. */
  key: z.string(),
  act: z.enum(['create', 'update', 'same', 'leftOut']),
  /** Existing record that it matches, for `update` and `same`. */
  id: z.number().int().nullable(),
  label: z.string(),
  /** Field by field for `update`. */
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
export type Change = z.infer<typeof changeSchema>

export const changeListSchema = z.object({
  changes: z.array(changeSchema),
  /** Links to add: measure or cause → finding, by draft keys. */
  links: z.array(z.object({ from: z.string(), to: z.string(), act: z.enum(['create', 'same']) })),
  /** Records of the inspection that the text does not mention: never touched, only counted. */
  untouched: z.object({ findings: z.number().int(), causes: z.number().int(), measures: z.number().int() }),
})
export type ChangeList = z.infer<typeof changeListSchema>

/** Compares a draft with the ledger of one inspection. Time is about linear in the records of both. */
export function changeListOf(draft: LedgerDraft, existing: ExistingLedger): ChangeList {
  const taken = takenIn(draft)
  const findings = matchFindings(taken, existing)
  const causes = matchUnderFindings(taken.causes, existing.causes, findings)
  const measures = matchUnderFindings(taken.measures, existing.measures, findings)
  return {
    changes: [
      ...changes('finding', draft.findings, taken.findings, findings, findingFields),
      ...changes('cause', draft.causes, taken.causes, causes, textFields),
      ...changes('measure', draft.measures, taken.measures, measures, measureFields),
    ],
    links: [...links(taken.causes, causes, findings), ...links(taken.measures, measures, findings)],
    untouched: {
      findings: untouched(existing.findings, findings),
      causes: untouched(existing.causes, causes),
      measures: untouched(existing.measures, measures),
    },
  }
}

type Fields = Change['fields']
type Item = DraftFinding | DraftCause | DraftMeasure

function changes<D extends Item, R extends { id: number }>(
  record: Change['record'],
  items: readonly D[],
  taken: readonly D[],
  matches: ReadonlyMap<string, R>,
  compare: (item: D, match: R) => Fields,
): Change[] {
  const takenKeys = new Set(taken.map(({ key }) => key))
  const compared = new Set<number>()
  return items.map((item) => {
    const { key } = item
    const label = labelOf(item)
    const match = matches.get(key)
    if (!takenKeys.has(key)) return { record, key, act: 'leftOut', id: null, label, fields: [] }
    if (!match) return { record, key, act: 'create', id: null, label, fields: [] }
    // Several places of a text may be told by one record: the first of them speaks for it.
    const fields = compared.has(match.id) ? [] : compare(item, match)
    compared.add(match.id)
    return { record, key, act: fields.length > 0 ? 'update' : 'same', id: match.id, label, fields }
  })
}

function labelOf(item: Item): string {
  const label = 'heading' in item ? `${item.number} ${item.heading}` : item.text
  return label.length > 80 ? `${label.slice(0, 79)}…` : label
}

/** `after` as a change of `before`; nothing when they agree or the text has nothing to say. */
function field(name: string, before: string | null, after: string | null): Fields {
  return after === null || after === before ? [] : [{ field: name, before, after }]
}

/** Like {@link field}, for what is agreed after the import: only filled, never changed. */
function filled(name: string, before: string | null, after: string | null): Fields {
  return before === null ? field(name, before, after) : []
}

const findingFields = (item: DraftFinding, match: ExistingFinding): Fields => [
  ...field('number', match.number, item.number),
  ...field('heading', match.heading, item.heading),
  ...field('original', match.original, item.original),
  ...field('aspect', match.aspect, item.aspect),
  ...field('status', match.status?.text ?? null, item.status?.text ?? null),
]

const textFields = (item: DraftCause, match: ExistingCause): Fields => field('text', match.text, item.text)

const measureFields = (item: DraftMeasure, match: ExistingMeasure): Fields => [
  ...field('text', match.text, item.text),
  ...field('documents', listed(match.documents), listed(item.documents)),
  ...filled('kind', match.kind, item.kind),
  ...filled('duePhrase', match.duePhrase, item.duePhrase),
  ...filled('dueOn', match.dueOn, item.dueOn),
  ...filled('target', amount(match.target), amount(item.target)),
]

const listed = (titles: readonly string[]): string | null =>
  titles.length > 0 ? titles.map((title) => `《${title}》`).join('') : null
const amount = (target: DraftMeasure['target']): string | null => target && `${target.quantity} ${target.unit}`

function links(
  items: readonly (DraftCause | DraftMeasure)[],
  matches: ReadonlyMap<string, ExistingCause | ExistingMeasure>,
  findings: ReadonlyMap<string, ExistingFinding>,
): ChangeList['links'] {
  return items.flatMap(({ key, findings: under }) =>
    under.map((to) => {
      const id = findings.get(to)?.id
      const held = id !== undefined && matches.get(key)?.findingIds.includes(id) === true
      return { from: key, to, act: held ? ('same' as const) : ('create' as const) }
    }),
  )
}

function untouched<R extends { id: number }>(records: readonly R[], matches: ReadonlyMap<string, R>): number {
  return records.length - new Set([...matches.values()].map(({ id }) => id)).size
}
