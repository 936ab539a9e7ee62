/** Digests of texts by the algorithms that a history may use; Node's OpenSSL has SM3 (GB/T 32905) from version 20. */
import { createHash } from 'node:crypto'
import type { Digest } from '../../core/history/seal.ts'

export const digestOfText: Digest = (algorithm, text) => createHash(algorithm).update(text).digest('hex')
