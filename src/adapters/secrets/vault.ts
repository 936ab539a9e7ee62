/**
 * What the database keeps but must not be able to read: AES-256-GCM under a key that lies beside the data, or that the
 * operator hands over. Sealed: 1 byte version, 12 bytes nonce, 16 bytes tag, ciphertext; the purpose is authenticated with it.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Vault } from '../../usecases/ports/accounts.ts'

const version = 1
const nonceLength = 12
const tagLength = 16

/** @param key 32 random bytes */
export function aesVault(key: Buffer): Vault {
  const derived = (use: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `bihuan ${use}`, 32))
  const sealKey = derived('seal')
  const digestKey = derived('digest')
  return {
    seal(text, purpose) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      cipher.setAAD(Buffer.from(purpose))
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), hidden])
    },
    open(sealed, purpose) {
      if (sealed[0] !== version || sealed.length < 1 + nonceLength + tagLength) return null
      const tagAt = 1 + nonceLength
      const cipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(1, tagAt), { authTagLength: tagLength })
      cipher.setAAD(Buffer.from(purpose))
      cipher.setAuthTag(sealed.subarray(tagAt, tagAt + tagLength))
      try {
        return Buffer.concat([cipher.update(sealed.subarray(tagAt + tagLength)), cipher.final()]).toString()
      } catch {
        return null
      }
    },
    digest: (text, purpose) => createHmac('sha256', digestKey).update(`${purpose}\0${text}`).digest(),
  }
}
