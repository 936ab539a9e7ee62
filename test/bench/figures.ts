/** Figures over the register of a million entries: from the tally, with ragged ends, and a page of the records behind one. */
import type { Product } from '../e2e/run-product.ts'
import type { Figure } from './figure.ts'
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
  for (const { name, text } of asked) {
    const url = `${product.url}/api/figures?text=${encodeURIComponent(text)}`
    found.push(await ofAddress(`figure, officer of one unit: ${name}`, url, member, target))
    found.push(await ofAddress(`figure, office: ${name}`, url, whole, null))
  }
  const records = `${product.url}/api/figures/records?limit=50&text=${encodeURIComponent('会议 次 2022')}`
  found.push(await ofAddress('figure, officer of one unit: fifty of its records', records, member, null))
  return found
}

async function ofAddress(name: string, url: string, reader: Member, target: string | null): Promise<Figure> {
  const { count, sum } = await get<{ count?: { value: number }; sum?: { value: number } }>(url, reader)
  if ((count ?? sum)?.value === 0) throw new Error(`${url}: nothing to count with`)
  await load(url, reader.headers, 1, 1)
  const { p95, p50, errors } = await load(url, reader.headers, 1, 4)
  if (errors > 0) throw new Error(`${url}: ${errors} answers were errors; the figures would say nothing`)
  return {
    part: 'registers',
    name: `${name}, 1 client, p97.5`,
    value: p95,
    unit: 'ms',
    target,
    ratio: `p50 ${p50} ms`,
  }
}

async function get<T>(url: string, { headers }: Member): Promise<T> {
  const answer = await fetch(url, { headers })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
