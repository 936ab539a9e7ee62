/** What sealing, verifying and reading the history need from outside. */
import type { Sight, Subject } from '../../core/access/policy.ts'
import type { Checkpoint, Digest, DigestAlgorithm, Seal } from '../../core/history/seal.ts'
import type { CheckSignature, StoredEvent } from '../../core/history/verify-history.ts'

/** Keys, digests and the place outside the database where heads are copied to. */
export type Sealing = {
  algorithm: DigestAlgorithm
  digest: Digest
  keyId: string
  /** Ed25519, base64. */
  sign(text: string): string
  checkSignature: CheckSignature
  checkpoints: {
    append(checkpoint: Checkpoint): Promise<void>
    /** All that are kept for a tenant, oldest first. */
    read(tenantId: number): Promise<Checkpoint[]>
  }
}

/** In the sealer's transaction. */
export type Seals = {
  /** False when another server is sealing for this tenant. */
  lock(): Promise<boolean>
  /** Takes events from the waiting ones, oldest first; null for one that was removed while it waited. */
  takeWaiting(most: number): Promise<{ id: number; digest: string | null }[]>
  last(): Promise<Pick<Seal, 'number' | 'head'> | null>
  add(seal: Seal): Promise<void>
}

/** What the audit log shows of an event; content of records is not for auditors. */
export type AuditRow = {
  id: number
  at: string
  actor: string | null
  onBehalfOf: string | null
  role: string | null
  unit: string | null
  act: string
  recordKind: string
  recordId: number
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  reason: string | null
  /** Not sealed yet. */
  waiting: boolean
}
export type AuditQuery = {
  act: string | null
  actorId: number | null
  recordKind: string | null
  recordId: number | null
  from: Date | null
  to: Date | null
  before: number | null
  limit: number
}

/** A record between two acts; names of units and people as they are now. */
export type RecordState = {
  at: string | null
  by: string | null
  act: string | null
  fields: Record<string, unknown>
}

export type SealState = { seals: number; head: string | null; sealedAt: string | null; waiting: number }

export type HistoryReads = {
  tenantsToSeal(): Promise<number[]>
  /** Seals from a number on, with their events that are there. */
  seals(tenantId: number, from: number, most: number): Promise<{ seal: Seal; events: Map<number, StoredEvent> }[]>
  /** Ids of all events, a page at a time. */
  eventIds(tenantId: number, after: number, most: number): Promise<number[]>
  events(tenantId: number, ids: readonly number[]): Promise<StoredEvent[]>
  waitingIds(tenantId: number): Promise<Set<number>>
  sealState(tenantId: number): Promise<SealState>
  audit(tenantId: number, query: AuditQuery): Promise<AuditRow[]>
  /** Every state of a record, newest first; null when the scope does not see the record. */
  states(
    scope: { tenantId: number; sight: Sight },
    kind: 'finding' | 'cause' | 'measure',
    id: number,
  ): Promise<{ states: RecordState[]; subject: Subject } | null>
}
