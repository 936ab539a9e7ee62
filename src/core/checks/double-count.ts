/** The same thing entered twice, or entered again as a sum. */

import type { Need } from './check.ts'
import { defineEachCheck } from './define-project-check.ts'
import { sumOf } from './exact.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import type { RecordFacts } from './project-facts.ts'
import { auditPractice } from './sources.ts'

const defineRecordCheck = defineEachCheck<RecordFacts>()
/** What makes two entries the same thing, or which fields would have to be filled in to say so. */
type Likeness = {
  readonly entry: Pick<RecordFacts['entries']['meeting'][number], 'id' | 'title' | 'on'>
  readonly like: string | null
  readonly needs: readonly Need[]
}

function likeness<V extends object, const K extends keyof V & string>(
  entry: Likeness['entry'] & { readonly register: string; readonly values: V },
  fields: readonly K[],
  ...more: readonly (string | number)[]
): Likeness {
  const known = take(entry, ...fields)
  if (isMissing(known)) return { entry, like: null, needs: known.missing }
  const like = JSON.stringify([entry.register, ...fields.map((field) => known[field]), ...more])
  return { entry, like, needs: [] }
}

const likenesses = ({ replanting, payment, meeting }: RecordFacts['entries']): readonly Likeness[] => [
  ...replanting.map((entry) =>
    likeness(entry, ['on', 'species', entry.values.plants === undefined ? 'area' : 'plants'], entry.values.lot ?? ''),
  ),
  ...payment.map((entry) =>
    likeness(entry, ['paidOn', 'payee', 'amount'], entry.kind ?? '', entry.values.invoiceNumber ?? ''),
  ),
  ...meeting.map((entry) => likeness(entry, ['on', 'topic'], entry.unitId)),
]

export const doubleCountSame = defineRecordCheck({
  id: 'doubleCount.same',
  area: 'doubleCount',
  name: { zh: '同一事项重复登记', en: 'Entered twice' },
  explanation: {
    zh: '同一次补植、同一笔付款、同一次会议登记了两条，数字就会多算。核对后撤回一条，让各项措施引用同一条。',
    en: 'The same planting, payment or meeting twice makes figures too large. Withdraw one; let all measures cite the other.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: { zh: '“{entry}”与另外{count}条内容相同，可能重复登记。', en: '“{entry}” is the same as {count} more.' },
    clear: { zh: '没有内容相同的登记。', en: 'No other entry is the same.' },
  },
  each: ({ entries }) => {
    const all = likenesses(entries)
    return all.map(({ entry, like, needs }) => ({
      entry,
      needs,
      same: all.filter((other) => other.like === like && other.entry.id !== entry.id).map((other) => other.entry),
    }))
  },
  on: ({ entry }) => entry.on,
  one: ({ entry, same, needs }) => {
    if (needs.length > 0) return cannotTell(entry, needs)
    const numbers = { entry: entry.title, count: same.length }
    return same.length > 0 ? flagged(entry, numbers, same) : clear(entry, numbers)
  },
})

export const doubleCountSum = defineRecordCheck({
  id: 'doubleCount.sum',
  area: 'doubleCount',
  name: { zh: '合计数又登记一次', en: 'A sum entered again' },
  explanation: {
    zh: '例如补植27株和1186株已经各登记一条，又登记了一条1213株。合计数由系统计算，不要另外登记。',
    en: 'As when 27 and 1186 plants are entered, and 1213 once more. Sums are worked out, not entered.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '补植{total}株，恰好是另外两条{first}株与{second}株之和。',
      en: '{total} plants are just {first} and {second}, entered already.',
    },
    clear: { zh: '补植{total}株，不是其他登记之和。', en: '{total} plants are no sum of others.' },
  },
  each: ({ entries }) => {
    const counted = entries.replanting.filter(({ values }) => (values.plants ?? 0) > 0 || values.area === undefined)
    return counted.length < 3
      ? []
      : counted.map((entry) => ({ entry, others: counted.filter(({ id }) => id !== entry.id) }))
  },
  on: ({ entry }) => entry.on,
  one: ({ entry, others }) => {
    const total = entry.values.plants
    if (total === undefined) return cannotTell(entry, [lacks('replanting', 'plants', entry)])
    for (const [index, first] of others.entries()) {
      const second = others
        .slice(index + 1)
        .find(({ values }) => sumOf([values.plants ?? 0, first.values.plants ?? 0]) === total)
      if (second !== undefined)
        return flagged(entry, { total, first: first.values.plants, second: second.values.plants }, [first, second])
    }
    return clear(entry, { total })
  },
})
