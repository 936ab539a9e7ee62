import { useQuery } from '@tanstack/react-query'
import type { FigureQuery } from '../../core/figures/query.ts'
import { useTextOf } from '../language/language.ts'
import type { RegisterView } from '../registers/register-queries.ts'
import { listOf, type RegisterSearch, whereOf } from '../registers/register-search.ts'
import { FigureChip } from './figure-chip.tsx'
import { figureQuery } from './figure-queries.ts'
import { texts } from './texts.ts'
import './figure.css'

type Counting = FigureQuery['count']
/** More would say less. */
const most = 3

/** What the entries of a list come to, with the definition: `合计 1213 株，去重；已含在汇总内的 12 条未重复计`. */
export function SumLine({ register, search }: { register: RegisterView; search: RegisterSearch }) {
  const text = useTextOf(texts)
  const counting = countingOf(register, search)
  if (counting === null) return <p className="sum-line quiet small">{text.filtersNotSummed}</p>
  const asks = Object.keys(register.counts)
    .slice(0, most)
    .map((count) => ({ query: JSON.stringify({ count: { ...counting, count } }) }))
  const [first] = asks
  return (
    <p className="sum-line">
      <span className="quiet">{text.total}</span>
      {asks.map((ask) => (
        <FigureChip key={ask.query} ask={ask} />
      ))}
      {first ? <Notes query={first.query} /> : null}
    </p>
  )
}

function Notes({ query }: { query: string }) {
  const text = useTextOf(texts)
  const { data, isPending } = useQuery(figureQuery({ query }))
  if (!data) return <span className="quiet small">{isPending ? text.summing : ''}</span>
  const { covered, cut, undated } = data.count
  const notes = [
    ...(covered > 0 ? [text.covered(covered)] : []),
    ...(cut > 0 ? [text.cut(cut)] : []),
    ...(undated > 0 ? [text.undated(undated)] : []),
    ...(data.seen === 'own' ? [text.own] : []),
  ]
  return <span className="quiet small sum-notes">{[data.definition, ...notes].join(' ')}</span>
}

/** The filters of the list as what is counted; null where they say more than a figure can. */
function countingOf({ key, fields }: RegisterView, search: RegisterSearch): Partial<Counting> | null {
  if (search.q || search.withdrawn) return null
  const where: Record<string, string[]> = {}
  for (const [field, way, value] of whereOf(search.where)) {
    const type = fields[field]?.type
    if (way !== 'is' || (type !== 'choice' && type !== 'flag')) return null
    where[field] = [...(where[field] ?? []), String(value)]
  }
  return {
    of: key,
    kinds: listOf(search.kind),
    units: listOf(search.unit).map(Number),
    projects: search.project === undefined ? [] : [search.project],
    // Days of the address were read as such; the server reads them again.
    period:
      search.from === undefined && search.to === undefined
        ? null
        : ({ from: search.from ?? null, to: search.to ?? null } as Counting['period']),
    where,
  }
}
