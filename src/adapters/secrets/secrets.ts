/**
 * Passwords by scrypt, and the random tokens of sessions. The hash carries its method and numbers, so that stronger ones
 * can be chosen later and old hashes still be checked.
 */
import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { codeCharacters } from '../../core/account/one-time-code.ts'
import type { Secrets } from '../../usecases/ports.ts'

/** 32 MB and about 0.1–0.2 s per sign-in. */
const chosen = { ln: 15, r: 8, p: 3 }
const keyLength = 32

type Numbers = typeof chosen

const derive = (password: string, salt: Buffer, { ln, r, p }: Numbers): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: 2 ** ln, r, p, maxmem: 2 ** ln * r * 256 }
    scrypt(password.normalize('NFC'), salt, keyLength, options, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** Reads `scrypt$ln=15,r=8,p=3$salt$key`; null for anything else. */
function readHash(hash: string): { numbers: Numbers; salt: Buffer; key: Buffer } | null {
  const match = /^scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(hash)
  if (match === null) return null
  const [ln, r, p] = match.slice(1, 4).map(Number)
  const [salt, key] = match.slice(4).map((part) => Buffer.from(part, 'base64url'))
  if (ln === undefined || r === undefined || p === undefined || salt === undefined || key === undefined) return null
  return { numbers: { ln, r, p }, salt, key }
}

/** @param numbers cost of new hashes; smaller ones are for tests */
export function scryptSecrets(numbers: Numbers = chosen): Secrets {
  return {
    async hashPassword(password) {
      const salt = randomBytes(16)
      const key = await derive(password, salt, numbers)
      const cost = `ln=${numbers.ln},r=${numbers.r},p=${numbers.p}`
      return `scrypt$${cost}$${salt.toString('base64url')}$${key.toString('base64url')}`
    },
    async verifyPassword(password, hash) {
      const read = readHash(hash)
      if (read === null) return false
      const key = await derive(password, read.salt, read.numbers)
      return key.length === read.key.length && timingSafeEqual(key, read.key)
    },
    isOutdated(hash) {
      const read = readHash(hash)
      return read === null || read.numbers.ln < numbers.ln || read.numbers.r < numbers.r || read.numbers.p < numbers.p
    },
    token: () => randomBytes(32).toString('base64url'),
    digest: (token) => createHash('sha256').update(token).digest(),
    code: (length) => Array.from({ length }, () => codeCharacters[randomInt(codeCharacters.length)]).join(''),
  }
}
