/** Ports of evidence: its records, its bytes, its pictures. */
import type { z } from 'zod'
import type { Sight } from '../../core/access/policy.ts'
import type { evidenceSchema, evidenceSizes, photoSchema } from '../../core/api/evidence.ts'
import type { FoundType } from '../../core/evidence/file-type.ts'
import type { MeasureStatus } from '../../core/measure/status.ts'

export type Photo = z.infer<typeof photoSchema>
export type PictureSize = (typeof evidenceSizes)[number]

/** Bytes as they come and go. */
export type Chunks = AsyncIterable<Uint8Array>

/** A file that has come in whole and is not yet kept. Either `keep` or `drop` ends it. */
export type Received = {
  sha256: string
  size: number
  /** What the bytes are, whatever the name says. */
  type: FoundType | { other: string }
  /** The first bytes, at most as many as asked for. */
  head(length: number): Promise<Uint8Array>
  chunks(): Chunks
  /** Puts it under its SHA-256 for good. @throws Refusal `file.store…` */
  keep(): Promise<void>
  /** Forgets it; does nothing after `keep`. */
  drop(): Promise<void>
}

/** Where bytes lie under their SHA-256, once, for good. */
export type Files = {
  /** Keeps bytes that are in memory. @throws Refusal `file.store…` */
  keep(bytes: Uint8Array): Promise<{ sha256: string; size: number }>
  /** Takes in what flows, without holding it in memory. @throws what `chunks` throws, or Refusal `file.store…` */
  receive(chunks: Chunks): Promise<Received>
  /** From byte `start` to `end`, both included; all without. @throws Refusal `file.missing`, `file.store…` */
  open(sha256: string, part?: { start: number; end: number }): Promise<Chunks>
}

/** What is written across a picture: lines of text, and the same in digits where the machine has no letters for it. */
export type Mark = { text: string; digits: string }

export type Pictures = {
  /** False where the machine has no image component: pictures are shown and given out as they came. */
  ready(): Promise<boolean>
  /** Null fields for what the camera did not write. Never throws. */
  photo(head: Uint8Array): Promise<Photo>
  /** Width and height as shown, or null where it cannot tell. @throws Refusal `evidence.damaged`, `evidence.tooManyPixels` */
  measure(chunks: Chunks, name: string): Promise<{ width: number; height: number } | null>
  /** A JPEG without any of the original's metadata; null when the picture cannot be read. */
  scaled(chunks: Chunks, size: PictureSize): Promise<Uint8Array | null>
  /** A JPEG with the mark across it; null when the picture cannot be read. */
  marked(chunks: Chunks, mark: Mark): Promise<Uint8Array | null>
  /** For the public: place, time and make taken out, whole picture; null when the picture cannot be read. */
  publicCopy(chunks: Chunks): Promise<Uint8Array | null>
}

/** A measure as far as its evidence depends on it. */
export type EvidencedMeasure = {
  measureId: number
  inspectionId: number
  audiences: number[]
  status: MeasureStatus
  cycle: number
  feedbackOn: string | null
  version: number
}

/** A piece of evidence as it is kept. */
export type StoredEvidence = Omit<
  z.infer<typeof evidenceSchema>,
  'edit' | 'withdraw' | 'olderThanFeedback' | 'kind'
> & {
  /** The unit endorsed an application while it was there. */
  endorsed: boolean
}

export type NewEvidence = {
  measureId: number
  cycle: number
  targetId: number | null
  sha256: string
  name: string
  mediaType: string
  size: number
  photo: Photo | null
  uploadedBy: number
  onBehalfOf: number | null
  unitId: number | null
  at: Date
}

export type EvidenceStore = {
  /** Nobody else changes its evidence until the transaction ends. Null when there is none in sight. */
  lockMeasure(measureId: number): Promise<EvidencedMeasure | null>
  hasTarget(measureId: number, targetId: number): Promise<boolean>
  /** Of the present cycle, not withdrawn. */
  count(measureId: number, cycle: number): Promise<number>
  findSame(measureId: number, cycle: number, sha256: string): Promise<number | null>
  add(evidence: NewEvidence): Promise<number>
  find(evidenceId: number): Promise<StoredEvidence | null>
  change(evidenceId: number, fields: Partial<Pick<StoredEvidence, 'caption' | 'targetId' | 'beforeId'>>): Promise<void>
  /** The piece that shows the state after this one. */
  findAfter(evidenceId: number): Promise<number | null>
  /** Strikes it out, takes it out of its pair, and moves the measure's version on. */
  withdraw(evidenceId: number, by: number, reason: string, at: Date): Promise<void>
  /** To be called after `add` and `withdraw`. */
  recount(measureId: number): Promise<void>
  keepScaled(sha256: string, size: PictureSize, scaledSha256: string): Promise<void>
}

type Scope = { tenantId: number; sight: Sight }
export type EvidenceReads = {
  measure(scope: Scope, measureId: number): Promise<EvidencedMeasure | null>
  /** Oldest first. */
  ofMeasure(scope: Scope, measureId: number): Promise<StoredEvidence[]>
  /** With the measure that it belongs to. */
  piece(scope: Scope, evidenceId: number): Promise<{ evidence: StoredEvidence; measure: EvidencedMeasure } | null>
  scaledPicture(scope: Scope, sha256: string, size: PictureSize): Promise<string | null>
}
