/** When entries can be cited from a record, and when citations stay as they are. */
import type { RefusalCode } from '../refusal.ts'

/** A measure or finding as far as its citations depend on it. */
export type CitingRecord = {
  kind: 'measure' | 'finding'
  id: number
  inspectionId: number
  /** Whom it concerns (`policy.ts`). */
  audiences: number[]
  /** Of a measure signed off or unsubstantiated, a finding signed off: its file is closed. */
  closed: boolean
  cycle: number
}

type Cited = {
  cycle: number
  withdrawn: boolean
  /** The unit's head endorsed an application while it was there. */
  endorsed: boolean
}

/** Why nothing can be cited; null when it can. Long-term measures go on being proved. */
export const refusesCiting = ({ closed, kind }: CitingRecord): RefusalCode | null =>
  closed ? (kind === 'measure' ? 'citation.measureClosed' : 'citation.findingClosed') : null

/** Why a citation stays: it belongs to an earlier cycle, or to what was endorsed. */
export function refusesRemoval(record: CitingRecord, citation: Cited): RefusalCode | null {
  if (citation.cycle !== record.cycle) return 'citation.frozen'
  return refusesCiting(record) ?? (citation.endorsed ? 'citation.endorsed' : null)
}
