/** Where the record of a message is shown. */
import type { Message } from './message-queries.ts'

export type RecordAddress =
  | { to: '/measures/$id' | '/findings/$id' | '/papers/$id' | '/inspections/$id'; params: { id: string } }
  | { to: '/plan' }

/** Null for what has no page of its own. */
export function addressOf({ kind, recordKind, recordId }: Message): RecordAddress | null {
  const params = { id: String(recordId) }
  if (kind.startsWith('plan.')) return { to: '/plan' }
  if (recordKind === 'measure') return { to: '/measures/$id', params }
  if (recordKind === 'finding') return { to: '/findings/$id', params }
  if (recordKind === 'paper') return { to: '/papers/$id', params }
  return recordKind === 'inspection' ? { to: '/inspections/$id', params } : null
}
