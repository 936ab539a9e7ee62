/**
 * Seals: batches of history events, chained. Each seal names its events in their order with their digests, the head of the
 * seal before, and is digested and signed as a whole; so a changed, removed, added or moved event or seal is found and named.
 * Heads copied outside the database are checkpoints: they also show that the newest seals were cut off.
 *
 * A published format: `scripts/verify-history.mjs` checks it without this code. Digests and heads are lower-case hex.
 */

export const digestAlgorithms = ['sha256', 'sm3'] as const
export type DigestAlgorithm = (typeof digestAlgorithms)[number]

/** Hex digest of a text in UTF-8. */
export type Digest = (algorithm: DigestAlgorithm, text: string) => string

export type SealedEvent = { id: number; digest: string }

export type Seal = {
  /** From 1, without gaps. */
  number: number
  algorithm: DigestAlgorithm
  /** ISO 8601, UTC, milliseconds. */
  sealedAt: string
  events: readonly SealedEvent[]
  /** Head of the seal before; null for the first. */
  previous: string | null
  head: string
  keyId: string
  /** Ed25519 over {@link signedText}, base64. */
  signature: string
}

/** What the head of a seal is the digest of. */
export const sealText = (tenantId: number, seal: Omit<Seal, 'head' | 'keyId' | 'signature'>): string =>
  [
    'bihuan-seal-1',
    tenantId,
    seal.number,
    seal.algorithm,
    seal.sealedAt,
    seal.previous ?? '',
    ...seal.events.map(({ id, digest }) => `${id}:${digest}`),
  ].join('\n')

/** The head as it is kept outside the database. */
export type Checkpoint = Pick<Seal, 'number' | 'algorithm' | 'sealedAt' | 'head' | 'keyId' | 'signature'> & {
  tenantId: number
}

/** What is signed: enough to know the place in the chain. */
export const signedText = (tenantId: number, { number, sealedAt, head }: Pick<Seal, 'number' | 'sealedAt' | 'head'>) =>
  ['bihuan-checkpoint-1', tenantId, number, sealedAt, head].join('\n')

export const checkpointOf = (
  tenantId: number,
  { number, algorithm, sealedAt, head, keyId, signature }: Seal,
): Checkpoint => ({ tenantId, number, algorithm, sealedAt, head, keyId, signature })
