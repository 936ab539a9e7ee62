/** Figures over the register of a million entries: from the tally, with ragged ends, by a field, with its records, as it was. */
import type { Product } from '../e2e/run-product.ts'
import { type Figure, timed } from './figure.ts'
import { load } from './load.ts'
import type { Member } from './sign-in.ts'

const target = '≤ 60 (p95)'
const asked = [
  { name: 'a count of all', text: '会议 次' },
  { name: 'a sum over one kind, whole months', text: '会议 人次 调度会 2022-03 至 2024-06' },
  { name: 'a sum with ragged ends', text: '会议 人次 2021-03-07 至 2024-06-18' },
] as const

/** @param member an officer of one unit @param whole sees all */
export async function measureFigures(product: Product, member: Member, whole: Member): Promise<Figure[]> {
  const found: Figure[] = []
  for (const { name, text } of asked)
    for (const [who, reader] of [
      ['officer of one unit', member],
      ['office', whole],
    ] as const) {
      const url = `${product.url}/api/figures?text=${encodeURIComponent(text)}`
      const { count } = await get<{ count: { value: number } }>(url, reader)
      if (count.value === 0) throw new Error(`${text}: nothing to count with`)
      await load(url, reader.headers, 1, 1)
      const { p95, p50, errors } = await load(url, reader.headers, 1, 4)
      if (errors > 0) throw new Error(`${text}: ${errors} answers were errors; the figures would say nothing`)
      found.push(figure(`figure, ${who}: ${name}, 1 client, p97.5`, p95, target, `p50 ${p50} ms`))
    }
  const text = encodeURIComponent('会议 次 2022')
  const records = `${product.url}/api/figures/records?limit=50&text=${text}`
  found.push(figure('figure, officer: fifty of its records', await timed(() => get(records, member)), null, null))
  const past = `${product.url}/api/figures?asOf=2023-06-30&text=${text}`
  found.push(figure('figure, officer: as of a day of the past', await timed(() => get(past, member)), null, null))
  return found
}

async function get<T>(url: string, { headers }: Member): Promise<T> {
  const answer = await fetch(url, { headers })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

const figure = (name: string, value: number, target: string | null, ratio: string | null): Figure => ({
  part: 'registers',
  name,
  value,
  unit: 'ms',
  target,
  ratio,
})
