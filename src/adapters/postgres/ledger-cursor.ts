/**
 * Where a page of the ledger ended: the sort keys of its last row. It is opaque to the reader and checked when it comes
 * back; it can only name a place in what the reader may see anyhow, so it needs no signature.
 */
import { z } from 'zod'
import { parseDay } from '../../core/deadline/day.ts'
import { Refusal } from '../../core/refusal.ts'

const whole = z.number().int().min(-1).max(Number.MAX_SAFE_INTEGER)
const key = z.string().max(300)
const dueKey = z.string().refine((text) => text === 'infinity' || parseDay(text) !== null)

/** By order of rows: keys as in its index. `tree`: finding's key and id, section, position, record id. */
const shapes = {
  number: z.tuple([key, whole]),
  due: z.tuple([dueKey, whole]),
  unit: z.tuple([whole, key, whole]),
  status: z.tuple([whole, key, whole]),
  tree: z.tuple([key, whole, whole, whole, whole]),
} as const

export type Order = keyof typeof shapes
export type CursorOf<O extends Order> = z.infer<(typeof shapes)[O]>

export const writeCursor = (order: Order, descending: boolean, keys: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify([order, descending, ...keys])).toString('base64url')

/** @throws Refusal `ledger.badCursor` for anything that this order did not write */
export function readCursor<O extends Order>(order: O, descending: boolean, cursor: string): CursorOf<O> {
  const refusal = new Refusal('ledger.badCursor')
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw refusal
  }
  if (!Array.isArray(value) || value[0] !== order || value[1] !== descending) throw refusal
  const read = shapes[order].safeParse(value.slice(2))
  if (!read.success) throw refusal
  return read.data as CursorOf<O>
}
