/** A request for a part of a ledger, read from an address: lists taken apart, unknown values refused. */
import type { z } from 'zod'
import type { ledgerQuerySchema, ledgerSorts, ledgerViews } from '../api/ledger-records.ts'
import { type Light, lights } from '../deadline/light.ts'
import { type MeasureKind, type MeasureStatus, measureKinds, measureStatuses } from '../measure/status.ts'
import { Refusal } from '../refusal.ts'

export type LedgerQuery = {
  inspectionId: number
  view: (typeof ledgerViews)[number]
  statuses: MeasureStatus[]
  lights: Light[]
  kinds: MeasureKind[]
  unitIds: number[]
  aspects: string[]
  dueFrom: string | null
  dueTo: string | null
  withoutEvidence: boolean
  words: string[]
  sort: (typeof ledgerSorts)[number]
  descending: boolean
  cursor: string | null
  limit: number
}

/**
 * @param query as validated by the route's schema
 * @throws Refusal `request.invalid` naming the value that is not known
 */
export function ledgerQueryOf(query: z.infer<typeof ledgerQuerySchema>): LedgerQuery {
  return {
    inspectionId: query.inspection,
    view: query.view,
    statuses: known('status', query.status, measureStatuses),
    lights: known('light', query.light, lights),
    kinds: known('kind', query.kind, measureKinds),
    unitIds: list(query.unit).map((text) => {
      if (!/^[1-9]\d{0,14}$/.test(text)) throw unknown('unit', text)
      return Number(text)
    }),
    aspects: list(query.aspect),
    dueFrom: query.dueFrom ?? null,
    dueTo: query.dueTo ?? null,
    withoutEvidence: query.evidence === 'none',
    words: (query.q ?? '').split(/\s+/).filter((word) => word !== ''),
    sort: query.sort,
    descending: query.descending === 'true',
    cursor: query.cursor ?? null,
    limit: query.limit,
  }
}

const list = (text: string | undefined): string[] => [...new Set((text ?? '').split(',').filter((part) => part !== ''))]

function known<Value extends string>(field: string, text: string | undefined, values: readonly Value[]): Value[] {
  return list(text).map((part) => {
    const value = values.find((each) => each === part)
    if (value === undefined) throw unknown(field, part)
    return value
  })
}

const unknown = (field: string, value: string): Refusal =>
  new Refusal('request.invalid', { detail: `${field}: ${value}`, field })
